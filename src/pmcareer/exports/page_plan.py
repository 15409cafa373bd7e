"""What a page says of the plan: the route, the burn-up, skills and gates."""

from collections.abc import Iterable, Iterator
from datetime import date

from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import progress_words
from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.domain.plan.timeline import Row
from pmcareer.exports.blocks import Blocks, Cells, section, table
from pmcareer.exports.burn_up_picture import burn_up_picture, burn_up_words, curves_of
from pmcareer.exports.days import forecast_words
from pmcareer.exports.plain import number
from pmcareer.exports.route_picture import route_picture
from pmcareer.exports.shapes import NARROW, WIDE, box
from pmcareer.exports.showcase import Showcase
from pmcareer.exports.tree import Element, el, said, within
from pmcareer.exports.way import BY_OTHERS, DECIDES, SIGN, Way, undated_words

SQUARE, APART = 14, 4
MET = "\u2713"


def plan_sections(shown: Showcase) -> Blocks:
    """Make the sections that rest on the plan; none where there is no plan."""
    if shown.way:
        yield from _way_sections(shown, shown.way)


def _way_sections(shown: Showcase, way: Way) -> Blocks:
    if way.timeline.rows:
        yield _route(way)
    if shown.earned and shown.earned.total_hours:
        yield _burn_up(shown.earned, way.today)
    if way.target.needs:
        yield _skills(shown, way)
    gates = _each_once(way.route.gates)
    if gates:
        yield _gates(gates, way)


def _route(way: Way) -> Element:
    rows = (_route_row(way, row) for row in way.timeline.rows)
    heads = ("What", "From", "As likely as not", "Safe to promise")
    # Either picture is shown, and read, where there is room for it.
    drawn = el("figure", route_picture(way, WIDE), route_picture(way, NARROW))
    return section(
        "route",
        "The route in time",
        drawn if way.timeline.is_drawn else None,
        table("Step by step", heads, rows, "days"),
    )


def _route_row(way: Way, row: Row) -> Cells:
    named, likely, safe = _named(row), way.day(row.likely, row), way.day(row.safe, row)
    if not row.is_dated:
        return named, "", undated_words(row), ""
    if row.kind == "role":
        return named, "", likely, safe
    return named, way.day(row.begin, row), likely, safe


def _named(row: Row) -> Element:
    named = el("span", said(row.title), el("span", " ", said(row.note), class_="fact"))
    if row.decides:
        named.append(el("strong", f" {SIGN}{DECIDES}", class_="decides"))
    return named


def _burn_up(earned: EarnedValue, today: date) -> Element:
    wide, narrow = (burn_up_picture(earned, today, frame) for frame in (WIDE, NARROW))
    return section(
        "burn-up",
        "Hours of study",
        el("p", burn_up_words(earned, today)),
        el("figure", wide, narrow),
        el("details", el("summary", "The same as a table"), _hours(earned, today)),
    )


def _hours(earned: EarnedValue, today: date) -> Element:
    heads = ("By", "Done", "Planned" if earned.baseline else "Promised", "In all")
    rows = (_hours_row(row, earned) for row in _months(earned, today))
    return table("Hours, month by month", heads, rows, "numbers")


def _months(earned: EarnedValue, today: date) -> Iterable[tuple[date, float, float]]:
    """Take of each month its last point: the day, hours done and hours promised."""
    _, promise, done = curves_of(earned, today)
    last = {}
    for (day, planned), (_, hours) in zip(promise.points, done.points, strict=True):
        last[day.year, day.month] = (day, hours, planned)
    return last.values()


def _hours_row(row: tuple[date, float, float], earned: EarnedValue) -> Cells:
    day, *hours = row
    figures = (f"{number(each)} h" for each in (*hours, earned.total_hours))
    return (day_in_words(day), *figures)


def _skills(shown: Showcase, way: Way) -> Element:
    levels = list(_levels(shown, way))
    reached = sum(level >= need for _, level, need in levels)
    there = f"{reached} of {len(levels)} skills are at the level that {way.target.title} asks for."
    heads = ("Skill", "Level", "Now", "Asked for")
    rows = (_skill_row(*each) for each in levels)
    in_rows = table("Levels from 0, none, to 5, expert", heads, rows)
    return section("skills", "Skills against the target", el("p", there), in_rows)


def _levels(shown: Showcase, way: Way) -> Iterator[tuple[str, int, int]]:
    """Give the skills that the target asks for, each with its level and the one needed."""
    for skill in shown.person.curriculum.skills:
        need = way.target.needs.get(skill.id, 0)
        if need:
            yield skill.title, shown.record.levels[skill.id].level, need


def _skill_row(title: str, level: int, need: int) -> Cells:
    sign = f" {MET}" if level >= need else ""
    levels = el(
        "span", _squares(level, need), el("span", f"{level} of {need}{sign}", class_="whole")
    )
    return said(title), levels, LEVELS[level], LEVELS[need]


def _squares(level: int, need: int) -> Element:
    """Draw a square for each level that is needed, filled as far as they are there."""
    squares = (_square(place, is_there=place < level) for place in range(need))
    size = {"width": need * (SQUARE + APART), "height": SQUARE + 2}
    return within("svg", squares, class_="picture squares", aria_hidden="true", **size)


def _square(place: int, *, is_there: bool) -> Element:
    return box(("slow", "bar")[is_there], place * (SQUARE + APART) + 1, 1, SQUARE, SQUARE)


def _each_once(gates: Iterable[GateForecast]) -> list[GateForecast]:
    """List gates that are asked for by name, or not met yet; the same words once."""
    # Months of work that levels above 3 ask for are many, and of little interest once they are met.
    by_words: dict[str, GateForecast] = {}
    for gate in gates:
        if gate.status.missing or not gate.status.is_of_level:
            by_words.setdefault(gate.status.words, gate)
    return list(by_words.values())


def _gates(gates: list[GateForecast], way: Way) -> Element:
    met = sum(not gate.status.missing for gate in gates)
    heads, rows = ("Gate", "On record", "When"), (_gate_row(gate, way) for gate in gates)
    in_rows = table("What is asked for, and how far it is", heads, rows, "gates")
    there = el("p", f"{met} of {len(gates)} met.")
    return section("gates", "Gates: what study alone does not open", there, in_rows)


def _gate_row(gate: GateForecast, way: Way) -> Cells:
    title = said(gate.status.words)
    if gate.status.missing:
        return title, progress_words(gate.status), _opens_words(gate, way)
    day = gate.status.confirmed_on
    return title, f"{MET} met", f"confirmed on {day_in_words(day)}" if day else ""


def _opens_words(gate: GateForecast, way: Way) -> str:
    if gate.gate.has_calendar and gate.open_on is None:
        return "not within twenty years"
    if gate.gate.has_calendar:
        return f"likely {forecast_words(gate.open_on, way.today)}"
    likely = _likely_opening(gate.gate.id, way)
    if likely:
        return f"likely {forecast_words(likely, way.today, by_others=True)}; {BY_OTHERS}"
    return BY_OTHERS


def _likely_opening(gate: str, way: Way) -> date | None:
    """Find the likely day of what others give, where months are assumed for it."""
    for stage in way.route.stage_forecasts:
        if gate in stage.opening:
            return stage.opening[gate].likely
    return None
