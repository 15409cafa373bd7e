"""Ours with what of theirs has a place in it; every line that is not concerned stays as it is.

This is how two logbooks become one where they can't be woven: without a base, with damage, or with
entries that stand several in one piece.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmcareer.storage.logbook.blocks import Blocks, Written
from pmcareer.storage.logbook.choosing import Choice, ended
from pmcareer.storage.logbook.layout import FIRST_LINES
from pmcareer.storage.logbook.unknown import Others
from pmcareer.storage.outline import AFTER_A_LINE, comments_in, comments_of

Sides = tuple[Blocks, Blocks, Blocks]
"""Ours, theirs and the base."""
Comments = tuple[tuple[int, str], ...]
"""Comments with the numbers of their lines."""


def composed(
    sides: Sides, choices: tuple[Choice, ...], others: Others, end: str, *, takes_all: bool
) -> tuple[str, Comments]:
    """Write ours with what of theirs has a place in it, and list the comments that have none."""
    ours, theirs, _ = sides
    mine, their, before = ({*comments_of(side.text)} for side in sides)
    known, gone = mine | before, before - their
    draft = _Draft(ours=ours, line_end=end, gone=gone, known=known, takes_all=takes_all)
    comments = tuple(_comments_left(theirs, known | draft.taken(choices), others))
    more = [text for _, text in comments] if takes_all else []
    return draft.text_with(choices, others, more), comments


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

    def text_with(self, choices: Iterable[Choice], others: Others, comments: list[str]) -> str:
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
        found = comments_of(above if choice.then is choice.theirs else above + text)
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
                found |= {*comments_of(choice.then.text)}
            if choice.theirs and self._takes(choice):
                found |= {*comments_of(choice.theirs.text)}
        return found

    def _remove(self, ours: Written) -> None:
        if not ours.block.has_one:
            return
        start, end = ours.block.first - 1, ours.block.after - 1
        kept = self._comments_in("".join(self.lines[start:end]), ours)
        if not kept and start and not self.lines[start - 1].strip():
            start -= 1
        new = self._own("".join(f"{each}\n" for each in kept))
        self.lines[start:end] = [new, *[""] * (end - start - 1)]

    def _comments_in(self, text: str, written: Written) -> list[str]:
        """List the comments that stay, whatever becomes of the record."""
        going = {*self.gone, f"# {written.row['id']}"}
        return [each for each in comments_of(text) if each not in going]

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


def _comments_left(
    theirs: Blocks, known: Iterable[str], others: Others
) -> Iterator[tuple[int, str]]:
    """List comments that only theirs has, and that no record takes along."""
    there = {*FIRST_LINES, *known}
    for table in others.tables:
        there |= {*comments_of(table)}
    for line, comment in comments_in(theirs.text):
        if comment not in there:
            yield line, comment
