"""Lines of two sides in three ways: a change of one side is taken, of both is settled.

A piece is a key, by which it is compared, and the text that is written for it. Nothing depends on
which side is ours but the order of what both have added at the same place.
"""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.outline import AFTER_A_LINE, outside_of

Pieces = list["Piece"]


class Piece(NamedTuple):
    """Something that stands in a text, and what it is known by."""

    key: str
    text: str


Settle = Callable[[Pieces, Pieces, Pieces], Pieces | None]
"""Decide what becomes of a place that both sides changed: base, ours, theirs; None: nobody can."""


@frozen
class _Edit:
    """What a side did with the pieces of the base from `first` up to `after`."""

    first: int
    after: int
    is_ours: bool
    new: Pieces


@frozen
class _Side:
    """A side, as it came of the base."""

    edits: list[_Edit]
    same: dict[int, Piece]
    """Its own pieces in the places of the base that it left."""

    def between(self, first: int, after: int, edits: list[_Edit]) -> Pieces:
        """List what it has there."""
        found: Pieces = []
        place = first
        for edit in edits:
            found += [self.same[each] for each in range(place, edit.first)]
            found += edit.new
            place = edit.after
        return found + [self.same[each] for each in range(place, after)]


def woven(base: Pieces, ours: Pieces, theirs: Pieces, settle: Settle) -> Pieces | None:
    """Bring the changes of both sides together; None where `settle` can't."""
    one, other = _side(base, ours, is_ours=True), _side(base, theirs, is_ours=False)
    found: Pieces = []
    place = 0
    for first, after, edits in _places([*one.edits, *other.edits]):
        found += one.between(place, first, [])
        place = after
        mine = one.between(first, after, _of(edits, is_ours=True))
        their = other.between(first, after, _of(edits, is_ours=False))
        if not _of(edits, is_ours=False) or _keys(mine) == _keys(their):
            found += mine
        elif not _of(edits, is_ours=True):
            found += their
        elif (settled := settle(base[first:after], mine, their)) is not None:
            found += settled
        else:
            return None
    return found + one.between(place, len(base), [])


def _of(edits: list[_Edit], *, is_ours: bool) -> list[_Edit]:
    return [edit for edit in edits if edit.is_ours is is_ours]


def _side(base: Pieces, side: Pieces, *, is_ours: bool) -> _Side:
    edits: list[_Edit] = []
    same: dict[int, Piece] = {}
    matcher = SequenceMatcher(a=_keys(base), b=_keys(side))
    for tag, first, after, start, end in matcher.get_opcodes():
        if tag == "equal":
            same |= dict(enumerate(side[start:end], start=first))
        else:
            edits.append(_Edit(first=first, after=after, is_ours=is_ours, new=side[start:end]))
    return _Side(edits=edits, same=same)


def _keys(pieces: Pieces) -> list[str]:
    return [piece.key for piece in pieces]


def _places(edits: list[_Edit]) -> Iterator[tuple[int, int, list[_Edit]]]:
    """Put together what touches the same pieces of the base, or adds at the same place."""
    group: list[_Edit] = []
    first = after = 0
    for edit in sorted(edits, key=_place):
        if _touches(edit, first, after):
            group.append(edit)
            after = max(after, edit.after)
            continue
        if group:
            yield first, after, group
        group, first, after = [edit], edit.first, edit.after
    if group:
        yield first, after, group


def _place(edit: _Edit) -> tuple[int, int]:
    return edit.first, edit.after


def _touches(edit: _Edit, first: int, after: int) -> bool:
    return edit.first < after or _place(edit) == (first, after)


def nobody(_base: Pieces, _ours: Pieces, _theirs: Pieces) -> None:
    """Leave a place undecided."""


def both(base: Pieces, ours: Pieces, theirs: Pieces) -> Pieces:
    """Keep what either has added, ours first; what a side took out is gone."""
    before, mine, their = ({*_keys(pieces)} for pieces in (base, ours, theirs))
    gone = before - (mine & their)
    found = [piece for piece in ours if piece.key not in gone]
    return found + [piece for piece in theirs if piece.key not in before | mine]


def text_woven(base: str, ours: str, theirs: str) -> str | None:
    """Bring two texts of a record together, what is said and what is remarked each by itself."""
    sides = (_of_lines(base), _of_lines(ours), _of_lines(theirs))
    pieces = woven(*sides, nobody)
    return None if pieces is None else _text(pieces)


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def _before(line: str, comment: str) -> str:
    said = line[: line.rindex(comment)] if comment else line
    return said.rstrip()


def _of_lines(text: str) -> Pieces:
    """Cut each line of a record in two: what it says, and the comment behind that."""
    found: Pieces = []
    quotes = ""
    for line in AFTER_A_LINE.split(text):
        _, quotes, comment = outside_of(line.rstrip("\r\n"), quotes)
        said = _before(line, comment)
        if said:
            found.append(Piece(key=said, text=said))
        name = said.partition("=")[0]
        rest = line[len(said) :]
        if rest:
            # With the key's name, as most lines have no comment and are not to be confused.
            found.append(Piece(key=f"{name}\n{comment.rstrip()}", text=rest))
    return found
