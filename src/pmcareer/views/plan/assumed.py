"""What a plan takes others to need: the search for each post, and the gates they open."""

from collections.abc import Iterator

from pmcareer.domain.forecast.outlook import RouteForecast, StageForecast
from pmcareer.domain.gates.wording import months_words
from pmcareer.views.parts.dates import likely
from pmcareer.views.parts.text import day, if_said, plural
from pmcareer.views.plan.answer import PlanAnswer

SOURCE = (
    "Judged by the curriculum's authors, measured by nobody. In a curriculum of your own: `search` "
    "of a role or a move, `months` of a gate."
)


def assumed_words(answer: PlanAnswer, route: RouteForecast) -> str:
    """Say in short how long others are taken to need."""
    searches = [stage.search for stage in route.stage_forecasts if stage.search]
    drawn = sum(len(leg.drawn) for leg in route.route.legs)
    parts = []
    if searches:
        last = months_words(searches[-1].assumed)
        # Each stage may have one of another length: the short line names how many, and the last.
        what = f"{len(searches)} searches, the last one" if len(searches) > 1 else "a search"
        parts.append(f"{what} of {last}")
    if drawn:
        parts.append(f"months for {plural(drawn, 'gate')} that other people decide")
    more = "" if answer.shows_detail else ": --detail"
    return if_said(f"{{}}{more}", ", and ".join(parts))


def assumed_lines(answer: PlanAnswer, route: RouteForecast) -> Iterator[str]:
    """Say of each search and each gate how long it is taken to last, and who says so."""
    for stage in route.stage_forecasts:
        yield from _of_stage(answer, stage)


def _of_stage(answer: PlanAnswer, stage: StageForecast) -> Iterator[str]:
    title = answer.title_of(stage.role)
    if stage.search:
        what = "to get into" if stage.detour else "the search for a post as"
        words = f"{what} {title}: {months_words(stage.search.assumed)}"
        yield words + if_said(", begun on {}", stage.search.since and day(stage.search.since))
    if stage.stay and stage.stay[2]:
        yield f"the usual stay in {title}: {months_words(stage.stay)}"
    for gate in stage.gates:
        if gate.status.missing and gate.status.assumed_months:
            yield f"{gate.status.words}: {months_words(gate.status.assumed_months)}"


def ready_words(answer: PlanAnswer, route: RouteForecast) -> str:
    """Say when one may apply; nothing where nobody is asked."""
    search = route.stage_forecasts[-1].search
    if search is None or not route.ready.likely:
        return ""
    if search.since:
        return f"you have been looking since {day(search.since)}"
    if route.ready.likely == answer.today:
        return "today"
    return likely(route.ready, answer.today)
