"""The practice firm holds together: names lead somewhere, days are in order, sums agree between files,
and the faults that exercises ask for are in it, once each."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import combinations, pairwise
from statistics import median

import pytest

from pmcareer.domain.practice import from_tables
from pmcareer.domain.practice.flow import weekly_throughput
from pmcareer.domain.practice.load import loads
from pmcareer.domain.practice.money import (
    benefit_cost_ratio,
    discounted_payback,
    irr,
    npv,
    payback,
    rates_of_return,
)
from pmcareer.domain.practice.network import length, passed
from pmcareer.domain.practice.realised import counted_once, total
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.practice import practice_folder, read_firm, read_table, read_text

FIRM = read_firm()
FOLDER = practice_folder()
FILES = sorted(
    file.relative_to(FOLDER).as_posix()
    for file in FOLDER.rglob("*")
    if file.is_file() and file.name != "firm.toml"
)
TABLES = {name: read_table(name) for name in FILES if name.endswith(".csv")}
INITIATIVES = {row.word("id"): row for row in TABLES["portfolio/initiatives.csv"].rows}
QUARTERS = ("2026Q4", "2027Q1", "2027Q2", "2027Q3")
TODAY = date(2026, 10, 2)
MOST_BYTES = 128 * 1024
"""Of all files but the index: as much as one can still look through."""


def rows(name):
    return TABLES[name].rows


def column(name, key):
    return [row.word(key) for row in rows(name)]


def added(name, key, of="", is_=""):
    return sum(row.number_if_any(key) or 0 for row in rows(name) if not of or row.word(of) == is_)


class TestTheIndex:
    def test_names_each_file_and_no_other(self):
        assert sorted(FIRM.files) == FILES

    def test_has_a_word_on_each_exercise_and_none_twice(self):
        exercises = [exercise.id for exercise in read_curriculum(None).exercises]
        assert sorted([*FIRM.exercises, *FIRM.not_here]) == sorted(exercises)

    def test_sends_nobody_to_a_file_that_is_not_there_and_wastes_none(self):
        used = {name for names in FIRM.exercises.values() for name in names}
        told_to_all = {"README.md", "examples/README.md"}
        assert used | told_to_all == set(FIRM.files)
        assert all(FIRM.exercises.values())

    def test_leads_to_few_files_at_a_time(self):
        assert max(map(len, FIRM.exercises.values())) <= 9

    def test_its_files_are_small_enough_to_be_read_by_eye(self):
        sizes = {name: (FOLDER / name).stat().st_size for name in FILES}
        assert max(sizes.values()) < 12_000
        assert sum(sizes.values()) < MOST_BYTES


WORDS = {0.5: "half", 3: "three", 4: "four", 5: "five", 10: "ten"}
TOLD_IN = {
    "firm/finance.csv": "firm/finance.md",
    "portfolio/check-in.csv": "portfolio/check-in.md",
    "team/assistant.csv": "team/voices.md",
    "team/debts.csv": "team/system.md",
    "team/incident-effect.csv": "team/incident.md",
    "team/interface-figures.csv": "team/interface.md",
    "team/market.csv": "team/market.md",
}
"""Numbers of a text that figures are computed from, and the text."""


class TestNumbersOfATextAreThoseOfTheText:
    @pytest.mark.parametrize(
        ("name", "value"),
        [(name, row.cells["value"]) for name in TOLD_IN for row in TABLES[name].rows],
    )
    def test_each_stands_there(self, name, value):
        number = float(value)
        written = {value, f"{number:,g}", f"{number:,.0f}", f"{number / 1e6:g} million"}
        words = {WORDS[number]} if number in WORDS else set()
        text = (FOLDER / TOLD_IN[name]).read_text(encoding="utf-8")
        told = re.findall(r"\d+(?:[.,]\d+)*(?: million)?|[a-z]+", text)
        assert {*written, *words} & set(told)

    def test_and_so_does_each_time(self):
        text = (FOLDER / "team/incident.md").read_text(encoding="utf-8")
        for row in TABLES["team/incident-times.csv"].rows:
            assert f"{row.number('hour'):02.0f}:{row.number('minute'):02.0f}" in text

    def test_and_so_do_the_stations_of_a_change(self):
        text = (FOLDER / "team/system.md").read_text(encoding="utf-8")
        told = text.split("**One change")[1]
        for row in TABLES["team/one-change.csv"].rows:
            day = row.day("day")
            assert f"{day.day} {day:%B}" in " ".join(told.split())
            if row.word("hour"):
                assert f"{row.number('hour'):02.0f}:{row.number('minute'):02.0f}" in told
            if row.word("work_minutes"):
                minutes = row.number("work_minutes")
                assert f"({minutes:g} min" in told or f"({minutes / 60:g} h" in told


class TestNamesLeadSomewhere:
    @pytest.mark.parametrize(
        "name", sorted(name for name, table in TABLES.items() if "initiative" in table.columns)
    )
    def test_to_an_initiative_or_a_request_beside_them(self, name):
        known = {*INITIATIVES, *column("portfolio/requests.csv", "id")}
        others = {"new tills", "telephone menu"} if name == "portfolio/change-load.csv" else set()
        assert set(column(name, "initiative")) <= known | others

    @pytest.mark.parametrize(
        ("name", "key", "target"),
        [
            ("portfolio/dependencies.csv", "giver", "portfolio/initiatives.csv"),
            ("portfolio/dependencies.csv", "taker", "portfolio/initiatives.csv"),
            ("portfolio/initiatives.csv", "depends_on", "portfolio/initiatives.csv"),
            ("team/schedule.csv", "after", "team/schedule.csv"),
            ("team/backlog.csv", "after", "team/backlog.csv"),
        ],
    )
    def test_to_an_id(self, name, key, target):
        ids = column(target, "id")
        assert len(set(ids)) == len(ids)
        assert {word for row in rows(name) for word in row.words(key)} <= set(ids)

    @pytest.mark.parametrize(
        ("name", "key", "target", "its_key"),
        [
            ("team/blockers.csv", "item", "team/board.csv", "item"),
            ("team/risk-history.csv", "risk", "team/risks.csv", "id"),
            ("team/absences.csv", "name", "team/people.csv", "name"),
            ("portfolio/demand.csv", "role", "portfolio/capacity.csv", "role"),
            ("portfolio/capacity-by-month.csv", "role", "portfolio/capacity.csv", "role"),
            ("portfolio/envelope.csv", "holder", "portfolio/initiatives.csv", "holder"),
            ("portfolio/calendar.csv", "body", "portfolio/bodies.csv", "body"),
            ("portfolio/decisions.csv", "body", "portfolio/bodies.csv", "body"),
            ("team/readiness.csv", "group", "team/groups.csv", "group"),
        ],
    )
    def test_to_a_row_of_another_table(self, name, key, target, its_key):
        from_outside = {"Harbour fund"}
        assert set(column(name, key)) - from_outside <= set(column(target, its_key))

    def test_who_owns_work_in_the_team_is_in_the_team_or_told_of(self):
        people = {*column("team/people.csv", "name"), "You"}
        told = read_text("README.md") + read_text("firm/voices.md") + read_text("team/voices.md")
        told += " ".join(column("portfolio/people.csv", "name"))
        for name in (
            "team/backlog.csv",
            "team/schedule.csv",
            "team/risks.csv",
            "team/blockers.csv",
        ):
            for owner in set(column(name, "owner")) - people - {""}:
                assert owner in told, owner

    def test_what_people_work_on_is_no_more_than_all_of_them(self):
        for row in rows("portfolio/people.csv"):
            shares = dict(part.split() for part in row.words("works_on"))
            assert shares.keys() <= INITIATIVES.keys()
            assert sum(map(int, shares.values())) == 100, row.word("name")


class TestDaysAreInOrder:
    @pytest.mark.parametrize(
        ("name", "keys"),
        [
            ("portfolio/initiatives.csv", ("start", "end")),
            ("portfolio/benefits.csv", ("baseline_date", "target_date")),
            ("portfolio/decisions.csv", ("paper_dated", "date")),
            ("portfolio/requests.csv", ("asked_on", "decided_on")),
            ("portfolio/service-log.csv", ("asked_on", "answered_on")),
            ("team/absences.csv", ("first_day", "last_day")),
            ("team/quarter-demand.csv", ("first_week", "last_week")),
            ("team/backlog.csv", ("created", "updated")),
            ("team/blockers.csv", ("found", "cleared")),
            ("team/risks.csv", ("opened", "closed")),
            ("team/sprints.csv", ("begins", "ends")),
            ("team/board.csv", ("ready", "doing", "review", "test", "done")),
        ],
    )
    def test_from_left_to_right(self, name, keys):
        for row in rows(name):
            days = [day for key in keys if (day := row.day_if_any(key))]
            assert days == sorted(days), row.line

    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("portfolio/status.csv", "month"),
            ("portfolio/calendar.csv", "date"),
            ("portfolio/decisions.csv", "date"),
            ("team/defects.csv", "found_on"),
            ("team/progress.csv", "ends"),
            ("team/adoption.csv", "ends"),
            ("team/ai-drafts.csv", "date"),
        ],
    )
    def test_from_top_to_bottom(self, name, key):
        assert column(name, key) == sorted(column(name, key))

    def test_the_board_moves_on_working_days_of_twelve_weeks(self):
        for row in rows("team/board.csv"):
            for key in ("ready", "doing", "review", "test", "done"):
                if day := row.day_if_any(key):
                    assert day.weekday() < 5
                    assert date(2026, 7, 6) <= day <= date(2026, 9, 25)

    def test_a_blocker_is_met_while_its_item_is_on_the_board(self):
        board = {row.word("item"): row for row in rows("team/board.csv")}
        for row in rows("team/blockers.csv"):
            item = board[row.word("item")]
            done = item.day_if_any("done")
            assert item.day("ready") <= row.day("found")
            assert done is None or (row.day_if_any("cleared") or date.max) <= done


class TestSumsAgree:
    def test_capacity_is_that_of_the_people(self):
        for row in rows("portfolio/capacity.csv"):
            for quarter in QUARTERS:
                have = added("portfolio/people.csv", f"net_{quarter}", "role", row.word("role"))
                assert have == row.number(quarter)

    def test_three_months_are_a_quarter(self):
        months = TABLES["portfolio/capacity-by-month.csv"].columns[1:]
        for whole, row in zip(
            rows("portfolio/capacity.csv"), rows("portfolio/capacity-by-month.csv"), strict=True
        ):
            for place, quarter in enumerate(QUARTERS):
                three = months[place * 3 : place * 3 + 3]
                assert sum(map(row.number, three)) == whole.number(quarter)

    def test_the_register_of_benefits_promises_what_the_cash_counts_on(self):
        for initiative in INITIATIVES:
            cash = from_tables.cash(TABLES["portfolio/cash.csv"], initiative, 2030, "benefit_keur")
            promised = added("portfolio/benefits.csv", "value_2030_keur", "initiative", initiative)
            assert cash[0] == promised, initiative

    def test_a_status_has_the_budget_of_the_cash_and_never_spends_less(self):
        for initiative in INITIATIVES:
            months = TABLES["portfolio/status.csv"].where("initiative", initiative)
            budget = added("portfolio/cash.csv", "cost_keur", "initiative", initiative)
            assert [row.number("budget_keur") for row in months] == [budget] * 3
            for before, after in pairwise(months):
                assert before.number("spent_keur") <= after.number("spent_keur")
                assert before.number("percent_done") <= after.number("percent_done")

    def test_the_money_of_harbour_light_is_one_in_three_files(self):
        # 1,450 were spent in 2025; 2,600 are the budget of 2026.
        cash = TABLES["portfolio/cash.csv"].where("initiative", "P01")
        assert added("team/budget.csv", "plan_keur") == cash[1].number("cost_keur")
        newest = TABLES["portfolio/status.csv"].where("initiative", "P01")[-1]
        spent = cash[0].number("cost_keur") + added("team/budget.csv", "actual_keur")
        assert newest.number("spent_keur") == spent

    def test_what_is_earned_is_what_the_activities_say(self):
        schedule = rows("team/schedule.csv")
        earned = sum(row.number("budget_keur") * row.number("earned_percent") for row in schedule)
        assert TABLES["team/progress.csv"].row("week", "9").number("earned_value_keur") == (
            earned / 100
        )

    def test_what_is_planned_by_week_follows_from_the_network(self):
        schedule = TABLES["team/schedule.csv"]
        at = passed(from_tables.activities(schedule))
        for week in rows("team/progress.csv"):
            day, planned = 5 * week.number("week"), 0.0
            for row in schedule.rows:
                start, days = at[row.word("id")].early_start, row.number("likely_days")
                planned += row.number("budget_keur") * min(1, max(0, (day - start) / days))
            assert week.number("planned_value_keur") == pytest.approx(planned, abs=0.051)

    def test_sprints_finished_what_the_board_shows(self):
        items = from_tables.board_items(TABLES["team/board.csv"])
        weeks = weekly_throughput(items, date(2026, 7, 6), 12)
        by_sprint = [sum(weeks[first : first + 2]) for first in range(0, 12, 2)]
        assert by_sprint == [int(word) for word in column("team/sprints.csv", "items_done")]

    def test_accounts_routes_and_the_story_tell_one_profit(self):
        told = {
            "2023": (206.4, 192.3, 14.1),
            "2024": (211.6, 200.1, 11.5),
            "2025": (214.4, 206.2, 8.2),
        }
        for year, (revenue, cost, profit) in told.items():
            key = f"{year}_keur"
            assert added("firm/accounts.csv", key, "kind", "revenue") == round(revenue * 1000)
            assert added("firm/accounts.csv", key, "kind", "cost") == round(cost * 1000)
            assert round(revenue - cost, 1) == profit
        for amount in (row for years in told.values() for row in years):
            assert f" {amount} " in read_text("README.md")
        assert added("firm/routes.csv", "revenue_keur") == 214_400
        assert added("firm/routes.csv", "cost_keur") == 206_200

    def test_punctuality_of_the_firm_is_that_of_its_routes(self):
        departures = added("firm/routes.csv", "departures")
        late = sum(
            row.number("departures") * row.number("on_time_percent")
            for row in rows("firm/routes.csv")
        )
        assert late / departures == pytest.approx(88.5, abs=0.05)

    def test_bodies_take_as_long_as_their_decisions_took(self):
        for body, told in (("Executive meeting", 29), ("Investment committee", 25)):
            days = [
                (row.day("date") - row.day("paper_dated")).days
                for row in TABLES["portfolio/decisions.csv"].where("body", body)
            ]
            assert (
                TABLES["portfolio/bodies.csv"].row("body", body).number("median_days_to_decision")
                == told
                == median(days)
            )

    def test_the_executive_meeting_meets_on_third_thursdays(self):
        held = {
            row.day("date")
            for name in ("portfolio/calendar.csv", "portfolio/decisions.csv")
            for row in TABLES[name].where("body", "Executive meeting")
        }
        assert {(day.weekday(), (day.day - 1) // 7) for day in held} == {(3, 2)}


class TestTheExamplesHoldTogether:
    TEXT = read_text("examples/README.md")
    ROSTERS = (-480, 90, 190, 210, 210, 210)

    def test_the_case_of_the_rosters_has_the_returns_that_are_told(self):
        assert round(npv(self.ROSTERS, 0.08)) == 230
        assert round(irr(self.ROSTERS), 3) == 0.228
        assert round(payback(self.ROSTERS), 2) == 2.95
        assert round(discounted_payback(self.ROSTERS, 0.08), 2) == 3.43
        benefits, costs = (0, 150, 250, 270, 270, 270), (480, *[60] * 5)
        assert round(benefit_cost_ratio(benefits, costs, 0.08), 2) == 1.32
        told = "NPV 230, IRR 22.8 %, payback 2.95 years, discounted 3.43, benefit-cost ratio 1.32"
        assert told in " ".join(self.TEXT.split())

    def test_the_benefit_may_fall_to_166(self):
        # 230.21 by 1/1.08³ + 1/1.08⁴ + 1/1.08⁵ = 2.2094: 104.2 less than 270
        assert npv((-480, 90, 190, 106, 106, 106), 0.08) > 0
        assert npv((-480, 90, 190, 105, 105, 105), 0.08) < 0

    def test_none_of_it_is_about_the_fourteen(self):
        assert not any(row.word("name") in self.TEXT for row in INITIATIVES.values())

    def test_the_order_of_the_backlog_is_that_of_its_figures(self):
        text = " ".join(self.TEXT.split())
        for said in re.findall(r"(\d+), (\d+), (\d+); (\d+); (\d+\.\d)", text):
            value, time, risk, size, told = map(float, said)
            assert round((value + time + risk) / size + 1e-9, 1) == told, said
        assert len(re.findall(r"RW-\d+ ", text)) >= 10


class TestTheFaultsAreThere:
    def test_the_envelope_is_too_small_by_a_quarter(self):
        asked = added("portfolio/cash.csv", "cost_keur", "year", "2027")
        assert (asked, added("portfolio/envelope.csv", "envelope_keur")) == (20_200, 15_150)

    def test_one_benefit_is_counted_by_two_initiatives(self):
        claims = from_tables.claims(
            TABLES["portfolio/benefits.csv"], TABLES["portfolio/initiatives.csv"]
        )
        twice = [
            (one.id, other.id)
            for one, other in combinations(claims, 2)
            if one.measure == other.measure and one.initiative != other.initiative
        ]
        assert twice == [("B01", "B07")]
        assert total(claims) - total(counted_once(claims)) == 620

    def test_one_benefit_has_no_owner(self):
        claims = from_tables.claims(
            TABLES["portfolio/benefits.csv"], TABLES["portfolio/initiatives.csv"]
        )
        assert [claim.id for claim in claims if not claim.owner] == ["B12"]

    def test_two_roles_are_short_and_no_single_initiative_shows_it(self):
        demand, capacity = TABLES["portfolio/demand.csv"], TABLES["portfolio/capacity.csv"]
        all_loads = loads(
            from_tables.amounts(demand, QUARTERS), from_tables.amounts(capacity, QUARTERS)
        )
        worst = sorted(all_loads, key=lambda load: -load.gap)
        assert [(load.role, load.period) for load in worst if load.gap > 0] == [
            ("integration architect", "2027Q2"),
            ("integration architect", "2027Q1"),
            ("change and training lead", "2027Q2"),
        ]
        have = {row.word("role"): row for row in capacity.rows}
        for row in demand.rows:
            for quarter in QUARTERS:
                assert row.number(quarter) < 0.7 * have[row.word("role")].number(quarter)

    def test_one_status_is_green_outside_and_red_inside(self):
        red_inside = []
        for initiative in INITIATIVES:
            months = TABLES["portfolio/status.csv"].where("initiative", initiative)
            money = sum(
                row.number("cost_keur")
                for row in TABLES["portfolio/cash.csv"].where("initiative", initiative)
                if row.number("year") <= 2026
            )
            moved = len({row.word("milestone_date") for row in months}) == 3
            if months[-1].number("spent_keur") > money and moved:
                red_inside.append((initiative, {row.word("colour") for row in months}))
        assert red_inside == [("P07", {"green"})]

    def test_and_it_alone_asks_for_people_after_its_own_end(self):
        first = {"2026Q4": "2026-10", "2027Q1": "2027-01", "2027Q2": "2027-04", "2027Q3": "2027-07"}
        late = set()
        for row in rows("portfolio/demand.csv"):
            end = INITIATIVES[row.word("initiative")].word("end")
            if any(row.number(quarter) and end < first[quarter] for quarter in QUARTERS):
                late.add(row.word("initiative"))
        assert late == {"P07"}

    def test_one_initiative_serves_no_goal_and_no_law(self):
        lost = [
            row
            for row in INITIATIVES.values()
            if not row.word("goal") and row.word("class") != "must"
        ]
        assert [row.word("id") for row in lost] == ["P14"]

    def test_one_investment_has_two_rates_of_return(self):
        cash = TABLES["portfolio/cash.csv"]
        several = {}
        for initiative in INITIATIVES:
            rates = rates_of_return(from_tables.cash(cash, initiative, 2027))
            if len(rates) > 1:
                several[initiative] = [round(rate, 2) for rate in rates]
        assert several == {"P04": [0.01, 0.18]}

    def test_one_need_by_date_lies_before_nobodys_promise(self):
        nobody = [
            row.word("id") for row in rows("portfolio/dependencies.csv") if not row.word("promised")
        ]
        late = [
            row.word("id")
            for row in rows("portfolio/dependencies.csv")
            if (row.day_if_any("promised") or date.min) > row.day("need_by")
        ]
        assert nobody == ["D04", "D07"]
        assert late == ["D01", "D02", "D05", "D08", "D09", "D10"]

    def test_a_date_moves_between_two_minutes_and_nobody_decides_it(self):
        before, after = (
            read_text("team/minutes-1-steering.md"),
            read_text("team/minutes-3-slack-water.md"),
        )
        assert "on 30 October, as planned" in " ".join(before.split())
        assert "on 13 November, as known" in " ".join(after.split())
        assert not [row for row in rows("portfolio/decisions.csv") if row.word("about") == "P01"]
        milestones = TABLES["portfolio/status.csv"].where("initiative", "P01")
        assert [row.word("milestone_date") for row in milestones] == [
            "2026-10-30",
            "2026-10-30",
            "2026-11-13",
        ]

    def test_somebody_agrees_without_agreeing(self):
        said = " ".join(read_text("team/minutes-1-steering.md").split())
        assert "I am sure one could look at it" in said
        assert "*Agreed: Zeynep Arslan three days a week.*" in said
        assert '"No, I did not agree.' in " ".join(read_text("team/voices.md").split())

    def test_a_decision_has_no_owner(self):
        said = " ".join(read_text("team/minutes-2-brackwater.md").split())
        decision, actions = said.split("It was decided that test data")[1].split("Actions:")
        assert decision.lstrip().startswith("with cabins will be made available")
        assert "test data" not in actions

    def test_the_plan_fits_by_likely_days_and_not_by_the_mean(self):
        activities = from_tables.activities(TABLES["team/schedule.csv"])
        weeks = 13
        assert length(activities) == 62 < 5 * weeks
        assert (
            length(
                activities, lambda each: (each.optimistic + 4 * each.likely + each.pessimistic) / 6
            )
            > 5 * weeks
        )

    def test_one_item_is_stuck_and_some_are_stale_and_nobodys(self):
        board = from_tables.board_items(TABLES["team/board.csv"])
        old = [
            item.id for item in board if not item.done and TODAY - item.began > timedelta(days=30)
        ]
        assert old == ["BK-052"]
        nobodys = [row.word("id") for row in rows("team/backlog.csv") if not row.word("owner")]
        assert len(nobodys) == 8
        stale = [
            row
            for row in rows("team/backlog.csv")
            if TODAY - row.day("updated") > timedelta(days=90)
        ]
        assert len(stale) == 8

    def test_a_survey_that_asks_for_places_keeps_no_secret_in_the_smaller_one(self):
        places = Counter(column("team/survey.csv", "place"))
        assert places == {"Harrow Quay": 10, "Recife": 6}, "two rounds of five and three"

    def test_one_use_of_the_assistant_costs_more_than_it_saves(self):
        saved = Counter()
        for row in rows("team/ai-drafts.csv"):
            with_it = row.number("minutes_drafting") + row.number("minutes_checking")
            saved[row.word("kind")] += row.number("minutes_without") - with_it
        assert [kind for kind, minutes in saved.items() if minutes < 0] == ["contract summary"]

    def test_a_remedy_shows_in_the_defects_that_came_after_it(self):
        days = [
            row.day("found_on")
            for row in TABLES["team/defects.csv"].where("cause", "fare rule misunderstood")
        ]
        before = [day for day in days if day <= date(2026, 9, 2)]
        assert "Since 2 September each fare rule stands in one table" in " ".join(
            read_text("team/voices.md").split()
        )
        assert (len(before), len(days) - len(before)) == (19, 2)

    def test_one_right_to_decide_is_nobodys(self):
        assert [
            row.word("body")
            for row in rows("portfolio/bodies.csv")
            if "nobody decides" in row.word("note")
        ] == ["Portfolio round"]

    def test_two_risks_share_a_cause_three_times(self):
        causes = Counter(column("portfolio/risks.csv", "cause"))
        assert sorted(cause for cause, count in causes.items() if count > 1) == [
            "Brackwater has one payments developer",
            "ships are out of reach for hours",
            "the grid of Harrow Quay is at its limit",
        ]
