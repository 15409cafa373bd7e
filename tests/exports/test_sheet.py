"""A sheet is Markdown that reads as it was meant, whoever wrote the curriculum."""

from markdown_it import MarkdownIt

from pmcareer.exports.sheet import examples_in, harmless, sheet_of
from sweeps import of_each

from builders import a_step, an_exercise


def test_what_a_curriculum_says_is_text_and_no_markup():
    step = a_step(
        title="# [Ask](http://x.example)", accept=("<b>Done</b> *now*",), do="1. `rm` | <i>"
    )
    html = MarkdownIt().render(sheet_of(step, None))
    assert "<a " not in html
    assert "<b>" not in html
    assert "<em>" not in html
    assert "# [Ask](http://x.example)" in html


@of_each(
    [
        "<script>alert(1)</script>",
        "</div><iframe src=x>",
        "<!-- hidden -->",
        "<img src=x onerror=alert(1)>",
        "<?php",
        "[a](javascript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](javascript\\:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](vbscript:x)",
        "[a]: \n  javascript:alert(1)\n\n[a]",
        "![a](https://example.org/pixel.png)",
        "[a]( <JavaScript:alert(1)>)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "![a](data:text/html,x)",
    ]
)
def test_a_hostile_sheet_commands_no_browser(text):
    html = MarkdownIt("commonmark", {"html": True}).render(harmless(text))
    for sign in ("<script", "<iframe", "<img src=x", "<!--", "<?php", "<div"):
        assert sign not in html
    for scheme in ('href="javascript:', 'src="data:', 'src="javascript:'):
        assert scheme not in html.lower()


def test_what_commands_a_terminal_or_hides_is_taken_out():
    assert harmless("a\x1b[2Jb\x07\u202ec\u200bd\r\ne") == "a[2Jbcd\ne"


def test_its_markdown_stays():
    text = "## Table\n\n| a | b |\n|---|---|\n| 1 < 2 | <https://example.org> |\n\n- [ ] box\n"
    assert harmless(text) == text


def test_an_example_ends_at_the_next_heading_of_its_depth():
    text = (
        "## A\n\nno\n\n### A good one\n\nyes\n\n#### more\n\ntoo\n\n### Poor\n\nbad\n\n## B\n\nno\n"
    )
    examples = examples_in(text)
    assert "no" not in examples
    for kept in ("yes", "#### more", "too", "### Poor", "bad"):
        assert kept in examples
    assert examples_in("## Goodness\n\nno\n") == ""


def test_an_exercise_without_a_checklist_still_has_room_for_what_was_done():
    text = sheet_of(an_exercise(accept=()), None)
    assert "## What I did" in text
    assert "Done when" not in text


def test_where_the_curriculum_has_a_sheet_no_other_room_is_made():
    text = sheet_of(a_step(accept=("One",)), "## Ours\n")
    assert "## Ours" in text
    assert "What I did" not in text
    assert text.endswith("## Ours\n")


def test_an_example_is_known_by_its_whole_heading():
    text = "## What good risks look like\n\nno\n\n## A good example\n\nyes\n"
    assert examples_in(text) == "## A good example\n\nyes"


def test_a_sheet_without_a_heading_gets_one_so_that_what_is_filled_in_is_found():
    assert "## Your work\n\n| a |" in sheet_of(an_exercise(), "| a |\n|---|\n| |\n")
