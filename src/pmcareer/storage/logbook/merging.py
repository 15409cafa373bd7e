"""One merge for all: rows by their ids, in three ways, and every line of one's own left as it is.

An entry that one side changed since the base takes the change, one that a side removed stays
removed. Without a base nothing is removed. Where both sides changed an entry, the choice is the
same whichever side is ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NotStored
from pmcareer.storage.logbook.blocks import Blocks, bad_in, blocks_in, blocks_of, text_in
from pmcareer.storage.logbook.choosing import Choice, choices_of, plain, same
from pmcareer.storage.logbook.composing import Comments, Sides, composed
from pmcareer.storage.logbook.conflicts import alone, in_place, sides_of
from pmcareer.storage.logbook.layout import HEADER, NOTHING, line_end_of
from pmcareer.storage.logbook.side_by_side import Settled, is_plain, weave
from pmcareer.storage.logbook.unknown import Others, others_of
from pmcareer.storage.outline import comments_of
from pmcareer.storage.toml import BOM, Row

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
    comments: Comments = ()
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
    comments: Comments = ()
    text = _woven(sides, choices, others, end)
    if not text:
        text, comments = composed(sides, choices, others, end, takes_all=with_comments)
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


def _woven(sides: Sides, choices: tuple[Choice, ...], others: Others, end: str) -> str:
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
    return Settled(
        texts=dict(_new_texts(staying, end)),
        gone=frozenset(base.written.keys() - {choice.id for choice in staying}),
        new_in_base=frozenset(choice.id for choice in staying if _is_one_sided(choice)),
    )


def _is_one_sided(choice: Choice) -> bool:
    return choice.is_disagreed and choice.other is None


def _new_texts(staying: Iterable[Choice], end: str) -> Iterator[tuple[str, str]]:
    for choice in staying:
        if choice.then and choice.then is not choice.ours:
            yield choice.id, plain(choice.then.text).replace("\n", end)


def _has_comments(text: str, sides: Sides, choices: Iterable[Choice]) -> bool:
    """Tell whether each comment is there that no side took out."""
    ours, theirs, base = ({*comments_of(side.text)} for side in sides)
    there = {*comments_of(text)}
    for choice in choices:
        there |= {f"# {choice.id}"}
        if choice.other:
            there |= {*comments_of(choice.other.text)}
    return (ours - base) | (theirs - base) | (ours & theirs & base) <= there


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
