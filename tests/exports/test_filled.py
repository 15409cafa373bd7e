"""What somebody wrote into a sheet is told from what was in it."""

from time import perf_counter

import pytest

from pmcareer.exports.filled import Note, notes_in

GIVEN = "# Ten risks\n\n## Done when\n\n- [ ] Ten\n\n## Your risks ##\n\n| risk | owner |\n|---|---|\n| | |\n\nRate: …\n"


def test_a_cell_and_a_line_are_told_by_their_heading():
    filled = GIVEN.replace("| | |", "| **Late** ferry | Ada |").replace("Rate: …", "Rate: 8 %")
    assert notes_in(filled, GIVEN) == (
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
        "",
    ],
)
def test_as_given_it_tells_nothing(filled):
    assert notes_in(filled, GIVEN) == ()


def test_much_is_cut_and_controls_are_gone():
    filled = GIVEN.replace("| | |", f"| \x1b[31m{'word ' * 500} | |")
    [note] = notes_in(filled, GIVEN)
    assert len(note.text) <= 300
    assert note.text.endswith("...")
    assert "\x1b" not in note.text


@pytest.mark.parametrize("line", ["# " + " " * 190_000 + "x", "- " * 90_000, "|" * 190_000])
def test_a_line_that_never_ends_is_read_in_a_moment(line):
    begun = perf_counter()
    notes_in(f"{GIVEN}{line}\n", GIVEN)
    assert perf_counter() - begun < 2
