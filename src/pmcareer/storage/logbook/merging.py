"""One merge for all: rows by their ids, in three ways, and every line of one's own left as it is.

An entry that one side changed since the base takes the change, one that a side removed stays
removed. Without a base nothing is removed. Where both sides changed an entry, the choice is the
same whichever side is ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NotStored
from pmcareer.storage.logbook.blocks import Blocks, Written, bad_in, blocks_in, blocks_of, text_in
from pmcareer.storage.logbook.choosing import Choice, choices_of, ended, plain, same
from pmcareer.storage.logbook.conflicts import alone, in_place, sides_of
from pmcareer.storage.logbook.layout import FIRST_LINES, HEADER, NOTHING, line_end_of
from pmcareer.storage.logbook.side_by_side import Settled, is_plain, weave
from pmcareer.storage.logbook.unknown import Others, others_of
from pmcareer.storage.outline import AFTER_A_LINE, comments_in
from pmcareer.storage.toml import BOM, Row

_Sides = tuple[Blocks, Blocks, Blocks]
_Comments = tuple[tuple[int, str], ...]
UNREADABLE = "What was merged can't be written so that it reads back the same; nothing was changed."


@frozen
class Disagreement:
    """An entry that both sides changed: its text that counts now, and the other."""

    id: str
    kept: str
    other: str
    """Empty where that side removed it."""
    is_ours: bool
    """Whether what counts now is the text of ours."""


@frozen
class Merge:
    """What came of a merge."""

    text: bytes
    added: tuple[Row, ...] = ()
    """Entries of theirs that ours lacked."""
    changed: tuple[str, ...] = ()
    """Ids of entries of ours that are now as theirs has them."""
    disagreed: tuple[Disagreement, ...] = ()
    damage: tuple[Problem, ...] = ()
    """What of theirs can't be read."""
    left: tuple[Problem, ...] = ()
    """Tables and keys of theirs that have no place in ours."""
    comments: tuple[tuple[int, str], ...] = ()
    """Comments of theirs that did not come along, each with its line."""


def merged(
    ours: bytes,
    theirs: bytes,
    base: bytes = b"",
    *,
    file: str = "",
    ours_wins: bool = False,
    with_comments: bool = False,
) -> Merge:
    """Bring what theirs has into ours; `file` is the name of theirs in problems.

    Conflicts that git has left in either are settled first. With `ours_wins` an entry that both
    changed stays as ours has it; `with_comments` adds their comments above their entries, else at
    the end, where the file that they are from will be gone.

    Raises:
        NotStored: a row has no form in which it would read back the same.
    """
    ours, theirs, base = joined(ours), joined(theirs), joined(base)
    end = line_end_of(ours)
    if not ours.strip(NOTHING):
        ours += HEADER.replace("\n", end).encode()
    sides = blocks_in(ours), blocks_in(theirs), blocks_in(base)
    choices = tuple(choices_of(*sides, ours_wins=ours_wins))
    others = others_of(*sides, file=file)
    comments: _Comments = ()
    text = _woven(sides, choices, others, end)
    if not text:
        text, comments = _drafted(sides, choices, others, end, takes_all=with_comments)
    _prove(text, choices, was_sound=bad_in(sides[0].text) is None)
    return Merge(
        text=BOM.encode() * ours.startswith(BOM.encode()) + _bytes_of(text),
        added=tuple(each.then.row for each in choices if each.then and not each.ours),
        changed=tuple(each.id for each in choices if _is_changed(each)),
        disagreed=tuple(_disagreements(choices)),
        damage=tuple(_damage(sides[1], file)),
        left=others.left,
        comments=() if with_comments else comments,
    )


def _drafted(
    sides: _Sides, choices: tuple[Choice, ...], others: Others, end: str, *, takes_all: bool
) -> tuple[str, _Comments]:
    """Write ours with what of theirs has a place in it, and list the comments that have none."""
    ours, theirs, base = sides
    known = _comments(ours) | _comments(base)
    gone = _comments(base) - _comments(theirs)
    draft = _Draft(ours=ours, line_end=end, gone=gone, known=known, takes_all=takes_all)
    comments = tuple(_comments_left(theirs, known | draft.taken(choices), others))
    more = [text for _, text in comments] if takes_all else []
    return draft.composed(choices, others, more), comments


def joined(raw: bytes) -> bytes:
    """Settle the conflicts that git has left in a text; without any it stays as it is."""
    settled = sides_joined(raw)
    return raw if settled is None else settled.text


def sides_joined(raw: bytes) -> Merge | None:
    """Merge the two sides of the conflicts that git has left in a text; None without any."""
    sides = sides_of(text_in(raw))
    if sides is None:
        return None
    ours, theirs = (_bytes_of(alone(side)) for side in (sides.ours, sides.theirs))
    whole = merged(ours, theirs, with_comments=True)
    # What can't be read is named by its line in the file, where both sides stand.
    damage = _damage(blocks_of(in_place(sides.theirs)), "")
    return replace(whole, damage=tuple(damage))


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _is_changed(choice: Choice) -> bool:
    return bool(choice.ours and choice.then and not same(choice.then, choice.ours))


def _disagreements(choices: Iterable[Choice]) -> Iterator[Disagreement]:
    for choice in choices:
        if choice.is_disagreed and choice.then:
            yield Disagreement(
                id=choice.id,
                kept=choice.then.text,
                other=choice.other.text if choice.other else "",
                is_ours=choice.then is choice.ours,
            )


def _woven(sides: _Sides, choices: tuple[Choice, ...], others: Others, end: str) -> str:
    """Weave both sides where there is a base and all of it fits; nothing where it does not."""
    ours, theirs, base = sides
    if others.left or not base.text.strip() or not all(map(is_plain, sides)):
        return ""
    settled = _settled(choices, base, end)
    text = weave(ours, theirs, base, settled, end)
    return text if _is_whole(text, choices) and _has_comments(text, sides, choices) else ""


def _is_whole(text: str, choices: Iterable[Choice]) -> bool:
    """Tell whether it reads back as what was chosen."""
    found = blocks_of(text)
    then = {choice.id: choice.then for choice in choices if choice.then}
    if bad_in(text) or not is_plain(found) or found.written.keys() != then.keys():
        return False
    return all(same(found.written[name], then[name]) for name in then)


def _settled(choices: Iterable[Choice], base: Blocks, end: str) -> Settled:
    staying = [choice for choice in choices if choice.then]
    ids = base.written.keys() | {choice.id for choice in choices}
    return Settled(
        texts=dict(_new_texts(staying, end)),
        gone=frozenset(ids - {choice.id for choice in staying}),
        new_in_base=frozenset(choice.id for choice in staying if _is_one_sided(choice)),
    )


def _is_one_sided(choice: Choice) -> bool:
    return choice.is_disagreed and choice.other is None


def _new_texts(staying: Iterable[Choice], end: str) -> Iterator[tuple[str, str]]:
    for choice in staying:
        if choice.then and choice.then is not choice.ours:
            yield choice.id, plain(choice.then.text).replace("\n", end)


def _has_comments(text: str, sides: _Sides, choices: Iterable[Choice]) -> bool:
    """Tell whether each comment is there that no side took out."""
    ours, theirs, base = map(_comments, sides)
    there = {*_comments_of(text)}
    for choice in choices:
        there |= {f"# {choice.id}"}
        if choice.other:
            there |= {*_comments_of(choice.other.text)}
    return (ours - base) | (theirs - base) | (ours & theirs & base) <= there


@dataclass(kw_only=True)
class _Draft:
    """Ours on the way to what shall be: every line that is not concerned stays as it is."""

    ours: Blocks
    line_end: str
    gone: set[str]
    """Comments that theirs has taken out."""
    known: set[str]
    """Comments of ours, and those that ours has taken out."""
    takes_all: bool
    """Whether comments of theirs come along where the entry stays as ours has it."""

    def __post_init__(self) -> None:
        self.lines = AFTER_A_LINE.split(self.ours.text)

    def composed(self, choices: Iterable[Choice], others: Others, comments: list[str]) -> str:
        added = ["".join(f"{comment}\n" for comment in comments)] if comments else []
        added += others.tables
        for choice in choices:
            if choice.then and choice.ours is None:
                added.append(choice.then.text)
            elif choice.then is None:
                for written in self.ours.every:
                    if written.row["id"] == choice.id:
                        self._remove(written)
            elif choice.ours and choice.ours.block.has_one:
                self._settle(choice.ours, choice.then, choice)
        self._insert_keys(others.keys)
        text = "".join(self.lines)
        for block in added:
            text = f"{self._ended(text)}{self.line_end}{self._own(block)}"
        return text

    def _own(self, text: str) -> str:
        """Write lines of theirs with the line ends of ours."""
        return ended(text).replace("\r\n", "\n").replace("\n", self.line_end)

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else f"{text}{self.line_end}"

    def _settle(self, ours: Written, then: Written, choice: Choice) -> None:
        """Put a record in the place of ours, with the comments of both above it.

        Numbers of lines below stay.
        """
        start, end = _lines_of(ours)
        above, own = self.lines[ours.block.first - 1 : start], "".join(self.lines[start:end])
        lines = [*self._kept_above(above), *self._new_above(choice)]
        if then is ours:
            if lines == above:
                return
            new = own
        else:
            _, text = _parted(then)
            kept = [each for each in self._comments_in(own, ours) if each not in text]
            new = "".join(f"{each}\n" for each in kept) + ended(text)
        new = self._own("".join(map(ended, lines))) + self._own(new)
        if not own.endswith("\n"):
            new = new.removesuffix(self.line_end)
        first = ours.block.first - 1
        self.lines[first:end] = [new, *[""] * (end - first - 1)]

    def _kept_above(self, above: Iterable[str]) -> list[str]:
        return [line for line in above if line.strip() not in self.gone]

    def _new_above(self, choice: Choice) -> list[str]:
        """List the comments of theirs that ours never had: those in its record, too, if it goes."""
        if not self._takes(choice):
            return []
        assert choice.theirs  # noqa: S101 -- for the type checker
        above, text = _parted(choice.theirs)
        found = _comments_of(above if choice.then is choice.theirs else above + text)
        known = {*self.known, f"# {choice.id}"}
        return [f"{each}\n" for each in found if each not in known]

    def _takes(self, choice: Choice) -> bool:
        """Tell whether comments of theirs come to stand at an entry of ours."""
        if not (choice.ours and choice.then and choice.theirs and choice.ours.block.has_one):
            return False
        return choice.theirs.block.has_one and (self.takes_all or choice.then is choice.theirs)

    def taken(self, choices: Iterable[Choice]) -> set[str]:
        """Collect the comments of theirs that stand at entries then."""
        found: set[str] = set()
        for choice in choices:
            found |= {f"# {choice.id}"}
            if choice.then and choice.then is not choice.ours:
                found |= {*_comments_of(choice.then.text)}
            if choice.theirs and self._takes(choice):
                found |= {*_comments_of(choice.theirs.text)}
        return found

    def _remove(self, ours: Written) -> None:
        if not ours.block.has_one:
            return
        start, end = _lines_of(ours)
        kept = self._comments_in("".join(self.lines[ours.block.first - 1 : end]), ours)
        start = ours.block.first - 1
        if not kept and start and not self.lines[start - 1].strip():
            start -= 1
        new = self._own("".join(f"{each}\n" for each in kept)) if kept else ""
        self.lines[start:end] = [new, *[""] * (end - start - 1)]

    def _comments_in(self, text: str, written: Written) -> list[str]:
        """List the comments that stay, whatever becomes of the record."""
        going = {*self.gone, f"# {written.row['id']}"}
        return [each for each in _comments_of(text) if each not in going]

    def _insert_keys(self, keys: tuple[str, ...]) -> None:
        place = self.ours.top.after - 1
        self.lines.extend([""] * (place + 1 - len(self.lines)))
        if keys and place:
            self.lines[place - 1] = self._ended(self.lines[place - 1])
        # In the same line, so that the numbers of those below stay.
        self.lines[place] = self._own("".join(keys)) + self.lines[place]


def _lines_of(written: Written) -> tuple[int, int]:
    """Find the record without the comments above it: its first line, from 0, and that after it."""
    block = written.block
    return block.first - 1 + block.comments, block.after - 1


def _parted(written: Written) -> tuple[str, str]:
    """Part the comments above a record from it."""
    lines = AFTER_A_LINE.split(written.text)
    size = written.block.comments * written.block.has_one
    return "".join(lines[:size]), "".join(lines[size:])


def _prove(text: str, choices: Iterable[Choice], *, was_sound: bool) -> None:
    """Read what was composed.

    Raises:
        NotStored: something else comes out than what was chosen.
    """
    if was_sound and bad_in(text):
        raise NotStored(UNREADABLE)
    found = blocks_of(text).written
    for choice in choices:
        if not same(found.get(choice.id), choice.then):
            raise NotStored(UNREADABLE)


def _damage(theirs: Blocks, file: str) -> Iterator[Problem]:
    for block in theirs.damaged:
        bad = block.damage
        assert bad  # noqa: S101 -- for the type checker
        yield Problem(file=file, line=bad.line, message=bad.message, hint=bad.hint)


def _comments_left(
    theirs: Blocks, known: Iterable[str], others: Others
) -> Iterator[tuple[int, str]]:
    """List comments that only theirs has, and that no record takes along."""
    there = {*FIRST_LINES, *known}
    for table in others.tables:
        there |= {*_comments_of(table)}
    for line, comment in comments_in(theirs.text):
        if comment not in there:
            yield line, comment


def _comments(side: Blocks) -> set[str]:
    return set(_comments_of(side.text))


def _comments_of(text: str) -> list[str]:
    return [comment for _, comment in comments_in(text)]
