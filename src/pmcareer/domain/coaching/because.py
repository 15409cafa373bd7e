"""Because you said ...: the answers that count, with those of their effects that are in force."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from pmcareer.domain.coaching.changes import BESIDE_THE_PLAN, Change, changes_of, in_words
from pmcareer.domain.coaching.trade_changes import trade_change_in
from pmcareer.domain.curriculum.catalogue import Prompt
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.person.earned import assessed_level
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import Picked
from pmcareer.domain.person.said import values_in
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.stages import todo_in

TARGET, HOURS = "target", "hours_per_week"


@frozen
class Because:
    """An answer, and what of it changes this plan."""

    id: str
    """Of the question, or the key of the profile."""
    answer: str
    said: str
    """The answer's own words."""
    effects: str
    """What of it is in force."""
    command: str
    """What is typed to see, change or take it back."""
    opening: str = ""
    """What it is because of, where that is no answer: "you work in construction"."""

    @property
    def text(self) -> str:
        """Say both in a sentence."""
        cause = self.opening or f'you said "{self.said}"'
        return f"Because {cause}: {self.effects}."


def because_of(planned: Planned) -> tuple[Because, ...]:
    """List what changes a plan: the trade, then answers in the order of the curriculum."""
    # Most people have answered nothing: then nothing need be looked at.
    return (*_of_trade(planned), *_because(planned, planned.asker.person.given.answers))


def in_force(person: Person) -> tuple[Because, ...]:
    """List the answers that change somebody's plan; none where no plan can be made."""
    planner = Planner(person=person)
    if not (person.given.answers or person.curriculum.trade) or planner.why_no_plan:
        return ()
    return because_of(planner.for_today)


def _of_trade(planned: Planned) -> Iterator[Because]:
    change = trade_change_in(planned)
    if change:
        industry = change.industry
        yield Because(
            id="industry",
            answer=industry.id,
            said=industry.title,
            effects=change.effects,
            command=f"pmcareer show {industry.id}",
            opening=change.cause,
        )


def _because(planned: Planned, answers: tuple[Picked, ...]) -> Iterator[Because]:
    look = _Look(planned)
    for picked in answers:
        changes = [each for each in _changes(planned, picked) if look.is_in_force(each, picked)]
        changes = [look.in_figures(each) for each in changes]
        if changes:
            yield _said(picked, in_words(changes, look.person.curriculum))


def _said(picked: Picked, effects: str) -> Because:
    return Because(
        id=picked.asked.id,
        answer=picked.answer.id,
        said=picked.answer.text,
        effects=effects,
        command=_command(picked),
    )


def _changes(planned: Planned, picked: Picked) -> tuple[Change, ...]:
    changes = changes_of(picked.effects, planned.asker.person.role)
    return tuple(each for each in changes if each.kind not in BESIDE_THE_PLAN)


def _command(picked: Picked) -> str:
    if isinstance(picked.asked, Prompt):
        return f"pmcareer answer {picked.asked.id}"
    return f"pmcareer profile --{picked.asked.id} WORD"


class _Look:
    """A plan, and what an effect would have to find in it to be in force."""

    def __init__(self, planned: Planned) -> None:
        self.person = planned.asker.person
        self._planned = planned
        self._tests: Mapping[str, Callable[[Change], bool]] = {
            "earlier": self._is_studied,
            "later": self._is_studied,
            "level": self._is_taken_for_granted,
            "stands": self._stands_otherwise,
            "first": self._is_ahead,
            "asks": self._is_ahead,
            "search": lambda _: any(leg.search[2] for leg in self._route.legs),
            "detours": lambda _: any(each.search[2] for each in self._route.detours),
            "gates": lambda _: any(leg.drawn for leg in self._route.legs),
            "width": lambda _: any(leg.is_for_others for leg in self._route.legs),
            "prefer": self._is_on_the_way,
            "advice": lambda change: change.name not in self.person.muted,
            "practices": lambda _: "practices" not in self.person.says,
            "minutes": lambda _: True,
        }

    @property
    def _route(self) -> Route:
        return self._planned.route

    def is_in_force(self, change: Change, picked: Picked) -> bool:
        """Tell whether an effect changes anything in this plan."""
        if change.kind == "profile":
            return self._said_last(change.name) == (picked.entry and picked.entry.id)
        return self._tests[change.kind](change)

    def in_figures(self, change: Change) -> Change:
        """Say of the profile what it says now, where the effect alone can't tell."""
        if change.name == TARGET:
            target = self.person.curriculum.role[self.person.target]
            return replace(change, words=f"{target.short or target.title} is the target")
        if change.name == HOURS:
            return replace(change, words=f"{self.person.hours_per_week:g} hours a week")
        return change

    def _said_last(self, key: str) -> str | None:
        """Find the entry that said a key of the profile last."""
        last = None
        for saying in self.person.sayings:
            if key in values_in(saying):
                last = saying.id
        return last

    @cached_property
    def _todo(self) -> set[str]:
        return {task.exercise.id for task in todo_in(self._planned.stages)}

    @cached_property
    def _skills(self) -> set[str]:
        return {task.exercise.skill for task in todo_in(self._planned.stages)}

    @cached_property
    def _levels(self) -> dict[str, SkillLevel]:
        return levels_of(self.person)

    def _is_studied(self, change: Change) -> bool:
        return change.name in self._skills

    def _is_on_the_way(self, change: Change) -> bool:
        return any(role.id == change.name for role in self._route.between)

    def _is_ahead(self, change: Change) -> bool:
        return change.name in self._todo

    def _is_taken_for_granted(self, change: Change) -> bool:
        """Tell whether a skill would stand lower but for the answer."""
        level = self._levels[change.name]
        return level.answered == change.figure > self._without_answers(level)

    def _without_answers(self, level: SkillLevel) -> int:
        # Of a portfolio service the role's level is assumed because of the same word, too.
        role = 0 if level.skill in PORTFOLIO_SERVICES else level.assumed
        return max(role, level.earned, level.shown, assessed_level(level.assessed))

    def _stands_otherwise(self, change: Change) -> bool:
        """Tell whether the role alone would be taken for another level."""
        level = self._levels[change.name]
        return level.assumed == change.figure and self._is_another(level)

    def _is_another(self, level: SkillLevel) -> bool:
        if level.skill in PORTFOLIO_SERVICES:
            return level.assumed > self._without_answers(level)
        return level.assumed != self._needed(level.skill)

    def _needed(self, skill: str) -> int:
        held = self.person.held
        return 0 if held is None else held.needs.get(skill, 0)
