"""Numbers as people type them: their digits, their sign, and the money they are in."""

import re
import unicodedata
from collections.abc import Iterator

from pmcareer.domain.ground.frozen import frozen

MOST_DIGITS = 40
"""A longer number is none that anybody worked out."""
MOST_WORDS = 24
"""Characters beside a number in which its sign is looked for."""
SCALES = {
    "": 1.0,
    **dict.fromkeys(("k", "t", "thousand", "thousands", "tsd"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 1e6),
    **dict.fromkeys(("bn", "billion", "billions"), 1e9),
}
"""What stands for many of a thing."""
LETTERS_ONLY_OF_MONEY = {"t", "m"}
"""Of anything else these are tonnes, minutes or months."""
_MINUS = str.maketrans(dict.fromkeys("\u2212\u2013\u2012\u2014\uff0d\ufe63\u2010\u2011", "-"))
_MARKUP = re.compile(r"\[\^[^\]\s]{0,40}\]|(?<!\d)\*|\*(?!\d)|[`\\]|(?<!\w)_|_(?!\w)")
_ABOUT = re.compile(r"\b(?:ca|circa|approx|approximately|about|roughly|around)\b\.?")
_RUN = re.compile(r"[.,]?\d(?:[\d.,'\u2019_ ]*\d)?")
_PLAIN = re.compile(r"\d*[.,]\d+|\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,'\u2019_ ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
"""0.137 has no thousands in it."""
_NOT_PLAIN = re.compile(
    r"[<>\u2264\u2265\u00b1\u221a^\u00d7\u2044\u2215]|\+ ?/? ?-|--"
    r"|[\u00a2\u00a5\u20a0-\u20ab\u20ad-\u20cf]"
)
"""Signs with which a number says something else than itself, and other people's money."""
_MANY = "|".join(filter(None, SCALES))
_MONEY = re.compile(rf"({_MANY})?(?:euros?|eur|\u20ac)({_MANY})?")
_WORD = re.compile(r"[a-z\u20ac]+")
_FIRST_WORD = re.compile(r" ?([a-z]+)")
_UNIT = rf"(?:{_MONEY.pattern}|%|percent|[km])"
_MINUS_BEFORE = re.compile(rf"(?:(?<![\w.,)])-|\b(?:minus|negative)) ?(?:{_MONEY.pattern})? ?$")
_MINUS_BEHIND = re.compile(rf"-(?: ?{_UNIT})?| ?{_UNIT}? ?-")
_OPENS = re.compile(rf"\( ?(?:{_MONEY.pattern})? ?$")
_CLOSES = re.compile(rf" ?{_UNIT}? ?\)")
_HANGS = re.compile(r"[^\W\d_]+$|\w-$")
"""Ends of a name that goes on with digits: P80, CR-02, No.12."""
_IN_ONE_WORD = re.compile(r"-\w")


@frozen
class Typed:
    """The one number that an answer holds."""

    values: tuple[float, ...]
    """As it is written in English; then the other reading of a single comma or point: 1,234."""
    scale: float | None = None
    """How many it is said in, as 1000 of 300k; None where nothing is said."""
    is_money: bool = False
    """Whether a currency is named."""


def without_markup(text: str) -> str:
    """Take the signs of Markdown and its footnotes out of a text."""
    return _MARKUP.sub("", text).strip()


def usual(typed: str) -> str:
    """Write digits, spaces and minus signs of any script in the usual ones, in small letters."""
    signs = "".join(map(_usual, typed.translate(_MINUS)))
    return " ".join(without_markup(signs).lower().split())


def _usual(char: str) -> str:
    if char.isascii():
        return char
    kind = unicodedata.category(char)
    if kind == "Nd":
        return f"{unicodedata.decimal(char)}"
    # Fractions and powers stay: 3¾ is neither 3 nor 33/4.
    return {"Zs": " ", "Cf": ""}.get(kind, "%" if char in "\uff05\u066a" else char)


def numbers_in(typed: str) -> tuple[float, ...]:
    """Read a number as people type it: 1,234.5, 1 234,5, 12 %, (3); both readings of 1,234.

    Nothing where there is none, or more than one.
    """
    found = typed_in(typed)
    return found.values if found else ()


def typed_in(answer: str) -> Typed | None:
    """Read the one number of an answer; None where there is none, or what may mean another."""
    text = _ABOUT.sub("", usual(answer))
    runs = list(_RUN.finditer(text))
    if len(runs) != 1 or _NOT_PLAIN.search(text) or any(map(_is_odd, text)):
        return None
    [run] = runs
    before, behind = text[: run.start()][-MOST_WORDS:], text[run.end() :]
    readings = list(_readings(run[0]))
    hangs = _HANGS.search(before)
    if not readings or (hangs and not _MONEY.fullmatch(hangs[0])):
        return None
    sign = -1 if _is_negative(before, behind) else 1
    if sign == 1 and _IN_ONE_WORD.match(behind):
        return None
    scale, is_money = _scale_of(text, behind)
    values = tuple(sign * float(each) for each in dict.fromkeys(readings))
    return Typed(values=values, scale=scale, is_money=is_money)


def _is_odd(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) in {"No", "Nl"}


def _readings(run: str) -> Iterator[str]:
    if len(run) > MOST_DIGITS:
        return
    grouped, is_plain = _GROUPED.fullmatch(run), _PLAIN.fullmatch(run)
    whole = _without_groups(run, grouped[1]) if grouped else ""
    # Written in English a comma is of thousands, and a point is not.
    if whole and not (is_plain and "." in run):
        yield whole
    if is_plain:
        yield run.replace(",", ".")
        if whole and "." in run:
            yield whole


def _without_groups(run: str, mark: str) -> str:
    return run.replace(mark, "").replace(",", ".")


def _is_negative(before: str, behind: str) -> bool:
    if _MINUS_BEFORE.search(before) or _MINUS_BEHIND.fullmatch(behind):
        return True
    # As accountants write it: (2,384).
    return bool(_OPENS.search(before) and _CLOSES.match(behind))


def _scale_of(text: str, behind: str) -> tuple[float | None, bool]:
    """Find how many it is said in, and whether of money."""
    money = list(filter(None, map(_MONEY.fullmatch, _WORD.findall(text))))
    many = next((each[1] or each[2] for each in money if each[1] or each[2]), "")
    first = _FIRST_WORD.match(behind)
    # "Three per thousand" are three.
    if first and first[1] in SCALES and (money or first[1] not in LETTERS_ONLY_OF_MONEY):
        many = many or first[1]
    return (SCALES[many] if many or money else None), bool(money)
