"""The only colours: meanings on the left, looks on the right, chosen to be read on light and dark screens."""

STYLES = {
    "heading": "bold",
    "strong": "bold",
    "quiet": "dim",
    "item": "cyan",
    "done": "green",
    "started": "yellow",
    "warning": "yellow",
    "problem": "red",
    "accent": "magenta",
}
"""A meaning to its look. No bright white and no black: one of them vanishes on somebody's screen."""
