"""The page of an industry: what it changes, its words, what it lets nobody pass without."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.industries import Industry, NeedRule
from pmcareer.views.parts.entries import Titles, named, title_of
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

NO_LIMIT = NeedRule.model_fields["most"].default


def render_industry(item: Industry, titles: Titles, page: "Page") -> "Blocks":
    """Draw what a trade changes for those who work in it."""
    if item.summary:
        yield page.paragraphs(item.summary, indent=2)
    yield page.facts(_facts(item, titles))
    lists = (
        ("Needed otherwise", (_rule_words(rule, titles) for rule in item.needs)),
        ("Done as here", (f"{row.id}: {one_line(row.title)}" for row in item.exercises)),
        ("Asked for, too", _added(item, titles)),
        ("Words", (f"{one_line(row.word)}: {one_line(row.means)}" for row in item.words)),
        ("What nobody passes without", map(one_line, item.gates)),
    )
    for title, lines in lists:
        if told := tuple(lines):
            yield page.heading(title)
            yield page.bullets(told)


def _facts(item: Industry, titles: Titles) -> Iterator[tuple[str, str]]:
    yield "also called", ", ".join(map(one_line, item.aliases))
    yield "early here", _all(item.first, titles)
    yield "certificates", _all(item.certificates, titles)
    yield "on the way in, first", _all(item.bridge, titles)
    yield "shown anew on the way in or out", _all(item.anew, titles)
    roles = (f"{title_of(role, titles)} ({where})" for role, where in item.elsewhere.items())
    yield "found elsewhere", "; ".join(roles)


def _all(ids: tuple[str, ...], titles: Titles) -> str:
    return "; ".join(named(name, titles) for name in ids)


def _rule_words(rule: NeedRule, titles: Titles) -> str:
    """Say what a rule does: "Procurement: one level more, up to 4; for Senior PM"."""
    said = ", ".join(filter(None, (_more(rule), _least(rule), _most(rule))))
    for_whom = ", ".join(title_of(role, titles) for role in rule.roles)
    behind = f"; for {for_whom}" if for_whom else ""
    return f"{title_of(rule.skill, titles)}: {said}{behind}"


def _more(rule: NeedRule) -> str:
    if not rule.add:
        return ""
    more = "one level more" if rule.add == 1 else f"{rule.add} levels more"
    return f"{more}, up to {rule.up_to}"


def _least(rule: NeedRule) -> str:
    return f"level {rule.least} at least" if rule.least else ""


def _most(rule: NeedRule) -> str:
    return f"level {rule.most} is enough" if rule.most < NO_LIMIT else ""


def _added(item: Industry, titles: Titles) -> Iterator[str]:
    for row in item.adds:
        roles = ", ".join(title_of(role, titles) for role in row.roles)
        yield f"{named(row.exercise, titles)}, of {roles}"
