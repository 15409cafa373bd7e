import pytest

from running import a_home, run_cli

from builders import experience


def test_months_that_overlap_count_once_and_each_kind_counts_as_what_it_is_too():
    a_home(
        None,
        experience("leading", "2026-01-01", "2026-06-30"),
        experience("hands-on", "2026-04-01", "2026-09-30"),
    )
    answer = run_cli("experience", "--json").json
    assert answer["months"] == {"hands-on": 9.0, "delivery": 6.0, "leading": 6.0}
    assert [stretch["months"] for stretch in answer["experience"]] == [6.0, 6.0]


def test_without_an_end_it_is_still_going_on():
    entry = run_cli(
        "experience", "pmo", "--from", "2026-11-01", "--role", "pmo-analyst", "--json"
    ).json["entry"]
    assert "to" not in entry
    assert entry["role"] == "pmo-analyst"
    assert "still" in run_cli("experience").out


@pytest.mark.parametrize("end", ["now", "Present"])
def test_what_a_cv_says_to_be_until_now_goes_on(end):
    said = run_cli("experience", "pmo", "--from", "2024", "--to", end, "--json")
    assert "to" not in said.json["entry"]


def test_a_kind_of_work_that_is_none_gets_the_nearest():
    result = run_cli("experience", "leeding", "--from", "2026-01-01")
    assert result.code == 2
    assert "'leading'" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["leading"], id="no start"),
        pytest.param(
            ["leading", "--from", "2026-05-01", "--to", "2026-04-30"], id="an end before the start"
        ),
        pytest.param(["leading", "--from", "1999-12-31"], id="another century"),
        pytest.param(["--from", "2026-01-01"], id="no kind of work"),
        pytest.param(
            ["leading", "--from", "2026-01-01", "--organisation", ""], id="an empty organisation"
        ),
        pytest.param(["pmo+portfolio", "--from", "2026-01-01"], id="two kinds at once"),
    ],
)
def test_a_stretch_that_can_not_be_meant_is_refused(arguments, home):
    assert run_cli("experience", *arguments).code == 2
    assert not home.exists()


def test_nothing_on_record_shows_an_example():
    assert "pmcareer experience leading" in run_cli("experience").out


LED = ("experience", "leading", "--from", "2024-01-01")


def test_how_complex_a_stay_was_is_kept_as_a_word_or_as_ten_points():
    entry = run_cli(*LED, "--complexity", "complex", "--json").json["entry"]
    assert entry["complexity"] == "complex"
    points = "3,3,3,3,3,3,3,3,4,4"
    entry = run_cli(*LED, "--complexity", points, "--dry-run", "--json").json["entry"]
    assert (entry["complexity"], sum(entry["scores"])) == ("very-complex", 32)
    assert "leading, complex" in run_cli("experience").out


def test_the_same_stay_said_again_with_its_complexity_counts_once():
    run_cli(*LED, "--to", "2024-12-31")
    run_cli(*LED, "--to", "2024-12-31", "--complexity", "moderate")
    assert run_cli("experience", "--json").json["months"]["leading"] == 12


@pytest.mark.parametrize("wrong", ["hard", "3,3", "3,3,3,3,3,3,3,3,3,5", "", "ask"])
def test_a_complexity_that_is_none_is_refused(wrong, home):
    assert run_cli(*LED, "--complexity", wrong).code == 2
    assert not (home / "logbook.toml").exists()


def test_complexity_is_said_of_a_stay():
    assert run_cli("experience", "--complexity", "complex").code == 2


def test_the_roles_asked_about_are_those_first_that_do_nothing_but_this_work():
    run_cli("profile", "--role", "programmer", "--target", "tech-pm")
    said = " ".join(
        run_cli("experience", "leading", "--from", "2022-12-01", "--to", "2026-10-31").out.split()
    )
    assert "(junior-pm, tech-pm, project-manager)" in said
