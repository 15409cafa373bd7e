"""Choose what becomes of each entry that two sides have, in three ways where there is a base."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.logbook.blocks import Blocks, Written, blocks_of
from pmcareer.storage.logbook.rows import entry_of
from pmcareer.storage.logbook.weaving import text_woven


@frozen
class Choice:
    """What becomes of an id: how it is written in ours, and how it shall be."""

    id: str
    ours: Written | None
    then: Written | None
    theirs: Written | None = None
    other: Written | None = None
    """What was not chosen; None where it is nothing."""
    is_disagreed: bool = False
    """True where both sides changed it, and not alike."""


def choices_of(ours: Blocks, theirs: Blocks, base: Blocks, *, ours_wins: bool) -> Iterator[Choice]:
    """Choose for each id that a side has."""
    ids = dict.fromkeys((*ours.written, *theirs.written))
    for name in ids:
        one, other = ours.written.get(name), theirs.written.get(name)
        before = base.written.get(name)
        if one and other:
            yield _of_two(one, other, before, ours_wins=ours_wins)
        elif same(other, before):
            yield Choice(id=name, ours=one, theirs=other, then=one)
        elif same(one, before):
            yield Choice(id=name, ours=one, theirs=other, then=other)
        else:
            # One side removed what the other changed: a change is work, and work is kept.
            yield Choice(id=name, ours=one, theirs=other, then=one or other, is_disagreed=True)


def _of_two(one: Written, other: Written, before: Written | None, *, ours_wins: bool) -> Choice:
    """Choose between two texts of an entry, their comments among them where there is a base."""
    choice = Choice(id=one.row["id"], ours=one, theirs=other, then=one)
    if _is_ours_enough(one, other, before):
        return choice
    if _alike(one, before):
        return replace(choice, then=other)
    decided = _decided(one, other, before)
    if before and (text := _text_of_two(one, other, before, decided)):
        return replace(choice, then=text)
    kept = one if ours_wins else _kept(one, other, decided)
    left = other if kept is one else one
    return replace(choice, then=kept, other=left, is_disagreed=True)


def _kept(one: Written, other: Written, decided: Written | None) -> Written:
    """Choose where comments can't be brought together: what only one side says anew counts."""
    if decided is None or same(one, other):
        return max(one, other, key=_rank)
    return decided


def _decided(one: Written, other: Written, before: Written | None) -> Written | None:
    """Choose the side whose values changed; None where both did, and not alike."""
    if same(one, before):
        return other
    return one if same(other, before) or same(one, other) else None


def _is_ours_enough(one: Written, other: Written, before: Written | None) -> bool:
    """Tell whether theirs brings nothing; without a base its comments alone are no change."""
    if before is None:
        return same(one, other)
    return _alike(one, other) or _alike(other, before)


def _alike(one: Written, other: Written | None) -> bool:
    """Tell whether two are written the same, but for line ends."""
    return other is not None and plain(one.text) == plain(other.text)


def plain(text: str) -> str:
    """Write a text of several lines with ends as everywhere."""
    return ended(text.replace("\r\n", "\n"))


def _text_of_two(
    one: Written, other: Written, before: Written, decided: Written | None
) -> Written | None:
    """Bring together what one side says and the other remarks; None where that can't be done."""
    text = text_woven(plain(before.text), plain(one.text), plain(other.text))
    # Below a line of something else, or its first comment would be the head of a file.
    found = blocks_of(f"\n{text}").every if text else ()
    return found[0] if len(found) == 1 and same(found[0], decided) else None


def same(one: Written | None, other: Written | None) -> bool:
    """Tell whether two say the same, however it is written."""
    if one is None or other is None:
        return one is other
    return canonical(one.row) == canonical(other.row)


def canonical(value: Any) -> str:  # noqa: ANN401 -- whatever TOML can say
    """Write a value such that equal values are written alike: 1 is not true, and not 1.0."""
    if isinstance(value, Mapping):
        keys = [f"{key!r}:{canonical(value[key])}" for key in sorted(value)]
        return f"{{{','.join(keys)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(canonical, value))}]"
    return repr(value)


def _rank(written: Written) -> tuple[bool, int, str]:
    """Order what both sides changed: what counts before what does not, then what says more."""
    said = canonical(written.row)
    return entry_of(written.row) is not None, len(said), said + plain(written.text)


def ended(text: str) -> str:
    """End the last line, too."""
    return text if not text or text.endswith("\n") else f"{text}\n"
