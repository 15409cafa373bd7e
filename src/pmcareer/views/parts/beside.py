"""Blocks whose lines are counted where they are drawn: side by side, and as many as fit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.blocks import GAP

Height = Callable[[Iterable[RenderableType]], int]
"""Counts the lines that blocks take."""


@frozen
class Beside:
    """Two stacks of blocks side by side, the left one so many columns wide."""

    left: Sequence[RenderableType]
    right: Sequence[RenderableType]
    width: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Pad each line of the left stack up to the right one."""
        lefts = _lines_of(self.left, console, options.update_width(self.width))
        rest = options.max_width - self.width - GAP
        rights = _lines_of(self.right, console, options.update_width(rest))
        for left, right in zip_longest(lefts, rights, fillvalue=Text("")):
            padding = " " * (self.width + GAP - left.cell_len)
            line = Text.assemble(left, padding, right)
            line.rstrip()
            yield line


@frozen
class Fitted:
    """Blocks that are chosen by how many lines they take."""

    compose: Callable[[Height], Iterable[RenderableType]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Let them be chosen for the page that they are drawn upon."""

        def height(blocks: Iterable[RenderableType]) -> int:
            return len(list(_lines_of(blocks, console, options)))

        yield from self.compose(height)


def _lines_of(blocks: Iterable[Any], console: Console, options: ConsoleOptions) -> Iterator[Text]:
    """Break blocks into lines: what is drawn here is made of texts, however deep."""
    for block in blocks:
        if not isinstance(block, Text):
            yield from _lines_of(block.__rich_console__(console, options), console, options)
        elif block.plain:
            yield from block.wrap(console, options.max_width, overflow="fold")
        else:
            yield block
