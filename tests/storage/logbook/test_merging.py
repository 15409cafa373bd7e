"""One merge for all: any order gives the same entries, and nothing of either side is lost."""

import re

import pytest
from hypothesis import strategies as st

from pmcareer.errors import DataFileBroken, NotStored
from pmcareer.storage.logbook.blocks import blocks_in
from pmcareer.storage.logbook.choosing import canonical
from pmcareer.storage.logbook.conflicts import sides_of
from pmcareer.storage.logbook.joining import refuse_unsound
from pmcareer.storage.logbook.layout import HEADER
from pmcareer.storage.logbook.merging import joined, merged
from pmcareer.storage.logbook.reading import logbook_in
from pmcareer.storage.toml import parse
from sweeps import for_all

from builders import LOGBOOK_HEADER, a_profile, finished, logbook_text, void, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")
LONGER = worked("pmf-02", 45, id=SECOND.id, note="and a half")
SHORTER = worked("pmf-02", 9, id=SECOND.id)
EARLIER = (
    "# pmcareer logbook. Yours to read and edit. "
    "pmcareer adds entries at its end and changes nothing above."
)
"""The first line of every file that an earlier version has begun."""


def text(*entries):
    return logbook_text(*entries).encode()


def entries_of(raw):
    logbook = logbook_in(raw, file="logbook.toml")
    assert logbook.problems == ()
    return logbook.entries


def said(raw):
    """What counts: each id with all that is said of it."""
    return {name: canonical(each.row) for name, each in blocks_in(joined(raw)).written.items()}


def test_what_only_theirs_has_comes_at_the_end_and_not_a_byte_above_changes():
    ours = b"\xef\xbb\xbf# mine\r\n" + text(FIRST).replace(b"\n", b"\r\n") + b"  # tail, no end"
    whole = merged(ours, text(SECOND, FIRST)).text
    assert whole.startswith(ours)
    assert entries_of(whole) == (FIRST, SECOND)
    assert b"\n" not in whole.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "then"),
    [
        ((FIRST, SECOND), (FIRST, SECOND), (FIRST, LONGER), (FIRST, LONGER)),
        ((FIRST, SECOND), (FIRST, LONGER), (FIRST, SECOND), (FIRST, LONGER)),
        ((FIRST, SECOND), (FIRST, LONGER), (FIRST, LONGER, THIRD), (FIRST, LONGER, THIRD)),
        ((FIRST, SECOND), (FIRST, SECOND, THIRD), (FIRST,), (FIRST, THIRD)),
        ((FIRST, SECOND), (FIRST,), (FIRST, SECOND, THIRD), (FIRST, THIRD)),
        ((FIRST, SECOND), (FIRST,), (FIRST,), (FIRST,)),
        ((SECOND,), (SECOND, SECOND), (), ()),
        ((), (FIRST,), (SECOND,), (FIRST, SECOND)),
    ],
    ids=[
        "they changed one",
        "we changed one",
        "both changed one alike",
        "they removed one",
        "we removed one",
        "both removed one",
        "they removed one that is there twice",
        "nothing in common",
    ],
)
def test_a_change_since_the_base_is_taken_over_and_a_removal_stays(base, ours, theirs, then):
    merge = merged(text(*ours), text(*theirs), text(*base))
    assert entries_of(merge.text) == then
    assert merge.disagreed == ()


@pytest.mark.parametrize("base", [(), (FIRST, SECOND)], ids=["without a base", "with one"])
def test_what_both_changed_is_decided_alike_whoever_merges_and_is_named(base):
    """G09: what says more counts, and the other text is handed back."""
    for ours, theirs in ((LONGER, SHORTER), (SHORTER, LONGER)):
        merge = merged(text(FIRST, ours), text(FIRST, theirs), text(*base))
        assert entries_of(merge.text) == (FIRST, LONGER)
        (disagreed,) = merge.disagreed
        assert disagreed.id == SECOND.id
        assert "minutes = 45" in disagreed.kept
        assert "minutes = 9" in disagreed.other


def test_an_entry_that_counts_goes_before_one_that_does_not():
    """G06: a bit that fell over in a copy takes nothing away."""
    broken = text(FIRST, LONGER).replace(b'"worked"', b'"work\x65e"')
    for ours, theirs in ((broken, text(SHORTER)), (text(SHORTER), broken)):
        assert SHORTER in entries_of(merged(ours, theirs).text)


@pytest.mark.parametrize("is_ours", [True, False], ids=["in ours", "in theirs"])
def test_of_two_rows_with_one_id_that_which_counts_is_merged(is_ours):
    """After `doctor --restore` the damaged row stands above the good one."""
    damaged = text(FIRST, LONGER).replace(b'"worked"', b'"work\x65e"')
    restored = damaged + text(LONGER).partition(b"format = 1\n")[2]
    sides = (restored, text(LONGER)) if is_ours else (text(LONGER), restored)
    merge = merged(*sides)
    assert merge.disagreed == ()
    assert merge.added == (() if is_ours else (FIRST.as_row(),))
    assert LONGER in entries_of(merge.text)
    assert not is_ours or merge.text == restored


def test_of_two_rows_with_one_id_that_both_count_the_first_does_as_everywhere():
    """F29."""
    twice = text(FIRST, SHORTER, LONGER)
    assert merged(text(FIRST), twice).added == (SHORTER.as_row(),)
    assert merged(twice, text(SHORTER)).disagreed == ()


@pytest.mark.parametrize("is_swapped", [False, True])
def test_a_change_goes_before_a_removal_and_both_are_named(is_swapped):
    sides = [text(FIRST), text(FIRST, LONGER)]
    merge = merged(*(sides[::-1] if is_swapped else sides), text(FIRST, SECOND))
    assert entries_of(merge.text) == (FIRST, LONGER)
    assert [each.id for each in merge.disagreed] == [SECOND.id]


def test_whoever_edits_may_decide_and_the_other_text_is_handed_back():
    merge = merged(text(SHORTER), text(LONGER, THIRD), text(SECOND), ours_wins=True)
    assert entries_of(merge.text) == (SHORTER, THIRD)
    assert "minutes = 45" in merge.disagreed[0].other


def test_comments_of_ours_stay_where_an_entry_is_changed_or_removed():
    ours = text(FIRST, SECOND).replace(b"[[entries]]", b"# above\n[[entries]]  # behind")
    ours = ours.replace(b"minutes = 30", b"minutes = 30  # inside")
    for theirs in (text(FIRST, LONGER), text(FIRST)):
        whole = merged(ours, theirs, text(FIRST, SECOND)).text
        for comment in (b"# above", b"# behind", b"# inside"):
            assert whole.count(comment) == ours.count(comment)


def test_keys_in_another_order_say_the_same():
    table = text(SECOND).split(b"[[entries]]\n")[1]
    turned = b"".join(reversed(table.splitlines(keepends=True)))
    ours = text(FIRST, SECOND)
    merge = merged(ours, ours.replace(table, turned))
    assert merge.text == ours
    assert (merge.changed, merge.disagreed) == ((), ())


def test_a_list_of_other_words_says_something_else():
    one, two = (a_profile(practices=names, id="p") for names in (("h01",), ("h01", "h02")))
    assert entries_of(merged(text(one), text(two), text(one)).text) == (two,)
    assert [each.id for each in merged(text(one), text(two)).disagreed] == ["p"]


def test_a_record_that_only_ours_changed_stays_byte_for_byte_whatever_its_line_ends():
    """F22."""
    base = text(FIRST, SECOND)
    for mine in (b"minutes = 9\r\n", b"minutes = 30  # mine\r\n"):
        ours = base.replace(b"minutes = 30\n", mine)
        assert merged(ours, base, base).text == ours


def test_what_is_removed_leaves_no_gap_and_takes_nothing_from_its_neighbours():
    whole = text(FIRST, SECOND, THIRD)
    assert merged(whole, text(FIRST, THIRD), whole).text == text(FIRST, THIRD)
    above = b"# mine, above\n[[entries]]"
    ours = above.join(whole.rsplit(b"[[entries]]", 2)[:2]) + b"[[entries]]"
    ours += whole.rsplit(b"[[entries]]", 1)[1]
    then = text(FIRST) + b"\n# mine, above\n" + text(THIRD).partition(b"format = 1\n")[2]
    assert merged(ours, text(FIRST, THIRD), whole).text == then


def test_a_file_that_begins_with_an_entry_keeps_its_others_and_gets_keys_above_it():
    first, second = (text(each).partition(b"format = 1\n\n")[2] for each in (FIRST, SECOND))
    ours = first + b"\n" + second
    removed = merged(ours, second, ours).text
    assert entries_of(removed) == (SECOND,)
    assert removed.endswith(second)
    assert merged(ours, b'owner = "me"\n').text == b'owner = "me"\n' + ours


def test_what_comes_along_stands_below_the_keys_and_a_blank_line_apart():
    assert merged(text(FIRST)[:-1], text(FIRST, SECOND)).text == text(FIRST, SECOND)
    assert b'format = 1\nowner = "me"\n\n' in merged(text(FIRST), THEIRS).text


def test_what_stands_in_the_way_is_named_with_the_command_that_mends_it(tmp_path):
    oops = text(FIRST) + b"oops\n"
    sides = text(FIRST) + b"<<<<<<< a\n# one\n=======\n# two\n>>>>>>> b\n"
    for raw, mend in ((oops, "pmcareer edit"), (sides, "pmcareer doctor --fix")):
        with pytest.raises(DataFileBroken) as caught:
            refuse_unsound(tmp_path / "logbook.toml", raw)
        assert mend in caught.value.hint
        assert ("doctor --fix" in caught.value.hint) == (raw == sides)
        assert "Nothing was changed." in caught.value.hint


NEIGHBOURS = b"""format = 1

[[entries]]
kind = "dreamt"
id = "a"
# below a

[[entries]]
kind = "dreamt"
id = "b"
# above c
[[entries]]
kind = "dreamt"
id = "c"
note = '''
of several lines
# the last of them'''
"""


@pytest.mark.parametrize(("name", "comment"), [("a", "# below a"), ("b", ""), ("c", "# above c")])
def test_a_comment_goes_with_the_record_that_it_stands_at(name, comment):
    known = {entry["id"]: entry for entry in parse(NEIGHBOURS)["entries"]}
    others = [f'\n[[entries]]\nkind = "dreamt"\nid = "{each}"\n' for each in known if each != name]
    if name != "c":
        others[-1] += f"note = {canonical(known['c']['note'])}\n".replace("'", '"')
    merge = merged("".join(["format = 1\n", *others]).encode(), NEIGHBOURS)
    came = merge.text.decode().partition(f'id = "{name}"')
    assert parse(merge.text)["entries"][-1] == known[name]
    for each in ("# below a", "# above c"):
        assert (each in came[0] + came[2]) == (each == comment)


@pytest.mark.parametrize("quotes", ["'''", '"""'])
def test_a_text_that_ends_in_what_looks_like_a_comment_stays_whole(quotes):
    note = f'note = "and a half"\nid = "{LONGER.id}"\n'
    below = f'id = "{LONGER.id}"\nnote = {quotes}\nof two parts\n\n# the second{quotes}\n'
    theirs = text(LONGER, THIRD).replace(note.encode(), below.encode())
    merge = merged(text(FIRST), theirs)
    assert merge.damage == ()
    assert parse(merge.text)["entries"][1:] == parse(theirs)["entries"]


THEIRS = b"""# their log
format = 1
owner = "me"

# loose

# about the third
[[entries]]
kind = "finished"  # inside
on = 2026-11-21
exercise = "pmf-03"
mood = { today = [3], why = { sun = true } }
id = "t"
# directly below

[entries.weather]
warm = true

# about the table
[[void]]
x = 1
"""


def test_what_nobody_knows_and_comments_travel_with_their_entries():
    merge = merged(text(FIRST), THEIRS)
    found = parse(merge.text)
    assert found["entries"][1] == parse(THEIRS)["entries"][0]
    assert (found["owner"], found["void"]) == ("me", [{"x": 1}])
    for comment in (b"about the third", b"inside", b"directly below", b"about the table"):
        assert b"# " + comment in merge.text
    assert merge.comments == ((1, "# their log"), (5, "# loose"))
    assert merged(merge.text, THEIRS).text == merge.text


@pytest.mark.parametrize("earlier_is_ours", [True, False], ids=["into it", "from it"])
def test_the_first_line_of_an_earlier_version_is_nobodys_own_words(earlier_is_ours):
    body = text(SECOND).decode().partition("format = 1\n")[2]
    now = f"{HEADER}\n{body}".encode()
    earlier = f"{EARLIER}\nformat = 1\n".encode() + text(FIRST).partition(b"format = 1\n")[2]
    ours, theirs = (earlier, now) if earlier_is_ours else (now, earlier)
    for all_comments in (False, True):
        merge = merged(ours, theirs, with_comments=all_comments)
        assert merge.comments == ()
        assert merge.text.startswith(ours)
        assert merge.text.count(b"# pmcareer logbook.") == 1


def test_comments_that_belong_to_nothing_come_along_where_their_file_will_be_gone():
    merge = merged(text(FIRST), THEIRS, with_comments=True)
    assert b"# their log\n# loose\n" in merge.text
    assert merge.comments == ()


def test_a_table_that_is_there_with_another_content_is_named_and_left():
    ours = text(FIRST) + b"\n[mine]\nx = 1\n"
    theirs = text(SECOND) + b"\n# theirs\n[mine]\nx = 2\n"
    merge = merged(ours, theirs)
    assert entries_of(merge.text) == (FIRST, SECOND)
    (left,) = merge.left
    assert (left.where, left.line) == ("mine", theirs.count(b"\n") - 1)
    assert left.message.startswith("the logbook has another one of this name")


@pytest.mark.parametrize(
    "theirs",
    [
        text(SECOND) + b'\n["my table"]\nx = 1\n',
        b'owner = "me"\nentries = [{ kind = "dreamt", id = "d" }]\n',
    ],
    ids=["a table below an entry", "a key above entries in one piece"],
)
def test_what_can_not_be_parted_from_an_entry_is_named_and_the_entry_comes_along_once(theirs):
    merge = merged(text(FIRST), theirs)
    assert len(parse(merge.text)["entries"]) == 2
    (left,) = merge.left
    assert left.where in {"my table", "owner"}
    assert left.message == "it stands in one piece with an entry; it was left out."
    assert left.hint == "It counts nowhere. Copy it by hand if you need it."


@pytest.mark.parametrize("ours", [(FIRST,), (FIRST, FIRST)], ids=["plain", "an entry twice"])
def test_a_key_and_a_table_that_ours_has_taken_out_do_not_come_back(ours):
    base = b'owner = "me"\n' + text(*ours) + b"\n[mine]\nx = 1\n"
    theirs = base + text(SECOND).partition(b"format = 1\n")[2]
    merge = merged(text(*ours), theirs, base)
    assert merge.text == text(*ours, SECOND)
    assert merge.left == ()


def test_a_table_that_both_added_alike_stands_once_however_it_is_spaced():
    base = text(FIRST)
    ours, theirs = (base + b"\n[mine]\n" + key for key in (b"x = 1\n", b"x=1\n"))
    for one, other in ((ours, theirs), (theirs, ours)):
        assert merged(one, other, base).text == one


def test_lines_of_ours_keep_their_ends_where_they_are_of_both_kinds():
    base = text(FIRST, SECOND)
    first, header, rest = base.rpartition(b"\n[[entries]]\n")
    ours = first.replace(b"\n", b"\r\n") + header + rest
    assert merged(ours, text(FIRST, SECOND, THIRD), base).text.startswith(ours)


@pytest.mark.parametrize("is_ours", [True, False], ids=["of ours", "of theirs"])
def test_a_comment_at_an_entry_that_both_added_is_there_or_named(is_ours):
    """As after a cherry-pick."""
    base, both = text(FIRST), text(FIRST, SECOND)
    noted = base + both[len(base) :].replace(b"[[", b"# about it\n[[", 1)
    sides = (noted, both) if is_ours else (both, noted)
    assert merged(*sides, base, with_comments=True).text == noted
    merge = merged(*sides, base)
    assert (b"# about it" in merge.text) == is_ours
    assert [comment for _, comment in merge.comments] == ["# about it"][is_ours:]


def test_of_what_is_broken_the_rest_is_taken_and_the_place_is_named():
    """G09."""
    theirs = text(SECOND) + b"oops\n" + text(THIRD).partition(b"format = 1\n")[2]
    merge = merged(text(FIRST), theirs, file="copy.toml")
    assert entries_of(merge.text) == (FIRST, SECOND, THIRD)
    line = len(text(SECOND).splitlines()) + 1
    assert [problem.place for problem in merge.damage] == [f"copy.toml:{line}"]


def test_entries_in_one_piece_are_read_and_where_nothing_can_be_added_that_is_refused():
    inline = b'format = 1\nentries = [{ kind = "dreamt", mood = { today = 3 }, id = "d" }]\n'
    assert parse(merged(text(FIRST), inline).text)["entries"][1] == parse(inline)["entries"][0]
    with pytest.raises(NotStored, match="nothing was changed"):
        merged(inline, text(FIRST))


STYLES = {
    "merge": "<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n",
    "diff3": "<<<<<<< HEAD\n{ours}||||||| 1a2b3c\n# base\n=======\n{theirs}>>>>>>> other\n",
    "longer marks": "<<<<<<<<<< a\n{ours}==========\n{theirs}>>>>>>>>>> b\n",
    "a conflict in the base": (
        "<<<<<<< HEAD\n{ours}||||||| merged common ancestors\n<<<<<<<<< one\n# x\n=========\n"
        "# y\n>>>>>>>>> two\n=======\n{theirs}>>>>>>> other\n"
    ),
}


class TestConflictsOfGit:
    """G02: what git leaves when it can't merge."""

    def conflict(self, style, ours, theirs):
        sides = [text(entry).decode().partition("format = 1\n")[2] for entry in (ours, theirs)]
        ours, theirs = sides
        return (text(FIRST).decode() + STYLES[style].format(ours=ours, theirs=theirs)).encode()

    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["plain", "of Windows"])
    def test_the_entries_of_both_sides_are_read_and_how_to_mend_it_is_said(self, style, end):
        raw = self.conflict(style, SECOND, THIRD).replace(b"\n", end)
        logbook = logbook_in(raw, file="logbook.toml")
        assert logbook.entries == (FIRST, SECOND, THIRD)
        (problem,) = logbook.problems
        assert problem.line == raw.partition(b"<<<")[0].count(b"\n") + 1
        assert problem.hint == "Join them: pmcareer doctor --fix"
        assert (
            problem.message == "git has left a conflict here; the entries of both sides are read."
        )
        assert entries_of(joined(raw)) == (FIRST, SECOND, THIRD)

    def test_several_conflicts_are_counted_at_the_first(self):
        first = self.conflict("merge", SECOND, THIRD)
        second = self.conflict("merge", finished("pmf-04"), finished("pmf-05"))
        raw = first + second.removeprefix(text(FIRST))
        (problem,) = logbook_in(raw, file="").problems
        assert problem.line == raw.partition(b"<<<")[0].count(b"\n") + 1
        said = "git has left 2 conflicts here and below; the entries of both sides are read."
        assert problem.message == said

    def test_what_nobody_knows_on_a_side_is_noted_once_by_its_line_in_the_file(self):
        raw = self.conflict("merge", SECOND, THIRD).replace(b"kind =", b"mood = 1\nkind =")
        notes = logbook_in(raw, file="").notes
        found = [at for at, line in enumerate(raw.split(b"\n"), 1) if line.startswith(b"mood")]
        assert [note.line for note in notes] == found
        assert all("nothing knows this key" in note.message for note in notes)

    def test_a_conflict_within_an_entry_is_one_of_two_texts(self):
        raw = text(FIRST, SECOND).replace(
            b"minutes = 30\n",
            b'<<<<<<< HEAD\nminutes = 9\n=======\nminutes = 45\nnote = "and a half"\n>>>>>>> b\n',
        )
        assert logbook_in(raw, file="").entries == (FIRST, LONGER)

    def test_a_line_like_gits_that_git_would_not_write_there_is_ones_own(self):
        noted = LONGER.model_copy(update={"note": "A title\n=======\n||||||| b\n<<<<<<< a\n"})
        own = f'"""\n{noted.note}"""'.encode()
        raw = self.conflict("merge", THIRD, LONGER).replace(b'"and a half"', own)
        logbook = logbook_in(raw, file="")
        assert logbook.entries == (FIRST, THIRD, noted)
        assert len(logbook.problems) == 1

    @pytest.mark.parametrize("below", [b"=======", b">>>>>>>"], ids=["ours", "theirs"])
    def test_what_is_broken_on_a_side_is_named_by_its_line_in_the_file(self, below):
        raw = self.conflict("merge", SECOND, THIRD).replace(below, b"oops\n" + below)
        logbook = logbook_in(raw, file="")
        assert logbook.entries == (FIRST, SECOND, THIRD)
        oops = raw.partition(b"oops")[0].count(b"\n") + 1
        assert [problem.line for problem in logbook.problems][1:] == [oops]

    @pytest.mark.parametrize(
        "raw",
        [
            text(FIRST) + b"note = '''\n<<<<<<< a\n=======\n>>>>>>> b\n'''\n",
            text(FIRST) + b"<<<<<<< a\n=======\n",
            text(FIRST) + b" <<<<<<< a\n=======\n>>>>>>> b\n",
            text(FIRST) + b"# <<<<<<< a\n",
        ],
        ids=["within a text", "half of it", "not at the start of a line", "a comment"],
    )
    def test_other_lines_are_none(self, raw):
        assert sides_of(raw.decode()) is None


ENTRIES = [
    FIRST,
    SECOND,
    LONGER,
    SHORTER,
    THIRD,
    void(FIRST, id="v1"),
    void("v1", id="v2"),
    finished("pmf-04", note="[[entries]]\nid = 'x'\n<<<<<<< a\n=======\n>>>>>>> b"),
]
LOOSE = ["# mine\n", "\n", "[[void]]\nx = 1\n", "[[void]]\nx = 2\n", "# a '''quote\n"]


@st.composite
def logbooks(draw):
    """The bytes of a logbook that people, sync services and editors have had."""
    pieces = [LOGBOOK_HEADER]
    for entry in draw(st.lists(st.sampled_from(ENTRIES), max_size=5)):
        pieces.append(logbook_text(entry).partition("format = 1\n")[2])
        pieces.append("\n" + draw(st.sampled_from([*LOOSE, ""])))
    whole = "".join(pieces)
    if draw(st.booleans()):
        whole = whole.replace("\n", "\r\n")
    return whole.encode()


@for_all(logbooks(), logbooks(), logbooks(), few=15, many=500)
def test_the_order_of_merges_does_not_matter(one, two, three):
    """F17, G09: commutative, associative, idempotent; edits included."""
    both = merged(one, two).text
    assert said(both) == said(merged(two, one).text)
    assert said(merged(both, three).text) == said(merged(one, merged(two, three).text).text)
    assert merged(one, one).text == one
    assert merged(both, two).text == both
    assert merged(both, one).text == both


@for_all(logbooks(), logbooks(), logbooks(), few=15, many=500)
def test_three_ways_give_the_same_from_both_sides_and_lose_nothing(ours, theirs, base):
    """G09."""
    one, other = merged(ours, theirs, base), merged(theirs, ours, base)
    assert said(one.text) == said(other.text)
    assert {each.id for each in one.disagreed} == {each.id for each in other.disagreed}
    ids, before = said(one.text), said(base)
    for side in (ours, theirs):
        for name, row in said(side).items():
            kept = {ids.get(name)} | {
                text
                for each in one.disagreed
                if each.id == name
                for text in said_in(each.kept, each.other)
            }
            assert row in kept or row == before.get(name)


def said_in(*tables):
    return {text for table in tables for text in said(table.encode()).values()}


@for_all(logbooks(), logbooks(), few=15, many=500)
def test_ours_stays_line_by_line_but_for_what_both_tell(ours, theirs):
    """F22."""
    whole = merged(ours, theirs)
    if not whole.disagreed:
        assert whole.text.startswith(ours)
    comments = re.compile(rb"# mine")
    assert len(comments.findall(whole.text)) >= len(comments.findall(ours))
