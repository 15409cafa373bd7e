"""Every item of a framework with what serves it, for `gap --framework ID --detail`."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.frameworks import Domain, Framework
from pmcareer.domain.plan.framework_gap import DomainGap, FrameworkGap, ItemGap
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.parts.text import day, if_said, joined, number, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

KNOWN = {
    "read": "{}'s own text, as far as it was read",
    "third-party": "reported by others, not read at {}",
    "reported": "reported by others, not read at {}",
    "judgement": "a judgement, not what {} says",
}
MAPPED = "The mapping is ours."
STATES = {
    "planned": "in your plan",
    "open": "not in your plan",
    "missing": "nothing here covers it",
}
TAKEN = "taken for granted, to show"


def origin_line(framework: Framework, today: date) -> str:
    """Say when and how it was read, and that the mapping is a judgement."""
    read = KNOWN[framework.confidence].format(one_line(framework.publisher))
    return f"As of {day(framework.as_of, today)}, {read}. {MAPPED}"


def weight_words(domain: Domain) -> str:
    """Write the per cent that a part counts for; nothing where its publisher gives none."""
    return number(domain.weight) if domain.weight else ""


def nothing_read(gap: FrameworkGap, page: "Page") -> "Blocks":
    """Say of a framework without items why there are none, and where to look."""
    framework = gap.framework
    yield page.heading(one_line(framework.title), framework.id)
    yield page.line(one_line(framework.read))
    yield page.line((framework.url, "item"))


def render_items(answer: GapAnswer, gap: FrameworkGap, page: "Page") -> "Blocks":
    """Draw every item in its part: its state, what covers it, and what to do next for it."""
    for part in gap.domains or (None,):
        yield from _part(gap, part, page)
        yield page.blank()
    yield from _notes(gap, page)
    yield page.line(one_line(gap.framework.read))
    yield page.quiet(origin_line(gap.framework, answer.today))
    yield page.line((gap.framework.url, "item"))
    yield page.line(f"One in full: pmcareer show {gap.items[0].name}")


def _part(gap: FrameworkGap, part: DomainGap | None, page: "Page") -> "Blocks":
    yield page.heading(one_line(part.domain.title) if part else f"Every {gap.framework.unit}")
    columns = (
        page.column("", "item", key=True),
        page.column(gap.framework.unit, wraps=True, key=True),
        page.column("state", wraps=True),
        page.column("served by", wraps=True),
    )
    inside = part.domain.id if part else None
    yield page.table(columns, [_row(each) for each in gap.items_in(inside)], indent=2)


def _row(gap: ItemGap) -> tuple[str, ...]:
    return gap.item.id, gap.item.title, _state(gap), _served(gap)


def _state(gap: ItemGap) -> str:
    if gap.state == "covered":
        return f"covered by {joined((*gap.done, *gap.covered_by))}"
    if gap.state == "missing":
        return STATES[gap.state]
    # What is taken for granted lies outside the plan for that reason alone.
    if gap.is_taken and gap.state == "open":
        return f"{TAKEN}: {following_words(gap)}"
    return f"{STATES[gap.state]}: {following_words(gap)}"


def _served(gap: ItemGap) -> str:
    levels = (f"{skill} {level}" for skill, level in gap.item.skills.items())
    return ", ".join((*(each.id for each in gap.exercises), *levels, *gap.item.roles))


def _notes(gap: FrameworkGap, page: "Page") -> "Blocks":
    noted = [each for each in gap.items if each.item.note]
    for each in noted:
        yield page.line((each.item.id, "item"), f" {one_line(each.item.note)}")
    if noted:
        yield page.blank()


def following_words(gap: ItemGap) -> str:
    """Name what comes next for an item: an exercise, a post to head for, or months."""
    if gap.following:
        return gap.following.id
    if gap.role:
        return f"the post {one_line(gap.role.short or gap.role.title)}"
    levels = (f"{skill} {level}" for skill, level in gap.item.skills.items())
    return "months of work" + if_said(", for {}", ", ".join(levels))
