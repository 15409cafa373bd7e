"""Both sides of a logbook woven into one, each comment and table where its side has put it.

Where that can't be done so that it reads back as what was chosen, and each comment is there, it is
left to whoever asks.
"""

from collections.abc import Iterator, Mapping

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.logbook.blocks import Block, Blocks
from pmcareer.storage.logbook.weaving import Piece, Pieces, both, woven
from pmcareer.storage.outline import AFTER_A_LINE, comments_of

AT_THE_END = "\n"


@frozen
class Settled:
    """What becomes of each record that is concerned, by its id."""

    texts: Mapping[str, str]
    """Those whose text is settled, beside those that stay as ours has them."""
    gone: frozenset[str]
    """Those that will not be there."""
    new_in_base: frozenset[str]
    """Those that a side removed, and that stay: for the other they are as if added."""


def is_plain(side: Blocks) -> bool:
    """Tell whether a side is sound, and each record stands once and by itself."""
    return not any(side.damaged) and _stands_once(side) and _stands_alone(side)


def _stands_once(side: Blocks) -> bool:
    return len(side.every) == len(side.written)


def _stands_alone(side: Blocks) -> bool:
    return all(written.block.has_one for written in side.every)


def weave(ours: Blocks, theirs: Blocks, base: Blocks, settled: Settled, line_end: str) -> str:
    """Write both sides as one."""
    before = [each for each in _pieces(base, settled) if each.key[1:] not in settled.new_in_base]
    mine, their = (list(_pieces(side, settled)) for side in (ours, theirs))
    pieces = woven(before, mine, their, both) or []
    text = ""
    for piece in sorted(pieces, key=_is_at_the_end):
        text += line_end * _is_open(text) + piece.text
    return text


def _is_at_the_end(piece: Piece) -> bool:
    return piece.key == AT_THE_END


def _is_open(text: str) -> bool:
    return bool(text) and not text.endswith("\n")


def _pieces(side: Blocks, settled: Settled) -> Iterator[Piece]:
    """Go through a side: records by their ids, other tables whole, all else line by line."""
    lines = AFTER_A_LINE.split(side.text)
    place = 1
    blanks = ""
    for block in side.tables:
        for piece in _of_lines(lines[place - 1 : block.first - 1], blanks):
            blanks = piece.text if piece.key == AT_THE_END else ""
            if not blanks:
                yield piece
        text = "".join(lines[block.first - 1 : block.after - 1])
        for piece in _of_block(block, text, settled):
            yield Piece(key=piece.key, text=blanks + piece.text)
            blanks = ""
        # Of a record that goes the gap above it goes, too.
        blanks = ""
        place = block.after
    yield from _of_lines(lines[place - 1 :], blanks)


def _of_block(block: Block, text: str, settled: Settled) -> Iterator[Piece]:
    name = block.rows[0].get("id") if block.has_one else None
    if name in settled.gone:
        yield from _remarks(text, f"# {name}")
    elif name:
        yield Piece(key=f"\n{name}", text=settled.texts.get(name, text))
    else:
        yield Piece(key=text.strip(), text=text)


def _remarks(text: str, mark: str) -> Iterator[Piece]:
    for comment in comments_of(text):
        if comment != mark:
            yield Piece(key=comment, text=f"{comment}\n")


def _of_lines(lines: list[str], blanks: str) -> Pieces:
    """Make a piece of each line and the blank ones above it; those at the end are their own."""
    found: Pieces = []
    for line in lines:
        if line.strip():
            found.append(Piece(key=line.strip(), text=blanks + line))
            blanks = ""
        else:
            blanks += line
    return [*found, Piece(key=AT_THE_END, text=blanks)] if blanks else found
