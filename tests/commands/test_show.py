import pytest

from running import a_home, run_cli
from sweeps import sweep

from builders import (
    a_certification,
    a_curriculum,
    a_gate,
    a_move,
    a_practice,
    a_role,
    an_exercise,
    finished,
    worked,
)

SMALL = a_curriculum(
    an_exercise(
        "rsk-01", title="A living register", sources=("S1-54",), accept=("Each risk has an owner",)
    ),
    an_exercise("rsk-02", requires=("rsk-01",), hours=(8, 14, 24), deliverable="A page"),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    a_move(),
    a_practice("h01"),
)


def shown(*words):
    a_home(SMALL, worked("rsk-01", 45))
    return run_cli("show", *words, "--json").json


def test_an_exercise_has_its_estimate_its_state_and_what_it_unlocks():
    item = shown("rsk-01")["item"]
    assert item["hours"] == {"optimistic": 2.0, "likely": 4.0, "pessimistic": 6.0, "mean": 4.0}
    assert item["state"] == "started"
    assert item["minutes_logged"] == 45
    assert item["unlocks"] == ["rsk-02"]
    assert item["sources"] == ["S1-54"]


def test_the_minutes_of_the_end_count_too_and_no_part_comes_after_it():
    parts = [{"minutes": 30, "text": f"Part {number}"} for number in (1, 2, 3)]
    a_home(
        a_curriculum(an_exercise("rsk-01", parts=parts)),
        worked("rsk-01", 45),
        finished("rsk-01", minutes=75),
    )
    item = run_cli("show", "rsk-01", "--json").json["item"]
    assert (item["state"], item["minutes_logged"], item["part"]) == ("finished", 120, None)


def test_the_page_of_an_exercise_says_when_it_is_done_and_where_it_comes_from():
    a_home(SMALL, finished("rsk-01"))
    text = run_cli("show", "rsk-01").out
    assert "[ ] Each risk has an owner" in text
    assert "finished" in text
    assert "S1-54" in text
    assert "pmcareer log rsk-01" in text


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        pytest.param(["risk"], "skill", "risk", id="a skill"),
        pytest.param(["tech-pm"], "role", "tech-pm", id="a role"),
        pytest.param(["h01"], "practice", "h01", id="a practice"),
        pytest.param(["living", "reg"], "exercise", "rsk-01", id="words of a title"),
    ],
)
def test_anything_is_shown_with_its_kind_and_sources(words, kind, name):
    answer = shown(*words)
    assert (answer["kind"], answer["item"]["id"]) == (kind, name)
    assert "sources" in answer["item"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vision and blueprint", "prg-01"),
        ("tranches", "prg-03"),
        ("transition plan", "prg-06"),
        ("change impact assessment", "chg-01"),
        ("adoption plan", "chg-03"),
        ("suppliers and contracts", "procurement"),
        ("remote teams led", "dst-05"),
        ("root cause", "qlc-05"),
    ],
)
def test_what_the_field_calls_a_piece_of_work_finds_it(words, name):
    assert run_cli("show", words, "--json").json["item"]["id"] == name


def test_a_role_tells_what_it_does_instead_of_what_is_not_its_own_work():
    assert "prg-04 instead of gov-04" in run_cli("show", "programme-manager").out


def test_a_skill_lists_its_exercises_and_a_role_its_moves():
    assert shown("risk")["item"]["exercises"] == ["rsk-01", "rsk-02"]
    assert [move["id"] for move in shown("tech-pm")["item"]["moves"]] == ["move:starter:tech-pm"]


def test_a_word_that_fits_several_or_none_is_refused():
    a_home(SMALL)
    assert run_cli("show", "rsk", "--json").error["code"] == "ambiguous"
    assert run_cli("show", "rsk-09", "--json").error["code"] == "unknown-item"
    assert "rsk-01" in run_cli("show", "rsk-91").err


@pytest.mark.parametrize("columns", sweep(["20", "40", "80"], quick=["40"]))
def test_everything_shipped_can_be_shown_at_any_width(columns):
    for what in (
        "exercises",
        "skills",
        "roles",
        "practices",
        "certifications",
        "advice",
        "resources",
        "frameworks",
        "job-steps",
    ):
        for item in run_cli("list", what, "--json").json["items"][:4]:
            text = run_cli("show", item["id"], COLUMNS=columns).out
            assert item["id"] in "".join(text.split())
            assert max(len(line) for line in text.splitlines()) <= int(columns)


def test_the_gates_of_a_certification_are_said_in_words_beside_its_months():
    gates = [
        a_gate("led", work="leading", months=12),
        a_gate("closed", kind="closed", count=2),
        a_gate("sponsor-agrees", kind="confirmed"),
    ]
    a_home(a_curriculum(an_exercise("rsk-01"), a_certification("pmp", gates=gates)))
    text = " ".join(run_cli("show", "pmp").out.split())
    assert "asks for, too 2 closed projects; sponsor agrees (confirmed by others)" in text
    assert "months leading 12" in text


def test_a_role_is_shown_by_what_else_it_is_called_and_says_so():
    item = run_cli("show", "scrum", "master", "--json").json["item"]
    assert item["id"] == "scrum-master"
    assert "agile coach" in item["aliases"]
    assert "also called" in run_cli("show", "junior-pm").out


def test_what_advice_fills_in_is_filled_in_where_it_applies_and_left_open_where_it_does_not():
    a_home()
    assert "Not said yet: … The answer" in " ".join(run_cli("show", "r23").out.split())
    run_cli("profile", "--role", "pmo-manager", "--target", "portfolio-manager")
    assert "Not said yet: what type your PMO is" in run_cli("show", "r23").out
