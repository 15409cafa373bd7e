"""The next role on the way to a far one, for who is not sure of the far one yet."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move


def nearer_target(curriculum: Curriculum, held: str | None, target: str) -> str:
    """Find the role of the shortest first move that leads on to a target; else the target."""
    # From junior PM to portfolio PMO the first move is to tech PM: that is near enough to try.
    start = curriculum.now_called("roles", held) if held else curriculum.start_role(target)
    towards = [move for move in curriculum.moves if _leads_on(curriculum, move, start, target)]
    nearest = min(towards, key=_likely_months, default=None)
    return nearest.target if nearest else target


def _leads_on(curriculum: Curriculum, move: Move, start: str, target: str) -> bool:
    if move.source != start or curriculum.role[move.target].detour:
        return False
    return target in curriculum.further_along(move.target)


def _likely_months(move: Move) -> float:
    return move.months[1]
