"""Which part of an exercise comes now, by the minutes that are logged or said to be left."""

from collections.abc import Iterator, Sequence

from pmcareer.domain.curriculum.part import Part
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.errors import WrongValue

A_BEGINNING = 15
"""Minutes; in less nobody gets into another part."""


@frozen
class PartNow:
    """A part that comes now, or soon."""

    number: int
    """Counted from 1."""
    count: int
    """How many there are."""
    minutes: int
    """What is left of it; 0 where the minutes of all parts are spent and it is not done."""
    text: str


def minutes_into(person: Person, exercise: str, whole: int) -> int:
    """Tell how many minutes of an exercise's parts are behind somebody.

    They are those logged; who said what is left is so far from the end, whatever it took.
    """
    # Of 240 minutes somebody logs 30 and says that two hours are left: 120 are behind.
    into = 0
    for entry in person.worked.get(exercise, ()):
        into += entry.minutes
        if entry.left is not None:
            into = max(0, whole - entry.left)
    return into


def parts_from(parts: Sequence[Part], into: int) -> Iterator[PartNow]:
    """List the part in which so many minutes end, and those after it; the last one at least."""
    end = 0
    for number, part in enumerate(parts, 1):
        end += part.minutes
        if end > into or number == len(parts):
            left = min(part.minutes, max(0, end - into))
            yield PartNow(number=number, count=len(parts), minutes=left, text=part.text)


def part_now(person: Person, exercise: str, parts: Sequence[Part]) -> PartNow | None:
    """Tell which part comes now; None of an exercise that has none."""
    whole = sum(part.minutes for part in parts)
    return next(parts_from(parts, minutes_into(person, exercise, whole)), None)


@frozen
class Fitting:
    """Parts that a given time holds."""

    whole: tuple[PartNow, ...]
    """Those that it is enough for."""
    begun: PartNow | None
    """The one that it ends within."""

    @property
    def last_done(self) -> PartNow | None:
        """The part whose end is the end of that time; None where it ends within one."""
        return self.whole[-1] if self.whole and not self.begun else None

    @property
    def is_all(self) -> bool:
        """Tell whether nothing is left to do after it."""
        last = self.last_done
        return last is not None and last.number == last.count


def fitting_in(parts: Sequence[PartNow], minutes: int) -> Fitting:
    """Sort parts by whether so many minutes are enough for them; only the last may be too long."""
    if sum(part.minutes for part in parts) <= minutes:
        return Fitting(whole=tuple(parts), begun=None)
    return Fitting(whole=tuple(parts[:-1]), begun=parts[-1])


def left_behind(parts: Sequence[Part], number: str, exercise: str) -> int:
    """Give the minutes of the parts that come after one, named by its number, counted from 1.

    Raises:
        WrongValue: there is no such part, or none comes after it: then the exercise is finished.
    """
    if number not in map(str, range(1, len(parts))):
        most = f"1 to {len(parts) - 1}; whoever has done the last has finished"
        raise WrongValue("--part", number, f"{most}: pmcareer log {exercise}")
    return sum(part.minutes for part in parts[int(number) :])


def said_back(before: Person, after: Person, exercise: str, parts: Sequence[Part]) -> str:
    """Say that an entry takes back how far somebody had got; "" where it does not."""
    whole = sum(part.minutes for part in parts)
    if minutes_into(after, exercise, whole) >= minutes_into(before, exercise, whole):
        return ""
    was, now = part_now(before, exercise, parts), part_now(after, exercise, parts)
    if was is None or now is None:
        return ""
    return (
        f"You had got to part {was.number} of {was.count}; it begins again with part {now.number}."
    )


def parts_that_fit(
    person: Person, exercise: str, parts: Sequence[Part], minutes: int
) -> tuple[PartNow, ...]:
    """List the parts that so many minutes are enough for, the last of them perhaps in part.

    The first is begun in whatever time there is, another in no less than a quarter of an hour.
    """
    whole = sum(part.minutes for part in parts)
    fitting = []
    for part in parts_from(parts, minutes_into(person, exercise, whole)):
        fitting.append(part)
        minutes -= part.minutes
        if minutes < A_BEGINNING:
            break
    return tuple(fitting)
