"""Because you said ...: the answers that count, with those of their effects that are in force."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from pmcareer.domain.coaching.changes import BESIDE_THE_PLAN, Change, changes_of, in_words
from pmcareer.domain.coaching.otherwise import Otherwise
from pmcareer.domain.coaching.trade_changes import trade_change_in
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import Picked
from pmcareer.domain.person.said import newest_values, values_in
from pmcareer.domain.person.situations import AWAY, situations_of
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import study_minutes
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.stages import todo_in

TARGET, HOURS, WITHOUT = "target", "hours_per_week", "without"
BY_DAY = "you have left your post, and named no other since"
LEFT_COMMAND = "pmcareer profile --left none"
OF_DATES = ("search", "detours", "gates", "width")
"""What changes dates alone: nothing of a plan that has none."""
MOST_SUMMED = 3
"""So many things are said in all of a word whose own effects change nothing."""


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


def beside_the_plan(person: Person, asked: Collection[str]) -> Iterator[str]:
    """Say what answers change when something is asked, and nothing of a plan."""
    for picked in person.given.answers:
        changes = changes_of(picked.effects, person.role)
        beside = [each for each in changes if each.kind in BESIDE_THE_PLAN]
        if beside and picked.asked.id in asked:
            yield f"Noted: {in_words(beside, person.curriculum)}."


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
    for picked in answers:
        look = _Look(planned, picked)
        effects = in_words(_in_force(look, picked), look.person.curriculum)
        if not effects and _may_change_more(picked):
            effects = "; ".join(list(look.otherwise.in_sum())[:MOST_SUMMED])
        if effects:
            yield _said(look.person, picked, effects)


def _in_force(look: "_Look", picked: Picked) -> Iterator[Change]:
    first = picked.effects.first
    for change in _changes(look.person, picked):
        if look.is_in_force(change):
            said = look.in_figures(change)
            # What comes first by name need not be said to come earlier for its skill as well.
            if said.words not in first:
                yield said


def _may_change_more(picked: Picked) -> bool:
    """Tell whether a word changes more than its effects say: rules and roles look at it, too."""
    return picked.entry is None


def _said(person: Person, picked: Picked, effects: str) -> Because:
    is_by_day = _is_by_the_day_of_leaving(person, picked)
    return Because(
        id=picked.asked.id,
        answer=picked.answer.id,
        said=picked.answer.text,
        effects=effects,
        command=LEFT_COMMAND if is_by_day else picked.command,
        opening=BY_DAY if is_by_day else "",
    )


def _is_by_the_day_of_leaving(person: Person, picked: Picked) -> bool:
    """Tell whether somebody is taken to be away by the day on which they left, and said no word."""
    if picked.entry is not None or picked.answer.id != AWAY:
        return False
    return AWAY not in situations_of(newest_values(person.sayings))


def _changes(person: Person, picked: Picked) -> tuple[Change, ...]:
    changes = changes_of(picked.effects, person.role)
    return tuple(each for each in changes if each.kind not in BESIDE_THE_PLAN)


class _Look:
    """An answer, and what an effect of it would have to change in a plan to be in force."""

    def __init__(self, planned: Planned, picked: Picked) -> None:
        self.person = planned.asker.person
        self._planned = planned
        self._picked = picked
        self.otherwise = Otherwise(planned=planned, picked=picked)
        self._tests: Mapping[str, Callable[[Change], bool]] = {
            "earlier": lambda change: bool(self._moved(change)),
            "later": lambda change: bool(self._moved(change)),
            "level": self._is_taken_for_granted,
            "stands": self._stands_otherwise,
            "first": lambda change: change.name in self._earlier,
            "begun": self._is_done_with,
            "asks": self._is_ahead,
            "search": lambda _: any(leg.search[2] for leg in self._route.legs),
            "detours": lambda _: any(each.search[2] for each in self._route.detours),
            "gates": lambda _: any(leg.drawn for leg in self._route.legs),
            "width": lambda _: any(leg.is_for_others for leg in self._route.legs),
            "prefer": self._is_on_the_way,
            "advice": lambda change: self.otherwise.advises(change.name),
            "practices": lambda change: self.otherwise.proposes(change.name),
            "minutes": lambda change: study_minutes(self.person) > change.figure,
        }

    @property
    def _route(self) -> Route:
        return self._planned.route

    def is_in_force(self, change: Change) -> bool:
        """Tell whether an effect changes anything in this plan."""
        if change.kind == "profile":
            return self._is_said(change.name)
        if change.kind in OF_DATES and not self.otherwise.has_day:
            return False
        return self._tests[change.kind](change)

    def in_figures(self, change: Change) -> Change:
        """Say what it says now, where the effect alone can't tell."""
        if change.kind in ("earlier", "later"):
            return replace(change, words=self._moved(change))
        if change.kind == "first" and not self._is_first:
            return replace(change, kind="sooner")
        return self._of_profile(change)

    def _of_profile(self, change: Change) -> Change:
        if change.name == TARGET:
            target = self.person.curriculum.role[self.person.target]
            return replace(change, words=f"{target.short or target.title} is the target")
        if change.name == HOURS:
            return replace(change, words=f"{self.person.hours_per_week:g} hours a week")
        return change

    @property
    def _is_first(self) -> bool:
        """Tell whether what is first to study is what the answer puts first."""
        active = self._planned.active
        return bool(active) and active[0].exercise.id in self._picked.effects.first

    def _is_said(self, key: str) -> bool:
        """Tell whether the profile would say something else of a key without the answer."""
        then = self.otherwise.then
        if self._said_last(key) != (self._picked.entry and self._picked.entry.id):
            return False
        if key == WITHOUT:
            return self.otherwise.changes_ways
        return bool(getattr(self.person, key) != getattr(then, key))

    def _said_last(self, key: str) -> str | None:
        """Find the entry that said a key of the profile last."""
        last = None
        for saying in self.person.sayings:
            if key in values_in(saying):
                last = saying.id
        return last

    def _moved(self, change: Change) -> str:
        """Name the first open exercise of a skill that has moved; "" where none has."""
        names = self._earlier if change.kind == "earlier" else self._later
        exercises = self.person.curriculum.exercise
        return next((name for name in names if exercises[name].skill == change.name), "")

    @cached_property
    def _earlier(self) -> tuple[str, ...]:
        return tuple(self.otherwise.moved(earlier=True))

    @cached_property
    def _later(self) -> tuple[str, ...]:
        return tuple(self.otherwise.moved(earlier=False))

    def _is_on_the_way(self, change: Change) -> bool:
        return any(role.id == change.name for role in self._route.between)

    def _is_done_with(self, change: Change) -> bool:
        steps = self._planned.actions[0]
        return any(action.step.id == change.name and action.state == "done" for action in steps)

    def _is_ahead(self, change: Change) -> bool:
        todo = todo_in(self._planned.stages)
        return any(task.exercise.id == change.name for task in todo)

    def _is_taken_for_granted(self, change: Change) -> bool:
        """Tell whether a skill would stand lower but for the answer."""
        level = self._levels[change.name]
        return level.answered == change.figure and self.otherwise.changes_level(change.name)

    def _stands_otherwise(self, change: Change) -> bool:
        """Tell whether it stands where the answer says, and would not without it."""
        level = self._levels[change.name]
        return level.assumed == change.figure and self.otherwise.changes_level(change.name)

    @cached_property
    def _levels(self) -> dict[str, SkillLevel]:
        return levels_of(self.person)
