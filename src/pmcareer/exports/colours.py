"""Colours: of pages and pictures by light and by dark, each far enough from what it lies on."""

from collections.abc import Mapping

Colours = Mapping[str, str]
"""What a colour means, and the colour."""

LIGHT: Colours = {
    "ground": "#ffffff",
    "panel": "#f4f6f8",
    "marked": "#fff4cc",
    "rule": "#d3d9e0",
    "text": "#1c2128",
    "label": "#4b5563",
    "link": "#0b57d0",
    "study": "#1a7f37",
    "search": "#5b6b82",
    "post": "#0a7288",
    "gate": "#93379f",
    "decides": "#7a4f00",
}
DARK: Colours = {
    "ground": "#15181d",
    "panel": "#1e232b",
    "marked": "#3a3110",
    "rule": "#3a424d",
    "text": "#e9ecf0",
    "label": "#b3bcc8",
    "link": "#8ab4f8",
    "study": "#5ccb7f",
    "search": "#9aaac4",
    "post": "#52c5da",
    "gate": "#dc93ea",
    "decides": "#ffd65c",
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "text": ("ground", "panel", "marked"),
    "label": ("ground", "panel", "marked"),
    "link": ("ground", "panel"),
    "study": ("ground", "panel"),
    "decides": ("ground", "panel", "marked"),
}
"""Colours that something is written in, and what it stands on: 4.5 to 1 at least, by WCAG 1.4.3."""
DRAWN = ("study", "search", "post", "gate", "text", "label")
SHAPES: Mapping[str, tuple[str, ...]] = dict.fromkeys(DRAWN, ("ground", "panel", "marked"))
"""Colours of what is drawn, and what it lies on: 3 to 1 at least, by WCAG 1.4.11."""


def colours_css() -> str:
    """Name the colours for a style sheet: light, dark where one likes it, light on paper."""
    light, dark = _named(LIGHT), _named(DARK)
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{light}}}}}\n"
    )


def in_colours(sheet: str, colours: Colours) -> str:
    """Put the colours themselves into a style sheet that names them."""
    for name, colour in colours.items():
        sheet = sheet.replace(f"var(--{name})", colour)
    return sheet


def _named(colours: Colours) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
