"""Situations that somebody says they are in: on contract, or away from work."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pmcareer.domain.ground.vocabulary import SITUATIONS, Situation
from pmcareer.domain.logbook.entries import Experience

AWAY: Situation = "break"
"""No work goes on just now, and what is used daily fades."""
ON_CONTRACT: Situation = "contract"
"""Work is for a fee, from mandate to mandate."""
ALONE = "alone"
"""The word of the context that says that nobody of the trade is near."""
SITUATION_AIMS = {"contract": "your work on contract", "break": "your way back to work"}
"""What steps for a situation are for."""
A_BREAK = 183
"""Days without a post after which leaving it is a break: half a year, our judgement."""
_APART = re.compile(r"\s*[,;]\s*")


def context_words(says: Mapping[str, Any]) -> tuple[str, ...]:
    """List what is said of the surroundings, each by itself."""
    said = says.get("context", ())
    if isinstance(said, str):
        return tuple(filter(None, _APART.split(said.strip())))
    return tuple(said)


def situations_of(says: Mapping[str, Any]) -> tuple[Situation, ...]:
    """Name the situations among the words of the context; a story in free words is none."""
    words = set(map(str.lower, context_words(says)))
    return tuple(each for each in SITUATIONS if each in words)


def has_no_pm_near(says: Mapping[str, Any]) -> bool:
    """Tell whether no project manager is near: alone in a firm, on contract, or away from work."""
    words = set(map(str.lower, context_words(says)))
    return not words.isdisjoint((ALONE, *SITUATIONS))


def as_lived(
    says: Mapping[str, Any], experiences: Iterable[Experience], today: date
) -> Mapping[str, Any]:
    """Add to what is said that somebody is on a break, who left their role and said no other."""
    # In a role left four years ago nobody stands, whether or not the word for it was said; who
    # left it last month is between two posts, and nothing has faded: but into their own role they
    # come back all the same.
    left = post_left(says, experiences, today)
    if left is None:
        return says
    if (today - left).days < A_BREAK and says.get("target") != says.get("role"):
        return says
    return {**says, "context": with_situation(says, AWAY)}


def post_left(
    says: Mapping[str, Any], experiences: Iterable[Experience], today: date
) -> date | None:
    """Find the day on which the role that is said was left, where no post since is on record."""
    left: date | None = says.get("left")
    if left is None or left > today or (says.get("since") or left) > left:
        return None
    for entry in experiences:
        is_after = entry.start > left or (entry.role or says.get("role")) != says.get("role")
        if is_after and entry.start <= today and (entry.end is None or entry.end > today):
            return None
    return left


def with_situation(says: Mapping[str, Any], situation: str) -> str:
    """Add a situation to what is said of the surroundings, once."""
    return _joined((*context_words(says), situation))


def without_situation(says: Mapping[str, Any], situation: str) -> str:
    """Take a situation out of what is said of the surroundings; "none" where nothing is left."""
    return _joined(word for word in context_words(says) if word.lower() != situation) or "none"


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
