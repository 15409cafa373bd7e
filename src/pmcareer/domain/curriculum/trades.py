"""The curriculum as it is in a trade: needs, words, additions and first exercises laid over it.

This is the one place where an industry is applied. Whoever has the curriculum of a person has it
with their industry in it, so every command says the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Move, Role
from pmcareer.domain.curriculum.trade import Trade

if TYPE_CHECKING:
    # Few people have named an industry, and to load what one consists of takes a moment.
    from pmcareer.domain.curriculum.catalogue import Certification
    from pmcareer.domain.curriculum.industries import DoneAs, Industry

FROM_HERE = ("why", "at_work")
"""Texts of an exercise that a trade may leave as they are."""


def in_trade(curriculum: Curriculum, own: str | None, sought: str | None) -> Curriculum:
    """Return a curriculum as it is for one who works in a trade and seeks a role in another.

    What no industry is called changes nothing; without either it is the curriculum as written.
    """
    plain = curriculum.as_written
    known = plain.industry
    trade = Trade(own=known.get(own or ""), sought=known.get(sought or ""))
    if trade.own is None and trade.sought is None:
        return plain
    key = f"{own} {sought}"
    if key not in plain.in_trades:
        plain.in_trades[key] = _laid_over(plain, trade)
    return plain.in_trades[key]


def bridge_of(curriculum: Curriculum) -> tuple[str, ...]:
    """List the exercises of a change of trade, which no level covers."""
    return curriculum.trade.bridge if curriculum.trade else ()


def needs_brought(curriculum: Curriculum, role: Role) -> Mapping[str, int]:
    """Tell which levels the role held stands for in the trade that is sought."""
    trade = curriculum.trade
    if trade is None or not trade.changes:
        return role.needs
    # What a role is worth is what it needs where it is held, less what is different over there.
    needs = dict(_needs(curriculum.as_written.role.get(role.id, role), trade.own))
    for skill in trade.anew:
        needs.pop(skill, None)
    return needs


def _laid_over(plain: Curriculum, trade: Trade) -> Curriculum:
    return replace(
        plain,
        default_target=_goal(plain, trade),
        exercises=tuple(_exercises(plain, trade)),
        roles=tuple(_role(role, trade) for role in plain.roles),
        moves=tuple(_move(move, trade) for move in plain.moves),
        catalogue=partial(_table, plain, trade),
        plain=plain,
        trade=trade,
    )


def _goal(plain: Curriculum, trade: Trade) -> str | None:
    """Head for the usual role of the trade sought, where it has one of its own."""
    own = trade.sought.default_target if trade.sought else None
    return own or plain.default_target


def _exercises(plain: Curriculum, trade: Trade) -> Iterator[Exercise]:
    here = trade.sought
    done_as = {each.id: each for each in here.exercises} if here else {}
    for exercise in plain.exercises:
        words = done_as.get(exercise.id)
        yield _reworded(exercise, words, here) if words and here else exercise


def _reworded(exercise: Exercise, words: "DoneAs", here: "Industry") -> Exercise:
    # A record takes a while to be made, and few people have named an industry.
    from pmcareer.domain.curriculum.trade_exercise import TradeExercise  # noqa: PLC0415

    keys: dict[str, Any] = dict(exercise)
    keys |= {"title": words.title, "deliverable": words.deliverable, "accept": words.accept}
    for name in FROM_HERE:
        keys[name] = getattr(words, name) or keys[name]
    # All of it was checked when it was read.
    return TradeExercise.model_construct(**keys, done_in=here.id)


def _role(role: Role, trade: Trade) -> Role:
    here = trade.sought
    if here is None or not role.needs or not role.is_place:
        return role
    requires = (*role.requires, *_added(here, role.id), *trade.bridge)
    return role.model_copy(update={"needs": _needs(role, here), "requires": _once(requires)})


def _added(here: "Industry", role: str) -> Iterator[str]:
    for each in here.adds:
        if role in each.roles:
            yield each.exercise


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _needs(role: Role, here: "Industry | None") -> Mapping[str, int]:
    needs = dict(role.needs)
    for rule in here.needs if here else ():
        level = rule.applied(needs.get(rule.skill, 0))
        if level and (not rule.roles or role.id in rule.roles):
            needs[rule.skill] = level
    return needs


def _move(move: Move, trade: Trade) -> Move:
    first = _once((*trade.bridge, *move.first, *_early(trade.sought)))
    return move.model_copy(update={"first": first})


def _early(here: "Industry | None") -> tuple[str, ...]:
    return here.first if here else ()


def _table(plain: Curriculum, trade: Trade, table: str) -> tuple[Any, ...]:
    """Read another table: certificates as the trade asks for them, the others as they are."""
    items: Sequence[Any] = getattr(plain, table)
    if table == "certifications":
        return tuple(_certificate(item, trade.sought) for item in items)
    return tuple(items)


def _certificate(item: "Certification", here: "Industry | None") -> "Certification":
    if here is None or item.id not in here.certificates or here.id in item.industries:
        return item
    return item.model_copy(update={"industries": (*item.industries, here.id)})
