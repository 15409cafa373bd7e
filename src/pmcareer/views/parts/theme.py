"""The only colours: meanings on the left, looks on the right, for light and dark screens."""

# A meaning to its look; no bright white, no black: one vanishes on somebody's screen.
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
