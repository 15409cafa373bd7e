"""The worksheet for an application: every month once, every figure to be found in the logbook."""

from itertools import pairwise

from markdown_it import MarkdownIt

from pmcareer.domain.gates.application import application_of
from pmcareer.domain.person.person import person_of
from pmcareer.exports.worksheet import worksheet_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    an_entry,
    an_exercise,
    closed,
    experience,
    worked,
)

PMP = a_certification(
    "pmp", title="PMP", experience=({"work": "leading", "months": 36, "window_years": 10},)
)
CURRICULUM = a_curriculum(an_exercise("rsk-01"), PMP)


def led(start, end, **keys):
    return experience("leading", start, end, id=f"led-{start}", **keys)


def tables_of(*entries):
    """Write the worksheet, and read each table as rows of texts under the heading before it."""
    person = person_of(CURRICULUM, a_logbook(*entries), TODAY)
    tokens = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .parse(worksheet_of(application_of(person, PMP, 8.0)))
    )
    tables: dict[str, list[list[str]]] = {}
    title = ""
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            title = token.content
        if token.type == "tr_open":
            tables.setdefault(title, []).append([])
        if before.type in ("th_open", "td_open"):
            tables[title][-1].append("".join(part.content for part in token.children))
    return tables


def test_months_that_overlap_count_once_and_show_their_days():
    tables = tables_of(
        led("2024-01-01", "2024-06-30", organisation="Acme"),
        led("2024-04-01", "2024-12-31", organisation="Bond"),
        led("2025-07-01", "2025-07-31"),
    )
    assert tables["Months of leading work that count"] == [
        ["from", "to", "months"],
        ["2024-01-01", "2024-12-31", "12"],
        ["2025-07-01", "2025-07-31", "1"],
        ["all, each day once", "", "13"],
    ]


def test_months_outside_the_window_do_not_count():
    tables = tables_of(led("2010-01-01", "2010-12-31"), led("2024-01-01", "2024-01-31"))
    assert tables["Months of leading work that count"][1:] == [
        ["2024-01-01", "2024-01-31", "1"],
        ["all, each day once", "", "1"],
    ]
    assert tables["Months by kind of work"] == [["work", "months"], ["leading", "13"]]


def test_hours_are_added_up_by_side():
    tables = tables_of(worked("rsk-01", 90, on="2026-11-20"), worked("rsk-01", 30, on="2026-11-21"))
    rows = tables["Hours of exercises, by side"]
    assert rows[1:] == [
        ["Ways of working", "2"],
        ["Power skills", "0"],
        ["Business acumen", "0"],
        ["all", "2"],
    ]


def test_a_project_stays_one_row_whatever_its_title():
    tables = tables_of(closed("A | B\n\n# C", "Live <b>now</b>", on="2026-05-20"))
    assert tables["Projects led to their end"][1:] == [
        ["2026-05-20", "A | B # C", "Live <b>now</b>", ""]
    ]


def test_what_is_asked_for_stands_beside_what_is_there():
    tables = tables_of(led("2024-01-01", "2024-12-31"))
    assert tables["What it asks for"][1][:3] == ["leading months in the last 10 years", "36", "12"]


def test_courses_stand_with_their_hours_and_who_gave_them():
    course = an_entry("learned", title="PMP course", hours=35.0, provider="A school", id="c1")
    assert tables_of(course)["Courses"] == [
        ["ended", "course", "by", "hours"],
        ["2026-11-21", "PMP course", "A school", "35"],
        ["all", "", "", "35"],
    ]
    assert "Courses" not in tables_of()


def test_months_of_a_complexity_count_where_somebody_said_it_and_else_nobody_counts_them():
    gate = a_gate("complex", work="leading", months=12, complexity="complex")
    item = a_certification("pmp", gates=(gate,), disputed="One says 12, one says 6.")
    curriculum = a_curriculum(an_exercise("rsk-01"), item)

    def text(*entries):
        person = person_of(curriculum, a_logbook(*entries), TODAY)
        return worksheet_of(application_of(person, item, 8.0))

    unsaid = text(led("2024-01-01", "2024-12-31"))
    assert "not counted: nobody said how complex the projects were" in unsaid
    assert "One says 12, one says 6" in unsaid
    said = text(led("2024-01-01", "2024-12-31", complexity="very-complex"))
    assert "| complex leading months | 12 | 12 | 2026-11-21 |" in said
