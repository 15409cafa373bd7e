"""What the trade that somebody works in, or goes into, changes in their plan, in words."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.trade import Trade
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import role_levels
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.roadmap.stages import todo_in

if TYPE_CHECKING:
    # Few people have named an industry, and to load what one consists of takes a moment.
    from pmcareer.domain.curriculum.industries import Industry

MOST_NAMED = 4
"""So many exercises, or skills, are named in one piece of a sentence."""

TAKEN_AS_KNOWN = " (taken as known from your post)"

SORTS = (
    "first {}, which no earlier level covers",
    "{} shown anew, other levels carry over",
    "the role needs {}",
    "{} asked for",
    "{} done as the trade does it",
)
"""What is said of each sort of change: what leads there, levels anew and others, what is added."""


@frozen
class TradeChange:
    """Why a plan is another one in a trade, and what of it is."""

    industry: "Industry"
    cause: str
    """What stands behind "because"."""
    effects: str


def trade_change_in(planned: Planned) -> TradeChange | None:
    """Say what the trade changes in a plan; None where no trade is said, or nothing changes."""
    trade = planned.asker.person.curriculum.trade
    if trade is None or trade.sought is None:
        return None
    pieces = tuple(_pieces(_Look(planned=planned, trade=trade, sought=trade.sought)))
    if not pieces:
        return None
    cause = _cause(trade, trade.sought)
    return TradeChange(industry=trade.sought, cause=cause, effects="; ".join(pieces))


def _cause(trade: Trade, sought: "Industry") -> str:
    if not trade.changes:
        return f"you work in {sought.called}"
    return f"you go {_from(trade.own)}into {sought.called}"


def _from(own: "Industry | None") -> str:
    return f"from {own.called} " if own else ""


def _pieces(look: "_Look") -> Iterator[str]:
    """Say of each sort of change what is in force in this plan."""
    in_force = (look.bridge, look.anew, look.levels, look.added, look.done_so)
    for words, names in zip(SORTS, in_force, strict=True):
        if names:
            yield words.format(_named(names))


@frozen
class _Look:
    """A plan, and what of a trade is in force in it."""

    planned: Planned
    trade: Trade
    sought: "Industry"

    @cached_property
    def _curriculum(self) -> Curriculum:
        return self.planned.asker.person.curriculum

    @cached_property
    def _todo(self) -> list[Exercise]:
        return list(map(attrgetter("exercise"), todo_in(self.planned.stages)))

    @property
    def _ahead(self) -> list[str]:
        return list(map(attrgetter("id"), self._todo))

    @property
    def bridge(self) -> list[str]:
        """What leads into the other trade and is still to be done."""
        return _among(self.trade.bridge, self._ahead)

    @property
    def anew(self) -> list[str]:
        """The skills that are shown anew, by something that is still to be done."""
        skills = set(map(attrgetter("skill"), self._todo))
        return list(map(_spaced, _among(self.trade.anew, skills)))

    @property
    def added(self) -> list[str]:
        """What the trade alone asks for of a role on the way."""
        # What leads into the trade has been named as such.
        usual = set(self.trade.bridge)
        for leg in self.planned.route.legs:
            usual.update(self._curriculum.as_written.role[leg.target.id].requires)
        wanted = set(map(attrgetter("exercise"), self.sought.adds))
        return _among(self._ahead, wanted - usual)

    @property
    def done_so(self) -> list[str]:
        """What is still to be done, and is done in the way of the trade."""
        return list(map(attrgetter("id"), filter(attrgetter("industry"), self._todo)))

    @property
    def levels(self) -> list[str]:
        """The levels that the target needs here, otherwise than elsewhere."""
        target = self.planned.route.legs[-1].target
        elsewhere = self._curriculum.as_written.role[target.id].needs
        changed = []
        for skill, level in target.needs.items():
            if level != elsewhere.get(skill, 0):
                words = _level_words(skill, level, elsewhere.get(skill))
                changed.append(words + TAKEN_AS_KNOWN * self._is_brought(skill, level))
        return changed

    def _is_brought(self, skill: str, level: int) -> bool:
        """Tell whether the post held in the trade is taken to have brought a level already."""
        # More is asked in a bank, and whoever holds a post in one has less to study for it.
        return role_levels(self.planned.asker.person).get(skill, 0) >= level


def _level_words(skill: str, level: int, before: int | None) -> str:
    instead = f" instead of {before}" if before else ""
    return f"{_spaced(skill)} {level}{instead}"


def _among(names: Iterable[str], wanted: Container[str]) -> list[str]:
    return list(filter(wanted.__contains__, names))


def _spaced(skill: str) -> str:
    return skill.replace("-", " ")


def _named(names: Sequence[str]) -> str:
    shown = list(names)
    # Six of them are named: it is the more that would hide something.
    if len(shown) > MOST_NAMED + 2:
        shown = [*shown[:MOST_NAMED], f"{len(shown) - MOST_NAMED} more"]
    *first, last = shown
    return f"{', '.join(first)} and {last}" if first else last
