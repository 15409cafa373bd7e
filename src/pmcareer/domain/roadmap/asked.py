"""What roles ask of one person: which exercises, and which of them prior learning covers."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from pmcareer.domain.curriculum.items import ExercisesById, Move, Role
from pmcareer.domain.curriculum.trades import bridge_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.earned import is_asked_of, kept_by
from pmcareer.domain.person.levels import covered_levels, role_below
from pmcareer.domain.person.person import Person


@frozen
class Asker:
    """Works out what roles ask of one person; what is the same for every route only once."""

    person: Person

    @cached_property
    def covered(self) -> frozenset[str]:
        """Exercises that prior learning or the stated role's standing makes unnecessary."""
        curriculum = self.person.curriculum
        names = set(self._up_to(covered_levels(self.person)))
        if self.person.held and not self.person.holds_target:
            names.update(self._taken_for_granted(self.person.held))
        below = role_below(self.person)
        if below:
            names.update(self._taken_for_granted(below))
        return frozenset(names.difference(self._to_refresh, bridge_of(curriculum)))

    def _up_to(self, levels: Mapping[str, int]) -> Sequence[str]:
        """Name the exercises up to these levels of their skills, the same on most days."""
        curriculum = self.person.curriculum

        def named() -> Sequence[str]:
            exercises = curriculum.exercises
            return [item.id for item in exercises if item.level <= levels.get(item.skill, 0)]

        return self.person.shared.once(named, "up to", *levels.items(), of=(curriculum,))

    @cached_property
    def _to_refresh(self) -> Sequence[str]:
        """Name what everybody does anew who comes back, known or not."""
        if not (is_away(self.person) and self.person.held):
            return ()
        return [item.id for item in self.person.curriculum.exercises if item.refresh]

    def is_done(self, exercise: str) -> bool:
        """Tell whether an exercise is finished, or need not be done."""
        return exercise in self.person.finished or exercise in self.covered

    def hours_left(self, exercise: str) -> float:
        """Return what is left of an exercise in credited hours; nothing of one that is covered."""
        return 0.0 if exercise in self.covered else self.person.hours_left(exercise)

    def effort_left(self, exercise: str) -> float:
        """Return the hours that an exercise still takes; none for one that is covered."""
        return 0.0 if exercise in self.covered else self.person.effort_left(exercise)

    def _taken_for_granted(self, role: Role) -> Iterable[str]:
        """Name what the stated role itself requires, but for skills that somebody has assessed."""
        for name in role.requires:
            exercise = self.person.curriculum.exercise.get(name)
            if exercise and exercise.skill not in self.person.assessments:
                yield name

    def asked(self, role: Role, move: Move | None) -> ExercisesById:
        """Find everything a leg asks for, with all that it requires, in the curriculum's order.

        Finished and covered exercises are in it; what lies behind a covered one is not.
        """
        key = (role.id, move.requires if move else ())
        if key not in self._asked:
            named = (*self._named_by(role), *key[1])
            self._asked[key] = self._once_for_all_days(named, self._instead(role))
        return self._asked[key]

    @cached_property
    def _asked(self) -> dict[tuple[str, tuple[str, ...]], ExercisesById]:
        return {}

    def _named_by(self, role: Role) -> Iterable[str]:
        """List what a role's needs and `requires` name, without what that requires."""
        yield from role.requires
        if role.id == self.person.role:
            yield from self._to_refresh
        yield from self.person.given.listed("asks")
        for skill, level in role.needs.items():
            yield from self.person.curriculum.asked_at(skill, level)

    def _instead(self, role: Role) -> Mapping[str, str]:
        """Map what is not the role's own work to what is done instead; what is done stays."""
        return {old: new for old, new in role.instead.items() if not self.is_done(old)}

    def _once_for_all_days(
        self, named: tuple[str, ...], instead: Mapping[str, str]
    ) -> ExercisesById:
        """Find what is asked with all that it requires; most days of a logbook ask for the same."""
        make = partial(self._with_all_required, [*named], instead)
        asked = (named, tuple(instead.items()), self.covered)
        same = (self.person.curriculum, self._meant)
        return self.person.shared.once(make, "asked", *asked, of=same)

    def _with_all_required(self, waiting: list[str], instead: Mapping[str, str]) -> ExercisesById:
        known = self.person.curriculum.exercise
        found: set[str] = set()
        while waiting:
            named = waiting.pop()
            name = instead.get(named, named)
            if name in self._meant and name not in found:
                found.add(name)
                if name not in self.covered:
                    waiting.extend(known[name].requires)
        return {name: known[name] for name in filter(found.__contains__, known)}

    def is_meant(self, exercise: str) -> bool:
        """Tell whether an exercise of the curriculum is asked of people like this one at all."""
        return exercise in self._meant

    @cached_property
    def _meant(self) -> frozenset[str]:
        person = self.person

        def names() -> frozenset[str]:
            each = person.curriculum.exercises
            return frozenset(item.id for item in each if is_asked_of(person, item))

        like = (person.background, kept_by(person).exercises)
        return person.shared.once(names, "meant", *like, of=(person.curriculum,))
