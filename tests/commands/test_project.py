from running import a_home, run_cli

from builders import a_curriculum, an_exercise, closed

SMALL = a_curriculum(an_exercise("rsk-01"), an_exercise("pln-01", skill="planning"))


def test_a_project_is_kept_with_its_outcome_and_skills():
    a_home(SMALL)
    arguments = [
        "project",
        "New CRM",
        "--outcome",
        "In use",
        "--size",
        "6 people",
        "--skills",
        "risk,plan",
        "--json",
    ]
    entry = run_cli(*arguments, "--on", "2026-05-31").json["entry"]
    assert entry["project"] == "New CRM"
    assert entry["skills"] == ["risk", "planning"]
    assert entry["on"] == "2026-05-31"


def test_alone_it_lists_them_the_earliest_first():
    a_home(SMALL, closed("Second", on="2026-05-01"), closed("First", on="2025-05-01"))
    assert [entry["project"] for entry in run_cli("project", "--json").json["projects"]] == [
        "First",
        "Second",
    ]
    assert "First" in run_cli("project").out.splitlines()[0]


def test_without_an_outcome_or_a_title_nothing_is_kept(home):
    assert "--outcome" in run_cli("project", "New CRM").err
    assert "TITLE" in run_cli("project", "--outcome", "In use").err
    assert run_cli("project", "", "--outcome", "In use").code == 2
    assert not home.exists()


def test_nothing_on_record_shows_an_example():
    assert "pmcareer project" in run_cli("project").out
