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
