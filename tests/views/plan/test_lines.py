from datetime import date

import pytest

from pmcareer.domain.plan.timeline import Row, Timeline
from pmcareer.views.plan.lines import lines_for, the_way

TODAY, LATER = date(2026, 11, 21), date(2028, 1, 1)


def a_row(kind, name, **keys):
    given = {"title": name.title(), "begin": TODAY, "likely": LATER, "safe": LATER}
    return Row(**{"kind": kind, "id": name, **given, **keys})


WAY = (
    a_row("study", "study", note="90 h"),
    a_row("post", "here", note="6 months"),
    a_row("search", "look"),
    a_row("post", "there", note="1 month"),
    a_row("gate", "given"),
    a_row("search", "again"),
    a_row("role", "goal", note="Goal"),
)


def labels(most, rows=WAY):
    return [line.label for line in lines_for(timeline(rows), most)]


def timeline(rows):
    return Timeline(today=TODAY, last=LATER, title="Goal", rows=tuple(rows))


def test_where_there_is_room_each_row_has_its_line():
    assert labels(7) == [
        "Study, 90 h",
        "Here, 6 months",
        "Look",
        "There, 1 month",
        "Given",
        "Again",
        "Goal",
    ]


def test_with_less_room_a_search_stands_with_what_it_leads_to():
    assert labels(5) == ["Study, 90 h", "Here, 6 months", "There, 1 month", "Given", "Goal"]
    lines = lines_for(timeline(WAY), 5)
    assert [[row.id for row in line.rows] for line in lines][2:] == [
        ["look", "there"],
        ["given"],
        ["again", "goal"],
    ]


def test_a_gate_that_stands_between_a_search_and_its_post_keeps_a_line_of_its_own():
    rows = (a_row("search", "look"), a_row("gate", "given"), a_row("role", "goal"))
    lines = lines_for(timeline(rows), 2)

    assert [[row.id for row in line.rows] for line in lines] == [["given"], ["look", "goal"]]


@pytest.mark.parametrize(
    ("most", "left"), [(4, ["Study, 90 h", "Here, 6 months", "There, 1 month", "Goal"])]
)
def test_then_gates_are_left_out_for_words_name_them(most, left):
    assert labels(most) == left


def test_of_several_gates_those_stay_that_there_is_room_for():
    rows = [*WAY[:5], a_row("gate", "more"), *WAY[5:]]

    assert labels(5, rows) == ["Study, 90 h", "Here, 6 months", "There, 1 month", "Given", "Goal"]


def test_and_then_posts_from_the_end_but_never_study_the_role_or_what_decides():
    decides = [
        a_row("post", "there", note="1 month", decides=True) if row.id == "there" else row
        for row in WAY
    ]

    assert labels(3) == ["Study, 90 h", "Here, 6 months", "Goal"]
    assert labels(3, decides) == ["Study, 90 h", "There, 1 month", "Goal"]
    assert labels(1, decides) == ["Study, 90 h", "There, 1 month", "Goal"]


def test_a_gate_that_decides_is_part_of_the_way():
    decides = [a_row("gate", "given", decides=True) if row.id == "given" else row for row in WAY]

    assert "Given" not in [line.label for line in the_way(timeline(WAY))]
    assert "Given" in [line.label for line in the_way(timeline(decides))]
