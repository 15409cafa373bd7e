import pytest

from running import a_home, run_cli

from builders import a_curriculum, a_lesson, an_exercise, assessed, closed, finished, void, worked

SMALL = a_curriculum(
    an_exercise("rsk-01", replaces=("old-01",)),
    an_exercise("rsk-02"),
    an_exercise("pln-01", skill="planning"),
)
TAKEN = a_lesson("Taken back", id="taken", on="2026-11-18")
ENTRIES = (
    finished("pln-01", id="plan", on="2026-11-10"),
    worked("rsk-02", id="begun", on="2026-11-14"),
    finished("old-01", id="old", on="2026-11-12"),
    assessed("risk", 2, id="rated", on="2026-11-16"),
    closed("CRM", skills=("risk",), id="closed", on="2026-11-17"),
    TAKEN,
    void(TAKEN, id="back", on="2026-11-18"),
    finished("gone-99", id="gone", on="2026-11-20"),
)


def ids(*arguments):
    a_home(SMALL, *ENTRIES)
    return [entry["id"] for entry in run_cli("history", *arguments, "--json").json["entries"]]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(
            [],
            ["plan", "old", "begun", "rated", "closed", "gone"],
            id="all that counts, newest last",
        ),
        pytest.param(["--kind", "finished,worked"], ["plan", "old", "begun", "gone"], id="kinds"),
        pytest.param(["--exercise", "rsk-01"], ["old"], id="an exercise under its old id"),
        pytest.param(["--exercise", "gone-99"], ["gone"], id="an exercise that is no more"),
        pytest.param(["--skill", "risk"], ["old", "begun", "rated", "closed"], id="a skill"),
        pytest.param(["--since", "2026-11-16"], ["rated", "closed", "gone"], id="from a day on"),
        pytest.param(["--until", "2026-11-12"], ["plan", "old"], id="up to a day"),
        pytest.param(["--limit", "2"], ["closed", "gone"], id="the newest"),
        pytest.param(["--kind", "lesson"], [], id="taken back, so not there"),
        pytest.param(["--kind", "lesson", "--all"], ["taken"], id="taken back, and asked for"),
    ],
)
def test_entries_are_filtered(filters, expected):
    assert ids(*filters) == expected


def test_what_was_taken_back_is_marked():
    a_home(SMALL, *ENTRIES)
    assert "[taken back] Lesson: Taken back" in run_cli("history", "--all").out
    entries = run_cli("history", "--all", "--json").json["entries"]
    assert {entry["id"] for entry in entries if entry["void"]} == {"taken"}


def test_every_line_has_its_id_so_that_it_can_be_taken_back():
    a_home(SMALL, *ENTRIES)
    assert [line.split()[-1] for line in run_cli("history").out.splitlines()] == ids()


def test_an_empty_logbook_says_what_to_do_next():
    assert "pmcareer next" in run_cli("history").out
    assert run_cli("history", "--json").json["entries"] == []


def test_a_damaged_end_is_named_and_the_rest_is_shown():
    home = a_home(SMALL, *ENTRIES)
    with (home / "logbook.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[entries]]\nkind = "lesson"\non = 2026-11-2')
    result = run_cli("history")
    assert len(result.out.splitlines()) == len(ids())
    assert "logbook.toml:" in result.err
    assert "pmcareer doctor" in result.err


def test_text_can_not_command_the_terminal():
    home = a_home(SMALL)
    text = 'format = 1\n\n[[entries]]\nkind = "lesson"\non = 2026-11-20\ntext = "[red]x[/] :smile:"\nid = "a"\n'
    (home / "logbook.toml").write_text(text, encoding="utf-8")
    assert "[red]x[/] :smile:" in run_cli("history").out


@pytest.mark.parametrize(
    "wrong", [["--kind", "finishd"], ["--since", "soon"], ["--limit", "0"], ["--kind", ""]]
)
def test_a_filter_that_can_not_be_meant_is_refused(wrong):
    assert run_cli("history", *wrong).code == 2
