"""What the logbook says of steps: done, begun, put off, awaited; and of gates others confirmed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.ground.vocabulary import StepState
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.person.person import Person

REMINDED_EVERY_DAYS = 3
"""Days from one reminder of an answer to the next, the first on the day after the ask."""
MOST_TIMES_AS_LONG = 4
"""After so many times the days of the first ask whoever gave no answer is asked again at last."""


@frozen
class Awaited:
    """An answer that somebody owes."""

    step: str
    whom: str | None
    since: date
    """The day on which they were asked last."""
    ask_again_on: date


@frozen
class StepLog:
    """What is on record of one step, as of a day."""

    step: Step
    entries: tuple[Did, ...]
    """Under any id that it ever had, the earliest day first; those that left it open too."""
    put_off_until: date | None = None
    """Only a day to come, said since it was logged last."""
    asks_again: bool = False
    """Put off after somebody was asked, or answered, and the day has come: to be asked anew."""

    @property
    def done(self) -> tuple[Did, ...]:
        """The entries that did it, the earliest day first."""
        return tuple(entry for entry in self.entries if not entry.begun)

    @property
    def done_on(self) -> tuple[date, ...]:
        """The days on which it was done, ascending: it is done for the stage of that day."""
        return tuple(entry.on for entry in self.done)

    def is_done_since(self, day: date) -> bool:
        """Tell whether it was done on that day or later."""
        return bool(self.done) and self.done_on[-1] >= day

    def is_settled(self, awaited: Iterable[Awaited]) -> bool:
        """Tell whether it is done and an answer is there: what builds on it can begin.

        `awaited` are the answers that somebody still waits for. Whoever puts an ask off after it
        was answered was told no, or not yet.
        """
        # Asked on 1 March: not settled. Their answer is logged on the 10th: settled. On the 12th
        # it is put off until April, for the answer was no: not settled, and to be asked in April.
        if not self.done or (self.step.waits and self.put_off_until) or self.asks_again:
            return False
        return bool(self.done[-1].outcome) or not any(awaited)

    @property
    def begun_on(self) -> date | None:
        """The day on which it was worked on and left open; None once it is done."""
        if not self.entries or not self.entries[-1].begun:
            return None
        return self.entries[-1].on

    @property
    def state(self) -> StepState:
        """Tell how it stands as of the day; one that is done may be open again by then."""
        if self.put_off_until:
            return "deferred"
        if self.begun_on:
            return "started"
        if not self.done or self.asks_again:
            return "open"
        return "awaited" if self.awaits else "done"

    @property
    def opens_again_on(self) -> date | None:
        """The day on which a step that is done opens again, while its stage lasts."""
        # Done on 1 March, and again every 7 days: open on 8 March.
        if not (self.step.again and self.done):
            return None
        return self.done_on[-1] + timedelta(days=self.step.again)

    @property
    def awaits(self) -> tuple[Awaited, ...]:
        """The answers that are awaited, one of each person, who is to be asked again first first.

        An outcome on record is the answer; said of nobody, it answers for all who were asked.
        """
        asked: dict[str, list[Did]] = {}
        for entry in self.done if self.step.waits else ():
            if not entry.outcome:
                asked.setdefault(plain_name(entry.whom), []).append(entry)
            elif entry.whom:
                asked.pop(plain_name(entry.whom), None)
            else:
                asked.clear()
        return tuple(sorted(map(self._awaited, asked.values()), key=_ask_again_on))

    def _awaited(self, asks: Sequence[Did]) -> Awaited:
        """Say when the same person is asked again: each time after twice as long."""
        # Asked on 1 March, to be asked again after 14 days; asked on the 15th, after 28, and from
        # then on after 56. On one day it is one ask, however often it was logged.
        last, times = asks[-1], len({entry.on for entry in asks})
        days = (self.step.waits or 0) * min(2 ** (times - 1), MOST_TIMES_AS_LONG)
        again_on = last.on + timedelta(days=days)
        return Awaited(step=self.step.id, whom=last.whom, since=last.on, ask_again_on=again_on)


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether two names are one, however they are spaced and capitalised."""
    return plain_name(one) == plain_name(other)


def plain_name(name: str | None) -> str:
    """Write a name as it is compared: without capitals, and with single spaces."""
    return " ".join((name or "").casefold().split())


def _ask_again_on(awaited: Awaited) -> date:
    return awaited.ask_again_on


def step_log(person: Person, step: Step) -> StepLog:
    """Read what is on record of a step."""
    entries = entries_of(person, step)
    put_off = person.steps_put_off.get(step.id)
    # What was logged since it was put off ends that.
    if put_off is None or (entries and oldest_first((entries[-1], put_off))[1] is entries[-1]):
        return StepLog(step=step, entries=entries)
    if put_off.until > person.today:
        return StepLog(step=step, entries=entries, put_off_until=put_off.until)
    return StepLog(step=step, entries=entries, asks_again=bool(step.waits and entries))


def open_before(person: Person, step: Step) -> tuple[str, ...]:
    """List the steps and exercises that come before a step and are not done, or not answered."""
    return tuple(name for name in step.requires if not _is_done(person, name))


def _is_done(person: Person, name: str) -> bool:
    step = person.curriculum.step.get(name)
    if step:
        log = step_log(person, step)
        return log.is_settled(_not_overtaken(person, log, person.curriculum.steps))
    return person.curriculum.now_called("exercises", name) in person.finished


def entries_of(person: Person, step: Step) -> tuple[Did, ...]:
    """List what was logged of a step under any id that it ever had, the earliest day first."""
    logged = _did(person)
    times = [logged[name, None] for name in (step.id, *step.replaces) if (name, None) in logged]
    if len(times) > 1:
        # Of one second under two ids: as in the file.
        names = {step.id, *step.replaces}
        return tuple(oldest_first(each for each in steps_logged(person) if each.step in names))
    return times[0] if times else ()


def _did(person: Person) -> Mapping[tuple[str | None, str | None], tuple[Did, ...]]:
    """Group what was logged by its step or its gate, each from the oldest; once for a person."""
    if "did" not in person.memo:
        named = grouped(of_kind(person.entries, Did), attrgetter("step", "gate"))
        person.memo["did"] = {name: tuple(oldest_first(each)) for name, each in named.items()}
    did: Mapping[tuple[str | None, str | None], tuple[Did, ...]] = person.memo["did"]
    return did


def steps_logged(person: Person) -> Iterator[Did]:
    """Go through what was logged of any step, as in the file."""
    return (entry for entry in of_kind(person.entries, Did) if entry.step)


def awaited_of(person: Person) -> tuple[Awaited, ...]:
    """List the answers that are awaited, who is to be asked again first first.

    Nobody waits any more once a step that builds on this one is done, or what it is for is there.
    """
    if "awaited" not in person.memo:
        person.memo["awaited"] = tuple(sorted(_awaited(person), key=_ask_again_on))
    awaited: tuple[Awaited, ...] = person.memo["awaited"]
    return awaited


def _awaited(person: Person) -> Iterator[Awaited]:
    # Most people have logged no step: then the table of steps need not be read.
    if not any(steps_logged(person)):
        return
    steps = person.curriculum.steps
    for step in steps:
        if not _is_there(person, step):
            log = step_log(person, step)
            if log.awaits:
                yield from _not_overtaken(person, log, steps)


def reminder_of(awaited: Sequence[Awaited], today: date) -> Awaited | None:
    """Choose the answer to ask for today: on the day after the first ask, and every third, in turn.

    The days between are for what else there is to say.
    """
    # A is asked on 1 March, B on the 4th: A's answer is asked for on the 2nd, B's on the 5th.
    if not awaited:
        return None
    first = min(each.since for each in awaited)
    turn, day = divmod((today - first).days, REMINDED_EVERY_DAYS)
    return awaited[turn % len(awaited)] if day == 1 else None


def _is_there(person: Person, step: Step) -> bool:
    """Tell whether everything that a step is for is reached: a role, a certificate, a gate."""
    return all(
        name == person.role or name in person.certificates or confirmed_on(person, name)
        for name in step.use_for
    )


def _not_overtaken(person: Person, log: StepLog, steps: Iterable[Step]) -> Iterator[Awaited]:
    """Leave out answers that must have come: what builds on them was done since."""
    # Asked Anna on 1 March, and agreed the terms on 20 March: nobody waits for Anna's answer.
    later = [step_log(person, step) for step in steps if log.step.id in step.requires]
    for each in log.awaits:
        if not any(other.is_done_since(each.since) for other in later):
            yield each


def confirmed_on(person: Person, gate: str) -> date | None:
    """Find the first day on which others confirmed a gate; None where nobody did."""
    for entry in confirmations_of(person, gate):
        return entry.on
    return None


def confirmations_of(person: Person, gate: str) -> tuple[Did, ...]:
    """List what others said of a gate, the earliest day first."""
    return tuple(each for each in _did(person).get((None, gate), ()) if not each.begun)
