"""What of a filled-in text is somebody's own, to be quoted: without labels, and as plain text."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from pmcareer.domain.ground.frozen import frozen

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_GAP = re.compile(r"[^\W_]+|\.\.\.")
_GAP = re.compile(r"…|\.\.\.")
"""What stands where something is to be filled in."""
_BEFORE = re.compile(r"^\s*(?:>\s*|[-*+]\s+|\[[ xX]\]\s+)*")
_TAG = re.compile(r"</?[a-z!][^<>]{0,300}>", re.IGNORECASE)
_MARKUP = re.compile(
    r"`|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|\\(?=[^\w\s])"
)
LABEL_WORDS = 40
"""No label has more."""
A_RUN = 4
"""So many words of what was given, one after the other, are nobody's own."""


def words_in(text: str) -> list[str]:
    """List the words of a text, whatever the shape of its letters, quotes and lines."""
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold()


def quoted(lines: Iterable[str], given: str, most: int) -> Iterator[str]:
    """Quote lines that are not as given, until there are so many letters or more."""
    known, letters = _given(given), 0
    for line in lines:
        if letters > most:
            return
        if not known.has(line):
            said = _said(line, known)
            letters += len(said)
            yield from filter(None, (said,))


@frozen
class _Given:
    """The words of a text that was given, one after the other."""

    lines: frozenset[str]
    run: str
    run_with_gaps: str

    def has(self, text: str) -> bool:
        """Tell whether a line is nobody's own."""
        words = words_in(text)
        run = " ".join(words)
        return run in self.lines or (len(words) >= A_RUN and f" {run} " in self.run)


def _given(text: str) -> _Given:
    lines = frozenset(" ".join(words_in(line)) for line in text.splitlines())
    with_gaps = " ".join(_WORD_OR_GAP.findall(_plain(text)))
    return _Given(lines=lines, run=f" {' '.join(words_in(text))} ", run_with_gaps=f" {with_gaps} ")


def _said(line: str, known: _Given) -> str:
    if line.lstrip().startswith("|"):
        cells = map(_bare, line.strip().strip("|").split("|"))
        return ", ".join(cell for cell in cells if words_in(cell))
    return "; ".join(_pieces(line, known))


def _pieces(line: str, known: _Given) -> Iterator[str]:
    """Take a line apart where something is still to be filled in, and leave labels out."""
    first, *others = _GAP.split(line)
    pieces = [first, *(_without_end_of_label(piece, known) for piece in others)]
    for piece in pieces[:-1]:
        yield from _own(_without_label(piece, known), known)
    yield from _own(pieces[-1], known, is_whole=not others)


def _without_end_of_label(piece: str, known: _Given) -> str:
    """Take off the end of the sentence in which something is still to be filled in."""
    head, _, rest = piece.partition(". ")
    return rest if f" {' '.join(words_in(head))} " in known.run else piece


def _own(piece: str, known: _Given, *, is_whole: bool = False) -> Iterator[str]:
    words = words_in(piece)
    if words and (is_whole or f" {' '.join(words)} " not in known.run):
        yield _bare(piece)


def _without_label(piece: str, known: _Given) -> str:
    """Take off the words behind which something was to be filled in, and still is."""
    end, label = len(piece), "... "
    for word in reversed(list(_WORD.finditer(piece))[-LABEL_WORDS:]):
        label = f"{_plain(word[0])} {label}"
        if f" {label}" not in known.run_with_gaps:
            break
        end = word.start()
    return piece[:end].rstrip(" *_([,;")


def _bare(text: str) -> str:
    """Take markup off, so that text alone is left, on one line."""
    plain = _TAG.sub("", _BEFORE.sub("", text))
    return " ".join(_MARKUP.sub("", plain).split())
