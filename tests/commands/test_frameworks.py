"""Published frameworks as a user meets them: what of one is covered, and what each names."""

import pytest

from running import a_home, run_cli
from sweeps import sweep

from builders import (
    a_certification,
    a_curriculum,
    a_framework,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    finished,
)

WEIGHED = ({"id": "people", "title": "People", "weight": 100.0},)
OUTLINE = a_framework(
    "pmp-2026",
    {"id": "p1", "domain": "people", "exercises": ("rsk-01",)},
    {"id": "p2", "domain": "people", "exercises": ("rsk-02",)},
    {"id": "p3", "domain": "people", "skills": {"risk": 2}},
    {"id": "p4", "domain": "people", "note": "Nobody teaches it."},
    domains=WEIGHED,
    certifications=("pmp",),
)
SHIPPED = ("pmp-2026", "pgmp-2024", "pmocp-2025", "apm3", "icb4", "sfia9", "pdcf")


@pytest.fixture
def small():
    risks = (an_exercise("rsk-01"), an_exercise("rsk-02"))
    a_home(a_curriculum(*risks, OUTLINE, a_certification("pmp")), finished("rsk-01"))


def text_of(*words, **environment):
    result = run_cli(*words, **environment)
    assert result.code == 0, result.err
    return " ".join(result.out.split())


@pytest.mark.parametrize("known", ["read", "third-party", "reported", "judgement"])
def test_however_a_framework_is_known_it_is_said(known):
    framework = a_framework("ours", {"id": "p1"}, confidence=known)
    a_home(a_curriculum(an_exercise("rsk-01"), framework))
    said = "read" if known != "judgement" else "a judgement"
    assert said in text_of("gap", "--framework", "ours")


def test_a_curriculum_without_frameworks_says_so():
    a_home(a_curriculum(an_exercise("rsk-01")))
    assert text_of("list", "frameworks") == "This curriculum has no frameworks."
    assert "No exercises fit" in text_of("list", "exercises", "nonsense")


def test_what_a_role_is_taken_to_know_is_counted_apart_and_covers_nothing():
    risks = (an_exercise("rsk-01"), an_exercise("rsk-02"))
    roles = (a_role("lead", needs={"risk": 3}), a_role("tech-pm", needs={"risk": 3}))
    paper = a_certification("pmp")
    a_home(a_curriculum(*risks, *roles, OUTLINE, paper), a_profile(role="lead"))
    found = run_cli("gap", "--framework", "pmp-2026", "--json").json["framework"]
    assert (found["counts"]["covered"], found["taken_for_granted"]) == (0, 3)
    assert "Of the rest, taken for granted and not shown: 3." in text_of(
        "gap", "--framework", "pmp-2026"
    )


@pytest.mark.usefixtures("small")
class TestGap:
    def test_it_says_how_much_is_covered_and_what_the_plan_adds(self):
        text = text_of("gap", "--framework", "pmp-2026", COLUMNS="80")
        assert "25 % by the publisher's weights: 1 of 4 tasks" in text
        assert "75 % once your plan to About tech-pm is done" in text
        assert "Nothing here covers p4 About p4" in text

    def test_a_script_reads_every_item_with_its_state(self):
        found = run_cli("gap", "--framework", "pmp-2026", "--json").json["framework"]
        assert (found["value"], found["value_once_planned"], found["by_weight"]) == (
            0.25,
            0.75,
            True,
        )
        assert found["counts"] == {"covered": 1, "planned": 2, "open": 0, "missing": 1}
        assert [item["id"] for item in found["items"]] == [f"pmp-2026:p{n}" for n in range(1, 5)]
        assert [item["next"] for item in found["items"]] == [None, "rsk-02", "rsk-02", None]
        assert found["next"] == ["pmp-2026:p2", "pmp-2026:p3"]

    def test_without_one_the_key_is_null(self):
        assert run_cli("gap", "--json").json["framework"] is None

    def test_the_detail_names_every_item_and_what_covers_it(self):
        text = text_of("gap", "--framework", "pmp", "--detail")
        assert "p1 About p1 covered by rsk-01 rsk-01" in text
        assert "p2 About p2 in your plan: rsk-02 rsk-02" in text
        assert "p4 About p4 nothing here covers it" in text
        assert "p4 Nobody teaches it." in text

    def test_an_unknown_one_gets_the_nearest(self):
        result = run_cli("gap", "--framework", "pmp-2025", "--json")
        assert result.error["code"] == "unknown-framework"
        assert "pmp-2026" in result.error["hint"]


@pytest.mark.usefixtures("small")
class TestShow:
    def test_a_framework_names_its_items_and_what_serves_each(self):
        text = text_of("show", "pmp-2026")
        assert "pmp-2026:p1 About p1 rsk-01" in text
        assert "pmp-2026:p3 About p3 risk 2" in text
        assert "pmp-2026:p4 About p4 nothing here" in text
        assert "not read at PMI" in text

    def test_an_item_names_its_exercises_with_their_state(self):
        text = text_of("show", "pmp-2026:p1")
        assert "People" in text
        assert "rsk-01 About rsk-01 4 h (2 to 6, likely 4) finished" in text
        item = run_cli("show", "pmp-2026:p1", "--json").json
        assert item["kind"] == "framework item"
        assert item["item"]["id"] == "pmp-2026:p1"
        assert item["item"]["framework"] == "pmp-2026"
        assert item["item"]["exercises"] == ["rsk-01"]

    def test_an_item_may_be_typed_by_the_start_of_its_framework(self):
        assert run_cli("show", "pmp-2:p1", "--json").json["item"]["id"] == "pmp-2026:p1"

    def test_an_item_that_nothing_serves_says_so(self):
        text = text_of("show", "pmp-2026:p4")
        assert "Nothing in this curriculum serves it. Nobody teaches it." in text

    @pytest.mark.parametrize(
        ("word", "code", "near"),
        [
            ("pmp-2026:p9", "unknown-framework-item", "pmp-2026:p"),
            ("pmp-2020:p1", "unknown-framework", "pmp-2026"),
        ],
    )
    def test_an_unknown_one_gets_the_nearest(self, word, code, near):
        error = run_cli("show", word, "--json").error
        assert error["code"] == code
        assert near in error["hint"]

    def test_an_exercise_and_a_skill_name_the_items_that_they_serve(self):
        assert "serves pmp-2026:p1" in text_of("show", "rsk-01")
        assert run_cli("show", "rsk-01", "--json").json["item"]["frameworks"] == ["pmp-2026:p1"]
        assert "frameworks pmp-2026 p1 p2 p3" in text_of("show", "risk")
        skill = run_cli("show", "risk", "--json").json["item"]
        assert skill["frameworks"] == {"pmp-2026": "p1 p2 p3"}

    def test_a_title_with_a_colon_is_a_title(self):
        a_home(a_curriculum(an_exercise("rsk-01", title="Risk: a first look")))
        assert run_cli("show", "risk: a first", "--json").json["item"]["id"] == "rsk-01"


def test_a_level_covers_what_it_shows(small):
    a_home(None, assessed("risk", 2, by="manager"))
    found = run_cli("gap", "--framework", "pmp-2026", "--json").json["framework"]
    assert [item["covered_by"] for item in found["items"]] == [[], [], ["risk"], []]


def test_an_own_curriculum_may_name_shipped_items_without_writing_them_anew():
    own = an_exercise("rsk-01", frameworks=("apm3:28",))
    a_home(a_curriculum(own), finished("rsk-01"))
    found = run_cli("gap", "--framework", "apm3", "--json").json["framework"]
    assert found["counts"] == {"covered": 1, "planned": 0, "open": 0, "missing": 28}
    assert "No problems" in run_cli("check").out
    assert [item["id"] for item in run_cli("list", "frameworks", "--json").json["items"]] == [
        "apm3"
    ]


def test_an_own_curriculum_that_names_an_unknown_item_is_told_where():
    home = a_home(a_curriculum(an_exercise("rsk-01", frameworks=("apm3:30",))))
    result = run_cli("check", "--json")
    (problem,) = result.json["problems"]
    line = (home / "curriculum.toml").read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert "frameworks" in line
    assert "no framework has an item 'apm3:30'" in problem["message"]


def test_what_renames_or_retires_a_shipped_exercise_takes_its_items_along(tmp_path):
    file = tmp_path / "curriculum.toml"
    head = 'format = 1\ntitle = "Ours"\nversion = "1"\nextends = "shipped"\n'
    keys = 'skill = "risk"\ntitle = "Ours"\nlevel = 2\nhours = [1, 2, 3]'
    heir = f'[[exercises]]\nid = "own-01"\nreplaces = ["rsk-01"]\ncore = true\n{keys}\n'
    gone = f'[[exercises]]\nid = "rsk-06"\nretired = true\n{keys}\n'
    file.write_text(f"{head}\n{heir}\n{gone}", encoding="utf-8")
    item = run_cli("--curriculum", str(file), "show", "pmp-2026:b5", "--json").json["item"]
    assert item["exercises"] == ["own-01", "rsk-02", "rsk-03", "rsk-04", "rsk-05"]
    assert "No problems" in run_cli("check", str(file)).out


@pytest.mark.parametrize("framework", sweep(SHIPPED, quick=["sfia9"]))
def test_a_shipped_one_fits_a_screen_at_80_columns_and_any_width_at_40(framework):
    lines = run_cli("gap", "--framework", framework, COLUMNS="80").out.splitlines()
    assert len(lines) <= 22
    for columns in (40, 80):
        for detail in ((), ("--detail",)):
            shown = run_cli("gap", "--framework", framework, *detail, COLUMNS=str(columns)).out
            assert max(map(len, shown.splitlines())) <= columns


def test_a_framework_that_was_not_read_says_so_and_where_to_look():
    text = text_of("gap", "--framework", "pdcf", COLUMNS="200")
    assert "could not be read" in text
    assert "https://projectdelivery.gov.uk/" in text
    found = run_cli("gap", "--framework", "pdcf", "--json").json["framework"]
    assert (found["value"], found["items"]) == (None, [])


def test_words_say_what_bars_draw():
    text = text_of("--plain", "gap", "--framework", "pmp-2026", COLUMNS="80")
    assert "People, 33 %: 0 of 8" in text
    assert text.isascii()


@pytest.mark.usefixtures("small")
def test_a_certificate_points_to_the_framework_that_it_is_about():
    assert "what of it you cover: pmcareer gap --framework pmp-2026" in text_of(
        "certificate", "pmp"
    )
    (known,) = run_cli("certificate", "pmp", "--json").json["certifications"]
    assert known["frameworks"] == ["pmp-2026"]


@pytest.mark.usefixtures("small")
def test_all_there_is_to_say_of_the_next_task_names_what_it_serves():
    assert "Serves pmp-2026:p2" in text_of("next", "--detail")
    assert "Serves" not in text_of("next")


@pytest.mark.usefixtures("small")
def test_what_was_read_over_a_year_ago_is_named_among_the_facts_to_look_up():
    assert run_cli("check", "--fresh", "--json", today="2027-11-21").json["old"] == []
    old = run_cli("check", "--fresh", "--json", today="2027-11-22").json["old"]
    assert ("pmp-2026", "text", "2026-11-21") in [
        (fact["certification"], fact["aspect"], fact["as_of"]) for fact in old
    ]
