"""Words that name a trade beside a role: "construction project manager", "QA lead in a bank"."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.ground.frozen import frozen

if TYPE_CHECKING:
    # Few people have named an industry, and to load what one consists of takes a moment.
    from pmcareer.domain.curriculum.industries import Industry

BEFORE = re.compile(r"^(?:an? |the )")
BETWEEN = (" in ", " at ", " for ", " (", ", ")
"""What stands between a role and the trade behind it."""


@frozen
class InTrade:
    """What somebody typed for a role: the words of the role, and the industry beside them."""

    role: str
    industry: str | None = None


def in_trade_of(curriculum: Curriculum, typed: str) -> InTrade:
    """Take the trade out of what was typed for a role; who names a role alone names no trade."""
    wanted = plain_name(typed)
    named = _role_names(curriculum)
    for industry in curriculum.industries if wanted else ():
        if wanted in map(plain_name, industry.names):
            return InTrade(role=typed, industry=industry.id)
        if wanted not in named:
            for rest in _beside(wanted, industry):
                if rest in named:
                    return InTrade(role=_own_name(industry, rest), industry=industry.id)
    return InTrade(role=typed)


def _own_name(industry: "Industry", rest: str) -> str:
    """Find the trade's own name for what is left, spelled out or in letters; else what is left."""
    # "Building PM": the rest alone would be a PM of software, and building has PMs of its own.
    for name in map(plain_name, industry.names):
        words = name.split()
        for start in range(1, len(words)):
            letters = "".join(word[0] for word in words[start:])
            if rest in (" ".join(words[start:]), letters):
                return name
    return rest


def trade_called(curriculum: Curriculum, typed: str) -> str | None:
    """Find the industry that a word names, and nothing else: "bank", "building"."""
    wanted = plain_name(typed)
    for industry in curriculum.industries if wanted else ():
        if wanted in words_for(industry):
            return industry.id
    return None


def _role_names(curriculum: Curriculum) -> set[str]:
    names: set[str] = set()
    for role in curriculum.roles:
        spoken = (role.id.replace("-", " "), role.title, *role.aliases)
        names.update((role.id, *role.replaces, *map(plain_name, spoken)))
    return names


def _beside(wanted: str, industry: "Industry") -> Iterator[str]:
    """Go through what is left of a text once the trade is taken out of it."""
    for word in words_for(industry):
        if wanted.startswith(f"{word} "):
            yield wanted.removeprefix(f"{word} ").strip()
        # "Senior construction project manager".
        yield wanted.replace(f" {word} ", " ")
        for between in BETWEEN:
            role, _, behind = wanted.rpartition(between)
            if role and BEFORE.sub("", behind).strip(" )") == word:
                yield role.strip()


def words_for(industry: "Industry") -> Iterable[str]:
    """List what an industry is called, in plain letters."""
    named = (industry.id.replace("-", " "), industry.title, industry.called, *industry.aliases)
    return dict.fromkeys(map(plain_name, named))
