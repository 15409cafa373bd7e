"""What a page says of the plan: the route, the burn-up, skills and gates."""

from collections.abc import Iterable, Iterator
from datetime import date

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import progress_words
from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.domain.plan.timeline import Row
from pmcareer.exports.blocks import Blocks, Cells, section, table
from pmcareer.exports.burn_up_picture import burn_up_picture, burn_up_words, curves_of
from pmcareer.exports.days import MONTHS_A_YEAR, day_words, forecast_words
from pmcareer.exports.plain import number
from pmcareer.exports.route_picture import NARROW, SIGN, WIDE, route_picture
from pmcareer.exports.showcase import Showcase
from pmcareer.exports.tree import Element, el, said
from pmcareer.exports.way import DECIDES, Way, undated_words

SQUARE, APART = 14, 4
MET = "\u2713"


def plan_sections(shown: Showcase) -> Blocks:
    """Make the sections that rest on the plan; none where there is no plan."""
    if shown.way is None:
        return
    if shown.way.timeline.rows:
        yield _route(shown.way)
    if shown.earned and shown.earned.total_hours:
        yield _burn_up(shown.earned, shown.way.today)
    if shown.way.target.needs:
        yield _skills(shown, shown.way)
    gates = _each_once(shown.way.route.gates)
    if gates:
        yield _gates(gates, shown.way)


def _route(way: Way) -> Element:
    rows = (_route_row(way, row) for row in way.timeline.rows)
    heads = ("What", "From", "As likely as not", "Safe to promise")
    drawn = _pictured(route_picture(way, WIDE), route_picture(way, NARROW))
    return section(
        "route",
        "The route in time",
        drawn if way.timeline.is_drawn else None,
        table("The same in words", heads, rows, "days"),
    )


def _pictured(wide: Element, narrow: Element) -> Element:
    # Either is shown, and read, where there is room for it.
    return el("figure", wide, narrow)


def _route_row(way: Way, row: Row) -> Cells:
    about = el("span", said(row.title))
    if row.note:
        about.append(el("span", " ", said(row.note), class_="fact"))
    if row.decides:
        about.append(el("strong", f" {SIGN}{DECIDES}", class_="decides"))
    if not row.is_dated:
        return (about, "", undated_words(row), "")
    begin = "" if row.kind == "role" else _begin_words(way, row)
    return (about, begin, way.day(row.likely, row), way.day(row.safe, row))


def _begin_words(way: Way, row: Row) -> str:
    return "today" if row.begin == way.today else way.day(row.begin, row)


def _burn_up(earned: EarnedValue, today: date) -> Element:
    heads = ("By", "Done", "Planned" if earned.baseline else "Promised", "In all")
    rows = (_hours_row(row, earned) for row in _months(earned, today))
    in_words = table("Hours by the end of each month", heads, rows, "numbers")
    wide, narrow = (burn_up_picture(earned, today, frame) for frame in (WIDE, NARROW))
    return section(
        "burn-up",
        "Hours of study",
        el("p", burn_up_words(earned, today)),
        _pictured(wide, narrow),
        el("details", el("summary", "The same as a table"), in_words),
    )


def _months(earned: EarnedValue, today: date) -> Iterator[tuple[date, float, float]]:
    """Take of each month its last point: the day, hours done and hours promised."""
    _, promise, done = curves_of(earned, today)
    last: dict[int, tuple[date, float, float]] = {}
    for (day, planned), (_, hours) in zip(promise.points, done.points, strict=True):
        last[day.year * MONTHS_A_YEAR + day.month] = (day, hours, planned)
    yield from last.values()


def _hours_row(row: tuple[date, float, float], earned: EarnedValue) -> Cells:
    day, *hours = row
    figures = (f"{number(each)} h" for each in (*hours, earned.total_hours))
    return (day_words(day), *figures)


def _skills(shown: Showcase, way: Way) -> Element:
    rows = []
    reached = 0
    for skill in shown.person.curriculum.skills:
        need = way.target.needs.get(skill.id, 0)
        level = shown.record.levels[skill.id].level
        if need:
            reached += level >= need
            levels = el("span", _squares(level, need), _so_far(level, need))
            rows.append((said(skill.title), levels, LEVELS[level], LEVELS[need]))
    there = f"{reached} of {len(rows)} skills are at the level that {way.target.title} asks for."
    caption = "Levels from 0, none, to 5, expert"
    return section(
        "skills",
        "Skills against the target",
        el("p", there),
        table(caption, ("Skill", "Level", "Now", "Asked for"), rows),
    )


def _so_far(level: int, need: int) -> str:
    return f"{level} of {need}{f' {MET}' if level >= need else ''}"


def _squares(level: int, need: int) -> Element:
    """Draw a square for each level that is needed, filled as far as they are there."""
    picture = el(
        "svg",
        class_="picture squares",
        width=need * (SQUARE + APART),
        height=SQUARE + 2,
        aria_hidden="true",
        focusable="false",
    )
    for number_ in range(need):
        kind = "bar" if number_ < level else "slow"
        x = number_ * (SQUARE + APART) + 1
        picture.append(el("rect", class_=kind, x=x, y=1, width=SQUARE, height=SQUARE, rx=2))
    return picture


def _each_once(gates: Iterable[GateForecast]) -> list[GateForecast]:
    """List gates that are asked for by name, or not met yet; the same words once."""
    # Months of work that levels above 3 ask for are many, and of little interest once they are met.
    by_words: dict[str, GateForecast] = {}
    for gate in gates:
        if gate.status.missing or not gate.status.is_of_level:
            by_words.setdefault(gate.status.words, gate)
    return list(by_words.values())


def _gates(gates: list[GateForecast], way: Way) -> Element:
    opening: dict[str, Dates] = {}
    for stage in way.route.stage_forecasts:
        opening.update(stage.opening)
    rows = [_gate_row(gate, opening, way.today) for gate in gates]
    met = sum(not gate.status.missing for gate in gates)
    return section(
        "gates",
        "Gates: what study alone does not open",
        el("p", f"{met} of {len(gates)} are met."),
        table("What is asked for, and how far it is", ("Gate", "On record", "When"), rows),
    )


def _gate_row(gate: GateForecast, opening: dict[str, Dates], today: date) -> Cells:
    status = gate.status
    title = said(status.words)
    if not status.missing:
        day = status.confirmed_on
        on = f", confirmed on {day_words(day)}" if day else ""
        return (title, f"{MET} met", f"met{on}")
    return (title, progress_words(status), _opens_words(gate, opening, today))


def _opens_words(gate: GateForecast, opening: dict[str, Dates], today: date) -> str:
    dates = opening.get(gate.gate.id)
    if gate.gate.has_calendar:
        return f"likely {forecast_words(gate.open_on, today)}"
    if dates and dates.likely:
        return f"likely {forecast_words(dates.likely, today, by_others=True)}; others decide"
    return "others decide"
