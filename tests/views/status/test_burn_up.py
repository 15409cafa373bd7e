"""The burn-up: what is done, what was planned, and all there is to do, on one axis of days."""

import io
from dataclasses import replace
from datetime import date, timedelta

from rich.console import Console

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.plan.earned import EarnedValue, EarnedWeek
from pmcareer.views.parts.layout import Page
from pmcareer.views.status.burn_up import render_burn_up

from builders import an_entry

SINCE = date(2026, 9, 7)
TODAY = SINCE + timedelta(days=55)
NO_DATES = {"kept": None, "p10": None, "p50": None, "p80": None, "p95": None, "safe": None}


def earned(
    *done: float, planned: float = 5, total: float = 80, likely: date | None = None
) -> EarnedValue:
    """So many hours done by each week's end, so many planned a week, of so many in all."""
    weeks = [
        EarnedWeek(
            week=SINCE + timedelta(days=7 * place),
            planned=planned * (place + 1),
            earned=each,
            spent=each,
        )
        for place, each in enumerate(done)
    ]
    return EarnedValue(
        since=SINCE, baseline=None, planned_hours=weeks[-1].planned, earned_hours=weeks[-1].earned,
        spent_hours=weeks[-1].spent, estimated_hours=0, baseline_hours=0, steps_hours=0, total_hours=total,
        weeks=tuple(weeks), study=Dates(**NO_DATES, likely=likely),
    )  # fmt: skip


HALF = earned(5, 10, 15, 20, 25, 30, 35, 40)
"""After eight weeks half of all is done, as was planned."""


def lines(of: EarnedValue, page: Page, today: date = TODAY, rows: int = 4) -> list[str]:
    console = Console(file=io.StringIO(), width=page.width, markup=False, highlight=False)
    for block in render_burn_up(of, today, page, rows):
        console.print(block)
    return [line.rstrip() for line in console.file.getvalue().rstrip("\n").split("\n")]


def test_the_hill_ends_today_and_the_ceiling_on_the_likely_day():
    drawn = lines(
        replace(HALF, study=Dates(**NO_DATES, likely=TODAY + timedelta(days=55))), Page(width=26)
    )
    assert drawn[0] == "Burn-up  40 of 80 h"
    assert drawn[1] == " 80 h│───────────────────◆"
    assert drawn[3] == "     │"


def test_half_of_all_done_is_a_hill_of_half_the_height():
    drawn = lines(HALF, Page(width=26))
    assert drawn[2:4] == ["     │", "     │"]
    assert drawn[4].endswith("█")
    assert drawn[5].endswith("█")


def test_without_a_likely_day_or_with_one_far_off_the_axis_ends_today():
    assert "◆" not in "".join(lines(HALF, Page(width=60)))
    far = earned(5, 10, 15, 20, likely=date(2040, 1, 1))
    assert "◆" not in "".join(lines(far, Page(width=60)))


def test_what_was_planned_stands_as_dots_above_a_hill_that_is_behind_it():
    behind = lines(earned(1, 2, 3, 4, 5, 6, 7, 8), Page(width=26))
    assert "∙" in "".join(behind[2:6])
    ahead = lines(earned(10, 20, 30, 40, 50, 60, 70, 78), Page(width=26))
    assert "∙" not in ahead[5]


def test_a_baseline_goes_on_to_its_own_end():
    saved = an_entry(
        "baseline",
        target="tech-pm",
        route="tech-pm",
        on=SINCE,
        study=TODAY + timedelta(days=40),
        hours_per_week=5.0,
        pace=5.0,
        exercises=(),
        gates=(),
        curriculum="1",
    )
    likely = Dates(**NO_DATES, likely=TODAY + timedelta(days=55))
    of = replace(HALF, baseline=saved, baseline_hours=80.0, study=likely)
    drawn = lines(of, Page(width=60))
    assert "∙ baseline" in drawn[-1]
    assert "∙" in drawn[2]


def test_ascii_has_signs_of_its_own_and_words_draw_nothing():
    likely = Dates(**NO_DATES, likely=TODAY + timedelta(days=55))
    text = "\n".join(lines(replace(HALF, study=likely), Page(width=60, unicode=False)))
    assert text.isascii()
    assert "*" in text
    assert lines(HALF, Page(plain=True)) == [""]


def test_the_day_from_which_on_it_counts_is_named_where_there_is_room():
    assert lines(HALF, Page(width=60))[0] == "Burn-up  40 of 80 h since 7 Sep 2026"
    assert lines(HALF, Page(width=40))[0] == "Burn-up  40 of 80 h"


def test_work_that_the_plan_does_not_ask_for_is_told():
    page = Page(width=80)
    headings = []
    for of_plan in (40.0, 32.0):
        first, *_ = render_burn_up(HALF, TODAY, page, 4, of_plan)
        console = Console(file=io.StringIO(), width=80, markup=False, highlight=False)
        console.print(first)
        headings.append(console.file.getvalue().rstrip())
    assert headings[0].startswith("Burn-up  40 of 80 h since ")
    assert headings[1] == f"{headings[0]}, extra work too"
