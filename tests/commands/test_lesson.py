from running import run_cli


def test_a_lesson_is_kept_with_whom_it_may_help():
    entry = run_cli(
        "lesson", "Ask first", "--for", "new leads", "--on", "yesterday", "--json"
    ).json["entry"]
    assert (entry["text"], entry["for"], entry["on"]) == ("Ask first", "new leads", "2026-11-20")


def test_text_of_several_words_without_quotes_is_not_guessed(home):
    result = run_cli("lesson", "Ask", "first")
    assert result.code == 2
    assert "quotes" in result.err
    assert not home.exists()


def test_alone_it_lists_what_was_kept_the_newest_last(home):
    assert "No lesson is kept yet" in run_cli("lesson").out
    assert not home.exists()
    run_cli("lesson", "Ask first", "--on", "yesterday")
    run_cli("lesson", "Ask twice", "--for", "new leads", "--on", "2026-11-02")
    listed = run_cli("lesson", "--json").json["lessons"]
    assert [each["text"] for each in listed] == ["Ask twice", "Ask first"]
    screen = run_cli("lesson", COLUMNS="80").out
    for part in ("2 Nov 2026", "yesterday", "new leads", listed[0]["id"]):
        assert part in screen


def test_a_lesson_that_was_taken_back_is_not_listed(home):
    run_cli("lesson", "Ask first")
    run_cli("undo")
    assert run_cli("lesson", "--json").json["lessons"] == []


def test_whom_a_lesson_may_help_is_nothing_without_the_lesson(home):
    assert run_cli("lesson", "--for", "leads").code == 2
    assert not home.exists()
