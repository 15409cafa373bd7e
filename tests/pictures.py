"""Pictures of screens: what the program sends to a terminal, drawn by Rich's own export."""

import re
from html import escape, unescape
from io import StringIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 80
FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.{unique_id}-matrix {{ font: {char_height}px Menlo, "DejaVu Sans Mono", Consolas, monospace; }}
.{unique_id}-title {{ font: 15px Menlo, "DejaVu Sans Mono", Consolas, monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own, without the font that it would fetch: a picture on a page asks nobody for anything."""
ASPECT = 0.602
"""Of a sign of these fonts, its width to its height."""
EDGE = "rgba(255,255,255,0.35)", "#8b949e"
"""Of the window: Rich's would not be seen on a white page."""


def _theme(background, foreground, **colours):
    ansi = [colours.get(name, foreground) for name in NAMES]
    return TerminalTheme(*map(_rgb, (background, foreground)), list(map(_rgb, ansi)))


def _rgb(colour):
    return tuple(bytes.fromhex(colour))


SHADES = {"█": 1, "▓": 0.8, "▒": 0.55, "░": 0.28}
"""Blocks that a terminal draws without a gap, and fonts as they like: how much of each is ink."""
RUN = re.compile(r"█+|▓+|▒+|░+")
PIECE = re.compile(
    r'<text class="(screen-r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>([^<]*)<'
)
RISE, TALL = 16, 20
"""Of a block, what is above the line of writing, and all of it."""


NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
THEMES = {
    "light": _theme(
        "ffffff", "0d1117",
        red="cf222e", green="1a7f37", yellow="9a6700", magenta="8250df", cyan="0a7580",
    ),
    "dark": _theme(
        "0d1117", "e6edf3",
        red="ff7b72", green="3fb950", yellow="d9a520", magenta="bc8cff", cyan="39c5cf",
    ),
}  # fmt: skip


def picture(title, printed, theme):
    """Draw what was printed with colours as a window of a terminal, light or dark."""
    console = Console(
        record=True,
        width=WIDTH,
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    # The program paints a bar block by block; what looks the same side by side is one piece.
    # Without the last line's end, of which older and newer Rich make a line of their own or none.
    pieces = Segment.simplify(console.render(Text.from_ansi(printed.rstrip("\n"))))
    console.print(Segments(pieces))
    drawn = console.export_svg(
        title=title,
        theme=THEMES[theme],
        code_format=FRAME,
        font_aspect_ratio=ASPECT,
        unique_id="screen",
    )
    # A line for each piece, so that a change can be read as one.
    return PIECE.sub(_with_blocks, drawn).replace(*EDGE).replace("><text", ">\n<text")


def _with_blocks(found):
    """Draw the blocks of a piece of a line as what they are, and leave the rest to a font."""
    look, x, y, length, rest, text = found.groups()
    said = unescape(text)
    cell = float(length) / len(said)
    blocks = [
        f'<rect class="{look}" x="{float(x) + run.start() * cell:.1f}" y="{float(y) - RISE:.1f}" '
        f'width="{len(run[0]) * cell:.1f}" height="{TALL}" fill-opacity="{SHADES[run[0][0]]}"/>'
        for run in RUN.finditer(said)
    ]
    left = RUN.sub(lambda run: "\u00a0" * len(run[0]), said)
    if not left.strip():
        return "".join(blocks) + "<text><"
    # Signs take the whole of their cell in whatever font, so that columns stay columns.
    return (
        f'{"".join(blocks)}<text class="{look}" x="{x}" y="{y}" lengthAdjust="spacingAndGlyphs" '
        f'textLength="{length}"{rest}>{escape(left)}<'
    )
