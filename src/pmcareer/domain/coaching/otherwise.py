"""The same plan without one answer: what the answer really changes in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from math import inf

from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.as_filed import Entries
from pmcareer.domain.logbook.entries import Answered, Entry
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import COMMA, Picked
from pmcareer.domain.person.said import newest_values
from pmcareer.domain.person.sayings import sayings_of
from pmcareer.domain.person.situations import AWAY, as_lived
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.paths import route_as_of
from pmcareer.domain.roadmap.stages import todo_in

LEAST_HOURS = 0.5
"""Hours of study, to the half: what is less is no change that anybody would notice."""

NEXT_FEW = 5
"""So many exercises are ahead soon enough that one which moves among them is worth a word."""


@frozen
class Otherwise:
    """A plan, and the same way for who never gave one answer, or never said one word."""

    planned: Planned
    picked: Picked

    @property
    def person(self) -> Person:
        """Whose plan it is."""
        return self.planned.asker.person

    @cached_property
    def then(self) -> Person:
        """Who they would be without the answer."""
        if self.picked.entry is None:
            return _without_word(self.person, self.picked)
        return _without_choice(self.person, self.picked)

    @cached_property
    def _same_way(self) -> Planned:
        """The same way to the same target, planned without the answer."""
        then = self._then_to_the_same
        return Planner(person=then).along(route_as_of(then, self.planned.route))

    @cached_property
    def _then_to_the_same(self) -> Person:
        return self.then.saying(target=self.person.target)

    def moved(self, *, earlier: bool) -> Iterator[str]:
        """Go through the open exercises that come earlier because of it, or later, in order."""
        before = _places(self._same_way)
        for name, place in _places(self.planned).items():
            was = before.get(name, place)
            if place < was if earlier else place > was:
                yield name

    @cached_property
    def _levels(self) -> tuple[dict[str, SkillLevel], dict[str, SkillLevel]]:
        return levels_of(self.person), levels_of(self.then)

    @cached_property
    def _asked_skills(self) -> set[str]:
        """Skills of which anything is asked on the way, whether it is done or not."""
        skills: set[str] = set()
        for stage in self.planned.stages:
            skills.update(stage.leg.target.needs)
            skills.update(task.exercise.skill for task in stage.tasks)
        return skills

    def changes_level(self, skill: str) -> bool:
        """Tell whether a skill that is asked for on the way stands elsewhere because of it."""
        now, then = self._levels
        is_asked = skill in self._asked_skills and skill in now
        return is_asked and now[skill].level != then[skill].level

    @property
    def changes_ways(self) -> bool:
        """Tell whether there are other ways because of it."""
        return _ways(self.person) != _ways(self._then_to_the_same)

    @property
    def has_day(self) -> bool:
        """Tell whether the plan has a day at all that could move."""
        days = self.planned.finish_days
        return bool(days) and days[len(days) // 2] < inf

    def proposes(self, practice: str) -> bool:
        """Tell whether a habit is proposed because of it, or sooner than without it."""
        # A habit has its turn from the day after: today's list may be as it was.
        if "practices" in self.person.says or practice in self.person.muted:
            return False
        then = [each.practice.id for each in practices_of(self.then)]
        return then[:1] != [practice]

    def advises(self, rule: str) -> bool:
        """Tell whether a piece of advice holds because of it, and not without it."""
        return rule in self._new_advice

    @cached_property
    def _new_advice(self) -> list[str]:
        return _beside(_advice(self.person), _advice(self.then))

    def in_sum(self) -> Iterator[str]:
        """Say what changes in all, of an answer of which no single effect can be named."""
        yield from self._search()
        yield from self._steps()
        yield from self._study()
        if self._new_advice:
            yield f"advice {self._new_advice[0]}"
        yield from self._levels_moved()

    def _levels_moved(self) -> Iterator[str]:
        now, then = self._levels
        for skill, level in now.items():
            if self.changes_level(skill):
                yield f"{skill.replace('-', ' ')} {level.level} instead of {then[skill].level}"

    def _study(self) -> Iterator[str]:
        # Who holds the target has its levels to show, and who is away has them to refresh: what
        # lies between the two is of the role, and not of the word.
        if self.person.holds_target != self.then.holds_target:
            return
        more = _hours(self.planned) - _hours(self._same_way)
        few = list(_places(self.planned))[:NEXT_FEW]
        first = next(filter(few.__contains__, self.moved(earlier=True)), "")
        if abs(more) >= LEAST_HOURS:
            yield f"{_half(abs(more)):g} h {'more' if more > 0 else 'less'} to study"
        elif first:
            yield f"{first} earlier"

    def _search(self) -> Iterator[str]:
        legs = zip(self.planned.route.legs, self._same_way.route.legs, strict=True)
        for now, then in legs:
            if now.search != then.search:
                months = f"{now.search[1]:g} months"
                title = now.target.short or now.target.title
                yield f"the search as {title} takes {months}, not {then.search[1]:g}"
                return

    def _steps(self) -> Iterator[str]:
        new = _beside(_steps(self.planned), _steps(self._same_way))
        if new:
            more = f" and {len(new) - 1} more steps" if new[1:] else ""
            yield f"{new[0]}{more} to do with people"


def _places(planned: Planned) -> dict[str, int]:
    return {task.exercise.id: place for place, task in enumerate(todo_in(planned.stages))}


def _advice(person: Person) -> list[str]:
    return [said.advice.id for said in advice_for(person)]


def _beside(some: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in some if name not in others]


def _steps(planned: Planned) -> list[str]:
    return [action.step.id for action in planned.actions[0]]


def _half(hours: float) -> float:
    return round(2 * hours) / 2


def _hours(planned: Planned) -> float:
    return sum(stage.hours_left for stage in planned.stages)


def _ways(person: Person) -> set[str]:
    return {way.route.id for way in Planner(person=person).candidates}


def _without_choice(person: Person, picked: Picked) -> Person:
    """Take one answer out of what was picked of a question; several picked at once stay."""
    entries: list[Entry] = []
    for entry in person.entries:
        if not _is_choice_of(person, picked, entry):
            entries.append(entry)
        elif entry is picked.entry and isinstance(entry, Answered):
            others = _others(str(entry.choice).split(COMMA), picked.answer.id)
            if others:
                entries.append(entry.model_copy(update={"choice": COMMA.join(others)}))
    said = newest_values(sayings_of(person.curriculum, entries))
    says = as_lived(said, person.experiences, person.today)
    return replace(person, entries=Entries(entries), says=says)


def _is_choice_of(person: Person, picked: Picked, entry: Entry) -> bool:
    if not (isinstance(entry, Answered) and picked.entry and entry.choice):
        return False
    return person.curriculum.now_called("prompts", entry.prompt) == picked.asked.id


def _without_word(person: Person, picked: Picked) -> Person:
    """Take one word out of what a key of the profile says; other words of it stay."""
    key = getattr(picked.asked, "key", "")
    said = person.says.get(key)
    says = {name: value for name, value in person.says.items() if name != key}
    if isinstance(said, tuple):
        says[key] = tuple(_others(said, picked.answer.id))
    elif others := _others(str(said).split(COMMA), picked.answer.id):
        says[key] = ", ".join(others)
    if picked.answer.id == AWAY:
        # The day on which they left says the same as the word.
        says.pop("left", None)
    return replace(person, says=says)


def _others(words: Sequence[str], taken: str) -> list[str]:
    return [word.strip() for word in words if word.strip() != taken]
