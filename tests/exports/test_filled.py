"""What somebody wrote into a sheet is told from what was in it."""

import pytest

from pmcareer.exports.filled import Note, held_against, with_mark

GIVEN = "# Ten risks\n\n## Done when\n\n- [ ] Ten\n\n## Your risks ##\n\n| risk | owner |\n|---|---|\n| | |\n\nRate: …\n"


def notes_of(filled, given):
    return held_against(given, filled).notes


def test_a_cell_and_a_line_are_told_by_their_heading():
    filled = GIVEN.replace("| | |", "| **Late** ferry | Ada |").replace("Rate: …", "Rate: 8 %")
    assert notes_of(filled, GIVEN) == (
        Note(heading="Your risks", text="Late ferry, Ada; Rate: 8 %"),
    )


@pytest.mark.parametrize(
    "filled",
    [
        GIVEN,
        GIVEN.replace("[ ]", "[x]"),
        GIVEN.replace("|---|---|", "| ----- | :---- |".replace(":", "")),
        GIVEN.replace("\n", "\r\n"),
        f"{GIVEN}\n\n---\n\n…\n",
        GIVEN.replace("- [ ]", "* [x]"),
        GIVEN.replace("…", "..."),
        "## Your risks\n\n" + " ".join(GIVEN.partition("## Your risks ##")[2].split()),
        "",
    ],
)
def test_as_given_it_tells_nothing(filled):
    assert notes_of(filled, GIVEN) == ()


def test_much_is_cut_and_controls_are_gone():
    filled = GIVEN.replace("| | |", f"| \x1b[31m{'word ' * 500} | |")
    [note] = notes_of(filled, GIVEN)
    assert len(note.text) <= 300
    assert note.text.endswith("...")
    assert "\x1b" not in note.text


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        ("# " + " " * 190_000 + "x", []),
        ("- " * 90_000, []),
        ("|" * 190_000, []),
        ("# a\n# b1\nc\n" * 9_000, ["b1"]),
    ],
)
def test_a_line_that_never_ends_is_read_to_its_end(line, headings):
    assert [note.heading for note in notes_of(f"{GIVEN}{line}\n", GIVEN)] == headings


PROSE = """## Your case

Don't say "sure" of **a guess**. Name it, and say on which day it was made.

**I recommend:** … **because** … **It would be wrong if** …

Rate: … %, from … (paper, date). Years looked at: … because …
"""


@pytest.mark.parametrize(
    "other",
    [
        PROSE.replace("'", "\u2019").replace('"sure"', "\u201csure\u201d"),
        PROSE.replace("**", "__"),
        PROSE.replace(". Name", ".\nName").replace("on which", "on\nwhich"),
        PROSE.replace("## Your case", "## Your  case ##").replace("…", "..."),
    ],
)
def test_the_same_words_in_another_shape_are_nobody_s_own(other):
    assert notes_of(other, PROSE) == ()


def test_a_place_that_is_still_to_be_filled_in_is_not_quoted():
    filled = PROSE.replace("… **because** …", "buy **because** it pays").replace("… %", "8 %")
    [note] = notes_of(filled.replace("at: …", "at: 5"), PROSE)
    assert note.text == "I recommend: buy because it pays; Rate: 8 %; Years looked at: 5"


def test_slips_of_markup_are_text():
    filled = PROSE.replace("Rate: …", "Rate: <b>x</b> \\*_8_\\* 3 * 4 > 2 `cd`")
    [note] = notes_of(filled, PROSE)
    assert note.text.startswith("Rate: x 8 3 * 4 > 2 cd")


@pytest.mark.parametrize(
    "heading",
    [
        "What good risks look like",
        "My review of reviewer remarks",
        "Poor, better, best",
        "My faults",
    ],
)
def test_only_a_whole_heading_stands_aside(heading):
    given = f"## {heading}\n\n| a |\n|---|\n| |\n"
    [note] = notes_of(given.replace("| |", "| Ada |"), given)
    assert note == Note(heading=heading, text="Ada")


@pytest.mark.parametrize(
    "heading",
    ["A good example", "A poor one", "The three faults", "A mail to your reviewer", "Poor ##"],
)
def test_what_stands_below_an_example_or_a_mail_is_no_work(heading):
    given = f"## {heading}\n\n> Fire\n"
    assert notes_of(f"{given}\nand flood, and more of it\n\n### Deeper\n\nyes\n", given) == ()


MENDED = PROSE.replace("Name it", "Give its source").replace("## Your", "## The best") + "\nMore.\n"


def test_an_older_edition_that_nobody_touched_is_known_by_its_mark():
    found = held_against(with_mark(MENDED), with_mark(PROSE).replace("**", "__"))
    assert found.notes == ()
    assert found.is_sheet
    assert found.is_whole
    assert notes_of(PROSE, MENDED) != ()


def test_of_an_older_edition_only_what_was_touched_is_told():
    older = f"{PROSE}\n## Who\n\n| name |\n|---|\n| |\n"
    filled = with_mark(older).replace("| |", "| Ada |")
    [note] = notes_of(filled, with_mark(MENDED))
    assert note.heading == "Who"
    assert note.text.endswith("Ada")


def test_what_is_written_behind_the_mark_is_told():
    [note] = notes_of(f"{with_mark(GIVEN)}\nBy Ada, in May.\n", with_mark(GIVEN))
    assert note.text == "By Ada, in May."


def test_an_emptied_sheet_and_another_text_are_not_taken_for_the_sheet_as_given():
    assert held_against(GIVEN, GIVEN).is_whole
    emptied = held_against(GIVEN, "# Ten risks\n")
    assert emptied.is_sheet
    assert not emptied.is_whole
    assert not held_against(GIVEN, "hello").is_sheet
