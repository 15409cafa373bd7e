"""What somebody wrote into a sheet: the words that were not in it when it was given."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice

from pmcareer.domain.ground.frozen import frozen
from pmcareer.exports.headings import ASIDE, heading_in, under
from pmcareer.exports.plain import without_controls
from pmcareer.exports.quoting import quoted, words_in

_TITLES = {"done when", "in parts", "without a project of your own"}
"""Headings of our own, up to the next one: what is ticked or dated there is told by `log`."""
_MARK = re.compile(r"<!-- as given:([0-9a-f\s]*)-->")
_TICK = re.compile(r"\[[xX]\](?![(\[])")
SIGN_LETTERS = 8
MOST_HEADINGS = 300
"""That are looked at: no sheet has as many."""
MOST_LETTERS = 300
"""Of what stands below one heading: a portfolio quotes, and does not copy."""


@frozen
class Note:
    """What somebody wrote below a heading of a sheet."""

    heading: str
    text: str
    """On one line, without markup."""


@frozen
class Filled:
    """A sheet, held against what was given."""

    notes: tuple[Note, ...] = ()
    is_sheet: bool
    """It has a heading of the sheet; else it is another text."""
    is_whole: bool
    """All words that were given still stand in it."""


@frozen
class _Section:
    """What stands below a heading."""

    heading: str
    lines: Sequence[str]
    words: Counter[str]


def with_mark(given: str) -> str:
    """Leave a mark in a sheet that is given away, by which its sections are known again.

    A curriculum's sheet may be mended later on, and what somebody holds is the older one.
    """
    signs = " ".join(map(_sign, _sections(given).values()))
    return f"{given}\n<!-- as given: {signs} -->\n"


def held_against(given: str, filled: str) -> Filled:
    """Compare what stands in a sheet with what was given, heading by heading.

    A box that was ticked is no words, and neither is another shape of the same ones.
    """
    known, found = _sections(given), _sections(filled)
    signs = {sign for mark in _MARK.findall(filled) for sign in mark.split()}
    untouched = {key for key, each in found.items() if _sign(each) in signs}
    # Under a heading that was changed anything of the sheet may stand.
    whole = _together(known)
    touched = islice((key for key in found if key not in untouched), MOST_HEADINGS)
    notes = (_note(found[key], known.get(key, whole)) for key in touched)
    return Filled(
        notes=tuple(filter(None, notes)),
        is_sheet=bool(untouched or _headings(found) & _headings(known)),
        is_whole=_is_whole(found, known, signs),
    )


def _headings(sections: Mapping[str, _Section]) -> set[str]:
    return {key for key in sections if key}


def _is_whole(
    found: Mapping[str, _Section], known: Mapping[str, _Section], signs: set[str]
) -> bool:
    """Tell whether no word is missing: of the edition that the mark is of, where there is one."""
    if signs:
        return signs <= set(map(_sign, found.values()))
    return all(key in found and each.words <= found[key].words for key, each in known.items())


def _sections(text: str) -> dict[str, _Section]:
    """Put together what stands below each heading, by the words of the heading."""
    # What is written at the end belongs to no example: the mark ends them.
    body, *rest = _MARK.split(without_controls(text))
    lines = [*under(body.splitlines(), ASIDE, beside=True), "# "]
    lines += "\n".join(rest[1::2]).splitlines()
    found: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for heading, line in _headed(lines):
        key = " ".join(words_in(heading))
        titles.setdefault(key, heading)
        found.setdefault(key, []).append(line)
    return {key: _section(titles[key], each) for key, each in found.items()}


def _section(heading: str, lines: Sequence[str]) -> _Section:
    words = Counter(words_in(_TICK.sub(" ", "\n".join(lines))))
    return _Section(heading=heading, lines=lines, words=words)


def _headed(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    heading = ""
    for line in lines:
        title = heading_in(line)
        if title:
            heading = title[1]
        if heading.lower() not in _TITLES:
            yield heading, "" if title else line


def _sign(section: _Section) -> str:
    """Name a section by its words, in whatever order and shape they stand."""
    told = (*words_in(section.heading), "", *sorted(section.words.elements()))
    return sha256(" ".join(told).encode()).hexdigest()[:SIGN_LETTERS]


def _note(found: _Section, given: _Section) -> Note | None:
    """Quote what stands below a heading beyond what was given there."""
    more = found.words - given.words
    if not more:
        return None
    said = "; ".join(quoted(found.lines, "\n".join(given.lines), MOST_LETTERS))
    return Note(heading=found.heading, text=_cut(said or " ".join(more)))


def _together(known: Mapping[str, _Section]) -> _Section:
    lines = (line for each in known.values() for line in (each.heading, *each.lines))
    return _section("", list(lines))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 4].rstrip()} ..."
