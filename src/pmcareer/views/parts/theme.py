"""The only colours: meanings on the left, looks on the right, for light and dark screens."""

# A meaning to its look; no bright white, no black: one vanishes on somebody's screen. No blue
# either, which can't be read on many a dark one.
STYLES = {
    "heading": "bold",
    "strong": "bold",
    # What the eye looks for is no fainter than what stands beside it.
    "label": "bold",
    "quiet": "dim",
    "item": "cyan",
    "command": "not dim cyan",
    "done": "green",
    "started": "yellow",
    "warning": "yellow",
    "problem": "red",
    "accent": "magenta",
    # The rows of a route: what is one's own work, a post, what others decide, what sets the date.
    "study": "green",
    "post": "cyan",
    "gate": "magenta",
    "decides": "bold yellow",
}
"""A meaning to how it looks, in Rich's words."""
