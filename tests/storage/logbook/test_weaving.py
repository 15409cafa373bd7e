"""Comments in three ways: none is lost, doubled or moved, whichever side is ours."""

import pytest

from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.git_driver import accept_removed, merge_for_git
from pmcareer.storage.logbook.losses import losses_of
from pmcareer.storage.logbook.merging import joined, merged
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.storage.logbook.weaving import Piece, both, text_woven, woven

from builders import finished, logbook_text, worked

FIRST, SECOND, THIRD, FOURTH = (
    worked("pmf-01", 60, id="a"),
    finished("pmf-02"),
    finished("pmf-03"),
    finished("pmf-04"),
)
HARD = b"# January was hard"
HARDER = b"# January was HARD"


def text(*entries):
    """A logbook with a comment above its first entry."""
    whole = logbook_text(*entries).replace("[[entries]]", HARD.decode() + "\n[[entries]]", 1)
    return whole.encode()


def loosely(raw):
    """With a comment between two entries that is of neither."""
    return raw.replace(b'id = "a"\n', b'id = "a"\n\n# a new year\n')


BASE = text(FIRST, SECOND)
EDITED = BASE.replace(b"minutes = 60", b"minutes = 75")
REWORDED = BASE.replace(HARD, HARDER)
INSIDE = BASE.replace(b"minutes = 60", b"minutes = 60  # B's words")
NOTED = BASE.replace(b"minutes = 60", b'minutes = 60\nnote = "a"')


def driven(tmp_path, base, ours, theirs):
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, raw in zip(paths, (base, ours, theirs), strict=True):
        path.write_bytes(raw)
    done = merge_for_git(*paths)
    assert paths[1].read_bytes() == done.text
    return done


@pytest.mark.parametrize("is_swapped", [False, True])
@pytest.mark.parametrize(
    ("ours", "theirs", "then"),
    [
        (EDITED, REWORDED, EDITED.replace(HARD, HARDER)),
        (NOTED, INSIDE, INSIDE.replace(b"B's words", b'B\'s words\nnote = "a"')),
        (text(FIRST, SECOND, THIRD), REWORDED, text(FIRST, SECOND, THIRD).replace(HARD, HARDER)),
        (BASE + b"\n# mine\n", REWORDED, REWORDED + b"\n# mine\n"),
        (BASE.replace(HARD + b"\n", b""), text(FIRST, SECOND, THIRD), None),
        (text(FIRST, SECOND, THIRD), loosely(BASE), loosely(text(FIRST, SECOND, THIRD))),
    ],
    ids=["above", "behind a value", "beside an entry", "at the end", "taken out", "between"],
)
def test_a_comment_of_one_side_takes_its_place(tmp_path, ours, theirs, then, is_swapped):
    if then is None:
        then = theirs.replace(HARD + b"\n", b"")
    sides = (theirs, ours) if is_swapped else (ours, theirs)
    done = driven(tmp_path, BASE, *sides)
    assert done.open == ()
    assert done.text == then
    assert merged(*sides, BASE, ours_wins=True, with_comments=True).text == then


@pytest.mark.parametrize("is_swapped", [False, True])
@pytest.mark.parametrize("tail", [b"", b"\n# the end\n"], ids=["above all", "below all"])
@pytest.mark.parametrize("entries", [(), (SECOND,)], ids=["without an entry", "with one"])
def test_a_comment_at_no_entry_that_one_side_reworded_stands_where_it_stood(
    entries, tail, is_swapped
):
    base = HARD + b"\n\n" + logbook_text(*entries).encode() + tail
    reworded = base.replace(tail.strip() or HARD, HARDER)
    sides = (base + logbook_text(THIRD).partition("= 1\n")[2].encode(), reworded)
    whole = merged(*(sides[::-1] if is_swapped else sides), base, with_comments=True).text
    assert whole == sides[0].replace(tail.strip() or HARD, HARDER)


@pytest.mark.parametrize("is_swapped", [False, True])
@pytest.mark.parametrize(
    "theirs",
    [
        REWORDED.replace(b"minutes = 60", b'minutes = 60\nnote = "b"'),
        BASE.replace(b"minutes = 60", b"minutes = 60 # b"),
    ],
    ids=["a comment above", "a comment on the same line"],
)
def test_where_both_changed_an_entry_both_whole_texts_are_in_the_file(tmp_path, theirs, is_swapped):
    ours = EDITED if b"note" in theirs else BASE.replace(b"minutes = 60", b"minutes = 60 # a")
    sides = (theirs, ours) if is_swapped else (ours, theirs)
    done = driven(tmp_path, BASE, *sides)
    (sentence,) = done.open
    assert "both sides changed it" in sentence
    for side in sides:
        entry = side.partition(b"# January")[2].partition(b"\n\n")[0]
        assert b"# January" + entry + b"\n" in done.text.replace(b"\n=====", b"\n\n=====")
    settled = joined(done.text)
    assert b"<<<<" not in settled


def test_what_was_not_chosen_of_two_comments_is_handed_back():
    sides = [
        BASE.replace(b"minutes = 60", b"minutes = 60 # " + each) for each in (b"by a", b"by b")
    ]
    for ours, theirs in (sides, sides[::-1]):
        merge = merged(ours, theirs, BASE)
        (disagreed,) = merge.disagreed
        assert merge.text == sides[1]
        assert "# by a" in disagreed.other


def test_a_comment_above_an_entry_of_two_texts_comes_along_without_a_base():
    theirs = REWORDED.replace(b"minutes = 60", b'minutes = 60\nnote = "b"')
    whole = merged(BASE, theirs).text
    assert whole.index(HARD) < whole.index(HARDER) < whole.index(b"[[entries]]")
    assert whole.count(HARDER) == 1


def test_entries_that_both_added_stand_apart(tmp_path):
    done = driven(tmp_path, BASE, text(FIRST, SECOND, THIRD), text(FIRST, SECOND, FOURTH))
    assert done.text == text(FIRST, SECOND, THIRD, FOURTH)


def test_an_entry_that_one_side_removed_takes_its_comment_along_unless_that_was_changed():
    gone = logbook_text(SECOND).encode()
    assert merged(BASE, gone, BASE).text == gone
    kept = merged(REWORDED, gone, BASE).text
    assert kept.count(HARDER) == 1
    assert b"minutes = 60" not in kept
    kept = merged(gone, REWORDED, BASE, with_comments=True).text
    assert kept == gone.replace(b"[[entries]]", HARDER + b"\n\n[[entries]]")


def test_a_removal_that_git_brings_is_no_loss(tmp_path, monkeypatch):
    logbook, state = tmp_path / "logbook.toml", tmp_path / "state"
    append_entries(logbook, state, [FIRST, SECOND])
    monkeypatch.chdir(tmp_path)
    both, gone = logbook.read_bytes(), logbook_text(SECOND).encode()
    accept_removed(driven(tmp_path, both, both, gone), logbook, state)
    assert logbook.read_bytes() == both
    assert losses_of(logbook, state, read_logbook(logbook)) == {}
    logbook.write_bytes(gone)
    assert losses_of(logbook, state, read_logbook(logbook)) == {}
    logbook.write_bytes(logbook_text().encode())
    assert list(losses_of(logbook, state, read_logbook(logbook))) == [SECOND.id]


def test_a_merge_that_takes_nothing_out_leaves_the_state_folder_alone(tmp_path, monkeypatch):
    logbook, state = tmp_path / "logbook.toml", tmp_path / "state"
    logbook.write_bytes(BASE)
    monkeypatch.chdir(tmp_path)
    accept_removed(driven(tmp_path, BASE, BASE, EDITED), logbook, state)
    assert not state.exists()


def test_two_changes_of_the_same_line_are_for_nobody_to_bring_together():
    assert text_woven("a = 1\n", "a = 1  # x\n", "a = 1\nb = 2\n") == "a = 1  # x\nb = 2\n"
    assert text_woven("a = 1\n", "a = 2\n", "a = 1  # x\n") == "a = 2  # x\n"
    assert text_woven("a = 1\n", "a = 2\n", "a = 3\n") is None


def test_what_both_changed_alike_stands_once():
    ours, theirs = "a = 2\nb = 1\nc = 1\n", "a = 2\nb = 1  # x\n"
    assert text_woven("a = 1\nb = 1\n", ours, theirs) == "a = 2\nb = 1  # x\nc = 1\n"
    assert letters_woven("az", "abcz", "abdz") == "abcdz"


def letters_woven(*sides, settle=both):
    pieces = [[Piece(key=each, text=each) for each in side] for side in sides]
    return "".join(piece.text for piece in woven(*pieces, settle))


def test_of_a_place_that_both_changed_what_either_took_out_is_gone():
    assert letters_woven("abcdz", "xbydz", "wdz") == "xywdz"
    assert letters_woven("abcdz", "wdz", "xbydz") == "wxydz"


def test_a_place_that_both_changed_reaches_as_far_as_either_did():
    sides = ("abcdz", "xbydz", "wdz")
    for ours, theirs in (sides[1:], sides[:0:-1]):
        whole = letters_woven(sides[0], ours, theirs, settle=lambda _, one, other: one + other)
        assert whole == ours.removesuffix("dz") + theirs
