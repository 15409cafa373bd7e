from running import run_cli


def logged(*arguments):
    return run_cli(*arguments, "--json").json["entry"]["id"]


def counting():
    return [entry["id"] for entry in run_cli("history", "--json").json["entries"]]


def test_undo_takes_back_the_last_entry_and_says_which():
    first, second = logged("lesson", "One"), logged("lesson", "Two")
    said = run_cli("undo")
    assert "Taken back: Lesson: Two" in said.out
    assert counting() == [first]
    assert second not in counting()


def test_directly_after_an_undo_another_one_brings_it_back():
    first = logged("lesson", "One")
    run_cli("undo")
    assert "Counts again: Lesson: One" in run_cli("undo").out
    assert counting() == [first]
    run_cli("undo")
    assert counting() == []


def test_an_entry_that_is_named_goes_whatever_came_after():
    first, second = logged("lesson", "One"), logged("lesson", "Two")
    answer = run_cli("undo", first[:6], "--json").json
    assert answer["undone"]["id"] == first
    assert answer["entry"]["kind"] == "void"
    assert [entry["id"] for entry in answer["gone"]] == [first]
    assert answer["back"] == []
    assert counting() == [second]


def test_naming_an_undo_brings_back_what_it_took():
    first = logged("lesson", "One")
    undo = run_cli("undo", "--json").json["entry"]["id"]
    logged("lesson", "Two")
    assert [entry["id"] for entry in run_cli("undo", undo, "--json").json["back"]] == [first]


def test_nothing_is_deleted(home):
    logged("lesson", "One")
    before = (home / "logbook.toml").read_bytes()
    run_cli("undo")
    assert (home / "logbook.toml").read_bytes().startswith(before)


def test_taking_back_what_is_taken_back_says_how_it_returns():
    first = logged("lesson", "One")
    undo = run_cli("undo", "--json").json["entry"]["id"]
    result = run_cli("undo", first)
    assert result.code == 1
    assert f"pmcareer undo {undo}" in result.err


def test_there_is_nothing_to_take_back_at_first(home):
    result = run_cli("undo", "--json")
    assert result.code == 1
    assert result.error["code"] == "nothing-to-undo"
    assert not home.exists()


def test_a_dry_run_changes_nothing(home):
    logged("lesson", "One")
    before = (home / "logbook.toml").read_bytes()
    assert run_cli("undo", "--dry-run", "--json").json["stored"] is False
    assert (home / "logbook.toml").read_bytes() == before


def test_an_empty_or_unknown_id_is_refused():
    logged("lesson", "One")
    assert run_cli("undo", "").code == 2
    assert run_cli("undo", "zzzzz", "--json").error["code"] == "unknown-entry"
    assert len(counting()) == 1
