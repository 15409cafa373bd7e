"""Somebody who types whatever comes to mind, for months: a walk over every kind of entry, days moving on.

What is typed is drawn from a seed, and from what the program just said; some of it makes no sense.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from every_state import everything_in
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import (
    BACKGROUNDS,
    EDUCATIONS,
    PMO_TYPES,
    PROJECTS,
    SERVICES,
    WORK_KINDS,
)
from pmcareer.storage.curriculum.reading import read_curriculum
from running import Result, run_cli

FIRST_DAY = date(2026, 3, 2)
INTERNAL = "Something went wrong inside"
HANDWRITTEN = (
    'kind = "thanked"\nwhom = "Mona"',
    'kind = "finished"\nexercise = "no-such-thing"',
    'kind = "worked"\nexercise = "rsk-01"\nminutes = 60\nmood = "good"',
    'kind = "void"\nof = "nothing"',
    'kind = "did"\ngate = "no-such-gate"',
    'kind = "practised"\npractice = "h99"',
    'kind = "rated"\ntrait = "ambition"\nlevel = 2\nby = "peer"',
    'kind = "profile"\nlooking = 2026-03-05\nsince = 2020-01-01',
    'kind = "profile"\nwithout = ["delivery-stint"]',
    'kind = "experience"\nwork = "pmo"\nfrom = 2019-05-01\nto = 2018-05-01',
)
"""What an editor of one's own may leave in the file."""


@cache
def shipped() -> Curriculum:
    """The curriculum of everybody who has none of their own."""
    return read_curriculum(None)


@dataclass(kw_only=True)
class Walk:
    """A walk, how far it has come, and what was wrong on it."""

    home: Path
    random: Random
    day: date = FIRST_DAY
    lines: list[tuple[str, ...]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: int = 0
    """Lines that ended in something else than 0."""

    def go(self, steps: int) -> "Walk":
        """Type that many lines, and ask after each."""
        for _ in range(steps):
            self.day += timedelta(days=self.random.choice((0, 0, 1, 1, 2, 3, 7, 20)))
            if self.random.random() < 0.05:
                self._write_by_hand()
            self._type(tuple(LINES[self.random.choice(DRAWN)](self)))
            self._ask()
        return self

    def run(self, *words: str) -> Result:
        """Type a line on the walk's day."""
        result = run_cli(*words, today=self.day.isoformat())
        if result.code not in {0, 1, 2, 3} or INTERNAL in result.err:
            self._complain(words, f"ends in {result.code}: {result.err[-200:]}")
        return result

    def _type(self, words: tuple[str, ...]) -> None:
        before = everything_in(self.home)
        result = self.run(*words)
        self.lines.append(words)
        self.refused += result.code != 0
        if result.code and everything_in(self.home) != before:
            self._complain(words, "has failed and written")

    def _ask(self) -> None:
        before = everything_in(self.home)
        following, plan, gap = (self.run(name, "--json") for name in ("next", "plan", "gap"))
        if everything_in(self.home) != before:
            self._complain(("next", "plan", "gap"), "write")
        codes = {following.code, plan.code, gap.code}
        if codes != {0}:
            # A detour as a target, say: then none of them has an answer.
            if 0 in codes:
                self._complain(self.lines[-1], f"some answer and some do not: {codes}")
            return
        self._compare(following.json, plan.json, gap.json)

    def _compare(self, following: Mapping, plan: Mapping, gap: Mapping) -> None:
        route = plan["routes"][0]
        shown = following["task"]["id"] if following["task"] else None
        if shown != plan["first"]:
            self._complain(self.lines[-1], f"next {shown}, plan first {plan['first']}")
        gates = [_gate(gate) for step in route["steps"] for gate in step["gates"]]
        if [_gate(gate) for gate in gap["gates"]] != gates:
            self._complain(self.lines[-1], f"gap has other gates than plan: {gap['gates']}")
        if gap["finish"] != route["finish"]:
            self._complain(self.lines[-1], f"gap {gap['finish']}, plan {route['finish']}")

    def _write_by_hand(self) -> None:
        logbook = self.home / "logbook.toml"
        if not logbook.exists():
            return
        on = self.day - timedelta(days=self.random.randrange(400))
        text = self.random.choice(HANDWRITTEN)
        name = f"hand-{len(self.lines)}"
        with logbook.open("a", encoding="utf-8") as file:
            file.write(f'\n[[entries]]\n{text}\non = {on}\nid = "{name}"\n')

    def _complain(self, words: tuple[str, ...], what: str) -> None:
        place = f"line {len(self.lines)}, {self.day}"
        self.wrong.append(f"{place}, {' '.join(words)}: {what}")

    def task(self) -> str:
        """What is shown as next; something else where nothing is."""
        result = self.run("next", "--json")
        task = result.json["task"] if result.code == 0 else None
        return task["id"] if task else "rsk-01"

    def any(self, table: str) -> str:
        """The id of something of the curriculum."""
        return self.random.choice(getattr(shipped(), table)).id

    def one(self, words: tuple[str, ...]) -> str:
        """One of these."""
        return self.random.choice(words)

    def past(self, days: int = 60) -> str:
        """A day that has been."""
        return (self.day - timedelta(days=self.random.randrange(days))).isoformat()

    def ahead(self, days: int = 60) -> str:
        """A day to come."""
        return (self.day + timedelta(days=1 + self.random.randrange(days))).isoformat()

    def minutes(self) -> str:
        """How long something took."""
        return self.one(("5", "45", "90", "4h", "12h", "600"))

    def entry(self) -> str:
        """The id of an entry of the logbook."""
        entries = json.loads(self.run("history", "--all", "--json").out)["entries"]
        return self.random.choice(entries)["id"] if entries else "nothing"

    def gate(self) -> str:
        """The id of a gate that others decide."""
        gates = [gate for role in shipped().roles for gate in role.gates if not gate.has_calendar]
        return self.random.choice(gates).id


def _gate(gate: Mapping) -> tuple:
    return gate["id"], gate["have"], gate["open_on"], gate["lost_on"]


def _finished(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.any("exercises"), "--minutes", walk.minutes(), "--again")
    yield from walk.random.choice(((), ("--simulated",), ("--shadowed",), ("--on", walk.past(9))))


def _today(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.task(), "--minutes", walk.minutes(), "--again")


def _partly(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.task(), "--partial", "--minutes", walk.minutes())


def _left(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.any("exercises"), "--partial", "--minutes", "30", "--left", "20h")


def _practised(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.any("practices"), "--on", walk.past(9), "--again")


def _step(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.any("steps"), "--with", "Ada", "--minutes", "30", "--again")
    yield from walk.random.choice(((), ("--partial",), ("--outcome", "They said maybe")))


def _confirmed(walk: Walk) -> Iterator[str]:
    yield from ("log", walk.gate(), "--with", "Ada", "--evidence", "A letter")


def _deferred(walk: Walk) -> Iterator[str]:
    thing = walk.random.choice(
        (walk.task, lambda: walk.any("exercises"), lambda: walk.any("steps"))
    )
    yield from ("defer", thing(), "--until", walk.ahead())


def _undo(walk: Walk) -> Iterator[str]:
    yield from walk.random.choice((("undo",), ("undo", walk.entry())))


def _assessed(walk: Walk) -> Iterator[str]:
    level = str(walk.random.randrange(6))
    yield from ("assess", walk.any("skills"), level, "--by", walk.one(("self", "manager", "peer")))


def _rated(walk: Walk) -> Iterator[str]:
    yield from ("assess", walk.any("traits"), "3", "--by", "peer")


def _experience(walk: Walk) -> Iterator[str]:
    start = walk.past(2500)
    yield from ("experience", walk.one(WORK_KINDS), "--from", start)
    yield from walk.random.choice(((), ("--role", walk.any("roles")), ("--to", walk.past(600))))


def _closed(walk: Walk) -> Iterator[str]:
    yield from ("project", f"Project {len(walk.lines)}", "--outcome", "In use", "--on", walk.past())


def _certified(walk: Walk) -> Iterator[str]:
    yield from ("certificate", walk.any("certifications"), "--on", walk.past(1500))


def _profile(walk: Walk) -> Iterator[str]:
    yield "profile"
    for key in walk.random.sample(sorted(SAID), k=walk.random.choice((1, 1, 2, 3))):
        yield from (f"--{key}", SAID[key](walk))


def _answered(walk: Walk) -> Iterator[str]:
    yield from ("answer", walk.any("prompts"), "It was a long week, and we talked")


def _lesson(_: Walk) -> Iterator[str]:
    yield from ("lesson", "Ask for the budget first")


def _learned(_: Walk) -> Iterator[str]:
    yield from ("learned", "A course", "--hours", "12")


def _story(_: Walk) -> Iterator[str]:
    yield from ("story", "add", "--title", "T", "--situation", "S", "--task", "A")
    yield from ("--action", "B", "--result", "R")


def _saved(_: Walk) -> Iterator[str]:
    yield from ("plan", "--save")


def _merged(walk: Walk) -> Iterator[str]:
    other = walk.home.parent / "other.toml"
    one = f'kind = "lesson"\non = {walk.past()}\ntext = "Elsewhere"\nid = "m{len(walk.lines)}"'
    other.write_text(f"format = 1\n\n[[entries]]\n{one}\n", encoding="utf-8")
    yield from ("merge", str(other))


def _wrong(walk: Walk) -> Iterator[str]:
    yield from walk.random.choice(
        (
            ("log", "no-such-thing"),
            ("log", "rsk-01", "--on", "2199-01-01"),
            ("defer", "rsk-01", "--until", "2001-01-01"),
            ("profile", "--target", "operations-secondment"),
            ("profile", "--hours-per-week", "0"),
            ("assess", "risk", "9"),
            ("undo", "nothing"),
            ("experience", "leading", "--from", "2026-01-01", "--to", "2025-01-01"),
        )
    )


def _days_off(walk: Walk) -> str:
    start = date.fromisoformat(walk.ahead())
    return f"{start}..{start + timedelta(days=walk.random.choice((0, 6, 20)))}"


LINES: Mapping[str, Callable[[Walk], Iterator[str]]] = {
    "finished": _finished,
    "today": _today,
    "partly": _partly,
    "left": _left,
    "practised": _practised,
    "step": _step,
    "confirmed": _confirmed,
    "deferred": _deferred,
    "undo": _undo,
    "assessed": _assessed,
    "rated": _rated,
    "experience": _experience,
    "closed": _closed,
    "certified": _certified,
    "profile": _profile,
    "answered": _answered,
    "lesson": _lesson,
    "learned": _learned,
    "story": _story,
    "saved": _saved,
    "merged": _merged,
    "wrong": _wrong,
}
DRAWN = (*LINES, "today", "today", "today", "partly", "step", "profile", "deferred", "finished")
"""What is done oftener is drawn oftener."""
SAID: Mapping[str, Callable[[Walk], str]] = {
    "role": lambda walk: walk.any("roles"),
    "target": lambda walk: walk.any("roles"),
    "since": lambda walk: walk.past(1500),
    "past-weeks": lambda walk: str(walk.random.randrange(27)),
    "looking": lambda walk: walk.past(90),
    "route": lambda walk: walk.one(("direct", "none", "by way of tech-pm")),
    "without": lambda walk: walk.one(("delivery-stint", "operations-secondment", "none")),
    "hours-per-week": lambda walk: walk.one(("0.5", "4", "8", "25")),
    "education": lambda walk: walk.one(EDUCATIONS),
    "background": lambda walk: walk.one(BACKGROUNDS),
    "projects": lambda walk: walk.one(PROJECTS),
    "pmo-type": lambda walk: walk.one(PMO_TYPES),
    "pmo-services": lambda walk: walk.one(SERVICES),
    "days-off": _days_off,
    "study-days": lambda walk: walk.one(("mon,thu", "sat", "all")),
    "practices": lambda walk: walk.one(("h01,h02", "h25", "none")),
    "mentor": lambda _: "Mona",
    "goal-certificate": lambda walk: walk.any("certifications"),
    "mute": lambda walk: walk.one(("advice", "practice", "streak", "stopping", "heat-map")),
    "unmute": lambda walk: walk.one(("advice", "streak")),
}
"""Options of `profile`."""
