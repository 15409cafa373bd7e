"""Answers as people type them, held against what is right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.answers import same_label
from pmcareer.domain.practice.asked import PERCENT, AskedFigure, expected_of, slips_of
from pmcareer.domain.practice.question import Read, Value
from pmcareer.domain.practice.typed import Typed, typed_in, usual

State = Literal["right", "wrong", "empty", "missing", "unread", "unit"]
NO = re.compile(r"no\.?")
NONE = re.compile(
    r"(?:there is )?(?:none|never|n/a|na)"
    r"(?: ?[.,:;(-].*| (?:as|at all|because|since|within|yet)\b.*)?",
    re.DOTALL,
)
"""Words for: there is no such figure; what follows is the reason."""
_BRACKET = re.compile(r"\([^()]*\)")
NOUGHT = {"nil", "zero", "nought", "nothing"}
UNITS = (
    {"%", "percent", "per cent", "pct"},
    {"$", "usd", "dollar", "dollars"},
    {"\u00a3", "gbp", "pounds"},
    {"chf", "francs"},
    {"minute", "minutes", "min"},
    {"hour", "hours", "h"},
    {"day", "days", "d"},
    {"week", "weeks", "w"},
    {"month", "months"},
    {"year", "years", "y"},
)
"""Words for a unit that mean the same; of another one than was asked for, a number is no answer."""
MONEY = {"EUR": 1.0, "kEUR": 1e3}
"""Units of money that are asked for, in EUR."""
_WORDS = re.compile(r"[%$\u00a3]|[a-z\u20ac]+")
NEAR = 0.05
"""How far a figure may be off, as a share, to be known for one in another size."""


@frozen
class Marked:
    """An answer, and what is to be said of it."""

    figure: AskedFigure
    answer: str
    """As it was typed; "" where nothing was."""
    state: State
    says: str = ""
    """The slip that leads to this answer, where it is a usual one."""
    read_as: str = ""
    """The number that it was taken for, where it may be another: 1,234."""


def marked(
    figures: Sequence[AskedFigure], answers: Mapping[str, str], read: Read
) -> tuple[Marked, ...]:
    """Hold each answer against what the tables of the firm say.

    Raises:
        NoFigure, BadTable, NotComputable: as of `figure`.
    """
    found: dict[str, str] = {}
    for label, answer in answers.items():
        found[same_label(label)] = found.get(same_label(label)) or answer
    return tuple(_mark(each, found.get(same_label(each.asks)), read) for each in figures)


def not_asked(figures: Sequence[AskedFigure], answers: Mapping[str, str]) -> tuple[str, ...]:
    """List the labels of a sheet that no figure is computed for."""
    known = {same_label(each.asks) for each in figures}
    return tuple(each for each in answers if same_label(each) not in known)


def _mark(asked: AskedFigure, answer: str | None, read: Read) -> Marked:
    if answer is None:
        return Marked(figure=asked, answer="", state="missing")
    plain = usual(answer)
    if not plain.strip(" .\u2026-?_"):
        return Marked(figure=asked, answer="", state="empty")
    typed = _typed(plain)
    if typed is None:
        return Marked(figure=asked, answer=answer, state="unread")
    if _is_in_another_unit(plain, typed, asked):
        return Marked(figure=asked, answer=answer, state="unit", says=f"Say it in {asked.unit}.")
    values, right = _in_unit(typed, asked), expected_of(asked, read)
    fit = _first_that_fits(values, right, asked.within)
    if fit is None:
        said = (*_slips(values, asked, read), *_hints(values, right, asked, plain), "")
        return Marked(figure=asked, answer=answer, state="wrong", says=said[0])
    # Written in English it would be another number: that it was not is worth a word.
    read_as = f"{values[fit]:.15g}" if fit else ""
    return Marked(figure=asked, answer=answer, state="right", read_as=read_as)


def _first_that_fits(values: Sequence[Value], right: Value, within: float) -> int | None:
    for place, value in enumerate(values):
        if _fits(value, right, within):
            return place
    return None


def _slips(values: Sequence[Value], asked: AskedFigure, read: Read) -> Iterator[str]:
    for slip, says in slips_of(asked, read):
        if _first_that_fits(values, slip, asked.within) is not None:
            yield says


def _typed(plain: str) -> Typed | None:
    """Read an answer; its value is None where it says that there is no such figure."""
    if NO.fullmatch(plain) or NONE.fullmatch(plain):
        # A figure beside the word is either the answer or none of it.
        has_figure = re.search(r"\d", _BRACKET.sub("", plain))
        return None if has_figure and not NO.fullmatch(plain) else Typed(values=())
    if plain.strip(" .") in NOUGHT:
        return Typed(values=(0.0,))
    return typed_in(plain)


def _is_in_another_unit(plain: str, typed: Typed, asked: AskedFigure) -> bool:
    if not typed.values:
        return False
    of_money = MONEY.get(_base(asked))
    if of_money and typed.is_money:
        return typed.scale != of_money
    wanted = set(_WORDS.findall(f"{asked.unit} {asked.asks}".lower()))
    for word in _WORDS.findall(plain):
        known = [same for same in UNITS if word in same]
        if known and not known[0] & wanted:
            return True
    return typed.is_money


def _base(asked: AskedFigure) -> str:
    """Name the unit without its time: kEUR of "kEUR a year"."""
    return asked.unit.partition(" ")[0]


def _in_unit(typed: Typed, asked: AskedFigure) -> Sequence[Value]:
    """Give what a number may be in the unit that was asked for; None is none at all."""
    scale = 1.0
    if typed.scale and not typed.is_money:
        # 300k of money are 300 kEUR, and of anything else 300,000.
        scale = typed.scale / MONEY.get(_base(asked), 1.0)
    return [scale * value for value in typed.values] or [None]


def _hints(values: Sequence[Value], right: Value, asked: AskedFigure, plain: str) -> Iterator[str]:
    """Say what is amiss with an answer that is the right one but for its sign or its size."""
    for value in filter(None, values):
        if right and _fits(-value, right, asked.within):
            yield "Look at the sign."
        if _base(asked) in MONEY and _is_near(value / 1000, right, asked.within):
            yield f"A thousand times too large: say it in {asked.unit}."
        if _base(asked) in MONEY and _is_near(value * 1000, right, asked.within):
            yield f"A thousand times too small: say it in {asked.unit}."
        if (
            asked.unit == PERCENT
            and "%" not in plain
            and _is_near(100 * value, right, asked.within)
        ):
            yield "Say it in percent."


def _is_near(value: float, right: Value, within: float) -> bool:
    """Tell whether it fits, and not only because the figure is small beside its tolerance."""
    return bool(right) and _fits(value, right, min(within, NEAR * abs(right or 0)))


def _fits(value: Value, right: Value, within: float) -> bool:
    if value is None or right is None:
        return value is right
    # Halves that a machine can't write exactly are no reason to call somebody wrong.
    return abs(value - right) <= within + 1e-9 * max(1.0, abs(right))
