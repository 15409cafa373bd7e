"""So many lines and no more: what is needed least gives way, and is in --detail and --json."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

COLUMNS = 80
"""The width for which lines are counted: a narrower page says the same, in more of them."""


@frozen
class Part:
    """Something to draw, and when it gives way: the highest rank first, and 0 never."""

    draw: "Callable[[Page], Iterable[Block]]"
    rank: int = 0
    group: int = 0
    """Parts of one group stand together, with an empty line between groups."""


def ranked(rank: int, blocks: "Iterable[Block]") -> "Iterator[tuple[int, Block]]":
    """Give blocks one rank."""
    for block in blocks:
        yield rank, block


def placed(group: int, rows: "Iterable[tuple[int, Block]]") -> Iterator[Part]:
    """Make parts of one group of blocks with their ranks."""
    for rank, block in rows:
        yield Part(draw=partial(_as_it_is, block), rank=rank, group=group)


def _as_it_is(block: "Block", _: "Page") -> "Iterable[Block]":
    return [block]


def fitted(parts: Sequence[Part], most: float, page: "Page") -> "Blocks":
    """Draw as many parts as have room in so many lines; `inf` draws all of them."""
    yield page.fitted(partial(_composed, parts, most, page))


def _composed(
    parts: Sequence[Part], most: float, page: "Page", height: "Height"
) -> "Iterable[Block]":
    limit = most * COLUMNS / page.width if page.width < COLUMNS else most
    counted = [(part, height(part.draw(page))) for part in parts]
    kept = [(part, lines) for part, lines in counted if lines]
    while kept and _lines(kept) > limit:
        last = max(reversed(kept), key=lambda each: each[0].rank)
        if not last[0].rank:
            break
        kept.remove(last)
    grouped = groupby((part for part, _ in kept), key=lambda part: part.group)
    yield from page.apart(*[list(_drawn(list(group), page)) for _, group in grouped])


def _lines(kept: Sequence[tuple[Part, int]]) -> int:
    between = sum(before.group != after.group for (before, _), (after, _) in pairwise(kept))
    return between + sum(lines for _, lines in kept)


def _drawn(parts: Sequence[Part], page: "Page") -> "Blocks":
    for part in parts:
        yield from part.draw(page)
