"""What can be typed, found in a sentence, so that no line breaks it and a glance finds it.

Sentences name commands as they are typed, `pmcareer log rsk-01 --minutes 45`, and go on in words
behind them. This tells where a command ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

OFFER = "Did you mean "
# Unicode keeps this character for a program's own use: no text has it, and nothing breaks there.
HELD = "\ufdd0"
GOES_ON = " \\"
"""Ends a line of a command that goes on in the next one."""
ALONE = "next|status|review|start|plan|gap|profile|history|doctor|edit"
"""Commands behind which a bare word is the sentence's: "pmcareer doctor says"."""
WITH_WORD = (
    "log|work|undo|answer|lesson|learned|defer|experience|certificate|project|assess|show|list"
    "|story|export|check|schema|merge|help|done"
)
"""Commands that take a bare word, as `pmcareer list roles`."""

# Words that never belong to a command, but to the sentence around it.
_SPEECH = (
    "a|again|also|and|as|asks|at|brings|by|does|for|from|gives|has|if|in|is|it|keeps|lists|makes"
    "|names|needs|of|on|once|or|prints|puts|says|shows|so|takes|tells|that|the|then|this|to|until"
    "|what|when|where|which|will|with|would|writes|you|your"
)
_END = r"(?![\w/-]|[.:][\w/])"
_WORD = rf"(?!(?:{_SPEECH})\b)[A-Za-z]+{_END}"
_OPTION = r"-[a-z][a-z-]*(?:=\S+)?"
_PLACE = rf"[A-Z]{{2,}}{_END}"
_QUOTED = r'"[^"\n]*"'
# An id, a number, a day, a path, a URL: what has a digit, a dash, a slash or a dot within.
_NAME = r"(?=\S*(?:[\d/-]|\.\w))[+~-]?[\w/](?:[\w./:%+~=?&#-]*[\w/%])?"
# "last friday", "in 2 weeks", "3 days ago": a day as it comes.
_DAY = r"(?:(?:last|next) [a-z]+|in \d+ [a-z]+|\d+ [a-z]+ ago|today|yesterday|tomorrow)"
_PART = rf"(?:-?{_OPTION}(?: {_WORD})?|{_PLACE}|{_QUOTED}|{_DAY}{_END}|{_NAME})"
_ALONE = rf"(?:{ALONE}){_END}"
_WITH_WORD = rf"(?:{WITH_WORD}){_END}(?: (?=[a-z]){_WORD}(?: [a-z]+(?= --))?)?"
# "answer q06 slow": of a question the word behind its id is typed, too.
_ANSWERED = rf"answer{_END} {_NAME} {_WORD}"
_COMMAND = re.compile(
    rf"\bpmcareer(?: {_ALONE}| {_ANSWERED}| {_WITH_WORD}|(?= --[a-z]))(?: {_PART})*"
    rf"|(?<![\w-])-{_OPTION} {_PLACE}"
)

# The blanks in "3.2 h", "45 min", "40 %", "8 in 10", and behind the signs of a legend.
_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|in \d+)\b|%)|(?<=\d in) (?=\d)|(?<=[█▒▬░◆◇]) (?=\w)")
# What of a command stays on one line: an option with its value, a quotation, else each word.
_QUOTED_WHOLE = re.compile(r'(?:"[^"\n]*"|[^\s"]|"(?![^"\n]*"))+')
_WITH_VALUE = re.compile(rf"(?:--?[a-z][a-z-]* (?=[^-\s]))?{_QUOTED_WHOLE.pattern}")
_WORDS = re.compile(r"\S+")
_OFFERED = re.compile(r"(?<=')[^' ]+(?=')")


def commands_in(text: str) -> Iterator[tuple[int, int]]:
    """Find where what can be typed begins and ends in a text.

    That is commands, options with their value, and words offered in place of a mistyped one.
    """
    # Without either there is none: most of what is drawn need not be searched.
    if "pmcareer" in text or "--" in text:
        for found in _COMMAND.finditer(text):
            yield found.span()
    offer = text.find(OFFER)
    if offer >= 0:
        for found in _OFFERED.finditer(text, offer):
            yield found.span()


def to_the_blank(text: str, end: int) -> int:
    """Return where the word ends that a command ends with: no line begins with its comma."""
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def units_in(text: str) -> Iterator[tuple[int, int]]:
    """Find the blanks between numbers and their units: no line ends with the 3.2 of 3.2 h."""
    return (found.span() for found in _UNIT.finditer(text))


def breaks_in(text: str, spans: Iterable[tuple[int, int]], width: int) -> Iterator[int]:
    """Find the blanks at which commands that are longer than a line go on in the next one.

    An option stays with its value, and a quotation whole, where there is room for them.
    """
    for begin, end in spans:
        if end - begin > width:
            yield from _breaks(text[begin:end], begin, width - len(GOES_ON))


def _breaks(command: str, begin: int, room: int) -> Iterator[int]:
    # With 38 columns `pmcareer log stint-ask --outcome "WHAT THEY SAID"` goes on at --outcome.
    start = 0
    for part in _in_one(command, room):
        if part.end() - start > room and part.start() > start:
            start = part.start()
            yield begin + start - 1


def _in_one(command: str, room: int) -> Sequence[re.Match[str]]:
    """Part a command into what stays on one line; into words where that has no room."""
    for whole in (_WITH_VALUE, _QUOTED_WHOLE):
        parts = list(whole.finditer(command))
        if max(len(part.group()) for part in parts) <= room:
            return parts
    return list(_WORDS.finditer(command))


def held(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put what no line is broken at in the place of the blanks within these parts of a text."""
    for begin, end in spans:
        text = text[:begin] + text[begin:end].replace(" ", HELD) + text[end:]
    return text


def let_go(text: str) -> str:
    """Put the blanks back."""
    return text.replace(HELD, " ")
