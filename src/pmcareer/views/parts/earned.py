"""How one did against the promise and against one's own dates, for scripts and in words."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.plan.earned import EarnedValue, Verdict
from pmcareer.views.parts.keys import Keys, or_null, picked, rounded
from pmcareer.views.parts.text import hours, number

SCHEDULE: Mapping[Verdict, str] = {
    "below": "behind {}",
    "near": "as much as {} asks",
    "above": "ahead of {}",
}
COST: Mapping[Verdict, str] = {
    "below": "exercises take longer than estimated",
    "near": "estimates hold",
    "above": "exercises take less than estimated",
}
SCHEDULE_IN_SHORT: Mapping[Verdict, str] = {"below": "behind", "near": "on plan", "above": "ahead"}
COST_IN_SHORT: Mapping[Verdict, str] = {
    "below": "overrunning",
    "near": "estimates hold",
    "above": "below estimates",
}


def earned_words(earned: EarnedValue | None) -> str:
    """Say the three figures, their indices and what they mean; nothing before there are any."""
    # 46 of 64 planned h earned (SPI 0.72), 51 h spent (CPI 0.90): behind the promise, and estimates
    # hold
    if earned is None or not _is_begun(earned):
        return ""
    figures = ", ".join(_figures(earned))
    if meant := ", and ".join(_verdicts(earned)):
        return f"{figures}: {meant}"
    return figures


def _is_begun(earned: EarnedValue) -> bool:
    return earned.earned_hours + earned.spent_hours > 0


def _figures(earned: EarnedValue) -> Iterator[str]:
    if earned.spi is None:
        yield f"{hours(earned.earned_hours)} earned, nothing planned"
    else:
        yield f"{_of_planned(earned, 1)} earned (SPI {earned.spi:.2f})"
    spent = f"{hours(earned.spent_hours)} spent"
    if earned.cost:
        yield f"{spent} (CPI {earned.cpi:.2f})"
    elif earned.estimated_hours:
        yield f"{spent}, most of them estimated"
    else:
        yield spent


def _of_planned(earned: EarnedValue, digits: int) -> str:
    done, planned = earned.earned_hours, earned.planned_hours
    return f"{number(done, digits)} of {number(planned, digits)} planned h"


def _verdicts(earned: EarnedValue) -> Iterator[str]:
    by = "the baseline" if earned.baseline else "the promise"
    if earned.schedule:
        yield SCHEDULE[earned.schedule].format(by)
    if earned.cost:
        yield COST[earned.cost]


def earned_in_short(earned: EarnedValue | None) -> str:
    """Say it in one line: 46 of 64 planned h: behind (SPI 0.72), estimates hold (CPI 0.90)."""
    if earned is None or not _is_begun(earned) or earned.schedule is None:
        return ""
    schedule = f"{SCHEDULE_IN_SHORT[earned.schedule]} (SPI {earned.spi:.2f})"
    said = f"{_of_planned(earned, 0)}: {schedule}"
    if earned.cost:
        said += f", {COST_IN_SHORT[earned.cost]} (CPI {earned.cpi:.2f})"
    return said


def track_words(track: TrackRecord | None) -> str:
    """Say how many of the dates held once they came due; nothing before there are enough."""
    if track is None:
        return ""
    held = f"{track.p50_held} P50 and {track.p80_held} P80 dates held"
    return f"Of {track.n} near dates that came due, {held}."


@or_null
def earned_keys(earned: EarnedValue) -> Keys:
    """Write the figures, and the points of a burn-up picture."""
    return {
        "since": earned.since,
        **rounded(earned, "planned_hours", "earned_hours", "spent_hours", "estimated_hours"),
        "spi": _index(earned.spi),
        "cpi": _index(earned.cpi),
        "weeks": [
            {"week": each.week, **rounded(each, "planned", "earned", "spent")}
            for each in earned.weeks
        ],
        "baseline": _baseline_keys(earned),
        "forecast": {
            **picked(earned.study, "kept", "p50", "p80"),
            "hours": round(earned.total_hours, 2),
        },
    }


def _index(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _baseline_keys(earned: EarnedValue) -> Keys | None:
    """Write the line of a saved plan: from nothing on its day to its hours by its study date."""
    saved = earned.baseline
    if saved is None:
        return None
    return {
        "saved_on": saved.on,
        "study": saved.study,
        "hours": round(earned.baseline_hours, 2),
    }


@or_null
def track_keys(track: TrackRecord) -> Keys:
    """Write how many dates came due, and how many held."""
    return picked(track, "n", "p50_held", "p80_held")
