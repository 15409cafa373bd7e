"""The curriculum that a person sees: in their trade, or the one they seek, and where they are."""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.curriculum.alone import for_one_alone
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.trades import in_trade
from pmcareer.domain.person.situations import AWAY, has_no_pm_near, situations_of

TRADE_KEYS = ("industry", "target_industry")
"""Keys of the profile that change the curriculum."""


def seen_by(curriculum: Curriculum, says: Mapping[str, Any]) -> Curriculum:
    """Lay over a curriculum what the profile says of industries, and of who is near.

    Where the trade sought is not said it is the one that one works in, unless the target is not
    found there: then it is the one in which that is found.
    """
    seen = _in_trade(curriculum.as_written, says)
    if not has_no_pm_near(says):
        return seen
    return for_one_alone(seen, is_away=AWAY in situations_of(says))


def _in_trade(plain: Curriculum, says: Mapping[str, Any]) -> Curriculum:
    # Most people name no industry: then the table of them need not be read.
    if not any(map(says.get, TRADE_KEYS)):
        return plain
    own, sought = (_called(plain, says.get(key)) for key in TRADE_KEYS)
    return in_trade(plain, own, sought or _found_elsewhere(plain, own, says) or own)


def _called(plain: Curriculum, said: str | None) -> str | None:
    return said and plain.now_called("industries", said)


def _found_elsewhere(plain: Curriculum, own: str | None, says: Mapping[str, Any]) -> str | None:
    industry = plain.industry.get(own or "")
    if industry is None:
        return None
    target = says.get("target") or industry.default_target or plain.goal_role
    return industry.elsewhere.get(plain.now_called("roles", target))
