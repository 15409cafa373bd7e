"""Blocks whose lines are counted where they are drawn: side by side, and as many as fit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.blocks import GAP
from pmcareer.views.parts.styled import Block, Text, lines_of

Height = Callable[[Iterable[Block]], int]
"""Counts the lines that blocks take."""


@frozen
class Beside(Block):
    """Two stacks of blocks side by side, the left one so many columns wide."""

    left: Sequence[Block]
    right: Sequence[Block]
    width: int

    def lines(self, width: int) -> Iterator[Text]:
        """Pad each line of the left stack up to the right one."""
        lefts = lines_of(self.left, self.width)
        rights = lines_of(self.right, width - self.width - GAP)
        for left, right in zip_longest(lefts, rights, fillvalue=Text("")):
            padding = " " * (self.width + GAP - left.cell_len)
            line = Text.assemble(left, padding, right)
            line.rstrip()
            yield line


@frozen
class Fitted(Block):
    """Blocks that are chosen by how many lines they take."""

    compose: Callable[[Height], Iterable[Block]]

    def lines(self, width: int) -> Iterator[Text]:
        """Let them be chosen for the page that they are drawn upon."""

        def height(blocks: Iterable[Block]) -> int:
            return len(list(lines_of(blocks, width)))

        return lines_of(self.compose(height), width)
