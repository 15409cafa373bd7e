"""Every state that a home can be in, and every line that can be typed there, for laws that hold whatever is.

A state is a curriculum, an entry or a thousand, and the two roles that are said: whose place and whose goal.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from pmcareer.cli.cards import MODULES
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import WORK_KINDS
from pmcareer.domain.logbook.entries import Entry
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import (
    a_curriculum,
    a_lesson,
    a_profile,
    a_role,
    a_story,
    an_exercise,
    answered,
    assessed,
    certified,
    closed,
    curriculum_text,
    deferred,
    did,
    experience,
    finished,
    logbook_text,
    practised,
    rated,
    void,
    worked,
)

TODAY = date(2026, 11, 21)
UNKNOWN = (
    '\n[[entries]]\nkind = "thanked"\non = 2026-10-01\nwhom = "Mona"\nid = "unknown-kind"\n'
    '\n[[entries]]\nkind = "finished"\non = 2026-10-02\nexercise = "no-such-thing"\nmood = "good"\nid = "unknown-key"\n'
    '\n[[entries]]\nkind = "did"\non = 2026-10-03\nstep = "no-such-step"\nid = "unknown-step"\n'
    '\n[[entries]]\nkind = "did"\non = 2026-10-03\ngate = "no-such-gate"\nid = "unknown-gate"\n'
    '\n[[entries]]\nkind = "profile"\non = 2026-10-03\ntarget = "no-such-role"\nid = "unknown-role"\n'
)
RETIRED = """format = 1
title = "Ours"
version = "2027.06"
extends = "shipped"
"""
SMALL_ROLES = ("starter", "lead", "expert")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What lies in a home: the text of an own curriculum, where there is one, and of the logbook."""

    curriculum: str | None
    logbook: str | None

    def lay(self, home: Path) -> None:
        """Make a home of it, whatever was there before."""
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        for name, text in (("curriculum", self.curriculum), ("logbook", self.logbook)):
            if text is not None:
                (home / f"{name}.toml").write_text(text, encoding="utf-8")


@cache
def shipped() -> Curriculum:
    """The curriculum of everybody who has none of their own."""
    return read_curriculum(None)


def _days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _said(role: str | None, target: str | None) -> list[Entry]:
    said = {"role": role, "target": target}
    return [a_profile(**said, on=_days_ago(90), id="said")] if role or target else []


def _fresh(_: str | None) -> Iterable[Entry]:
    return ()


def _experienced(role: str | None) -> Iterator[Entry]:
    yield experience("leading", _days_ago(900), _days_ago(500), id="x1")
    yield experience("hands-on", _days_ago(500), role=role, id="x2")
    yield experience("technical", _days_ago(3000), _days_ago(1000), id="x3")
    yield closed(id="c1", on=_days_ago(400))
    yield certified("pmp", on=_days_ago(1300), expires=_days_ago(200), id="c2")
    yield certified("capm", on=_days_ago(1700), id="c3")
    yield finished("pmf-01", minutes=300, on=_days_ago(60), id="f1")
    yield worked("rsk-01", 60, on=_days_ago(30), id="w1")
    yield practised("h02", on=_days_ago(2), id="h1")


def _past_only(_: str | None) -> Iterator[Entry]:
    for number, work in enumerate(WORK_KINDS):
        start = _days_ago(4000 - 100 * number)
        yield experience(work, start, _days_ago(3000), on=_days_ago(2), id=f"x{number}")
    yield certified("pmp", on=_days_ago(5000), id="old")


def _on_a_detour(role: str | None) -> Iterator[Entry]:
    yield a_profile(role="operations-secondment", on=_days_ago(40), id="away")
    yield experience("pmo", _days_ago(1500), _days_ago(100), role=role, id="x1")
    yield experience("business", _days_ago(100), role="operations-secondment", id="x2")


def _all_done(_: str | None) -> Iterator[Entry]:
    for number, each in enumerate(shipped().exercises):
        day = _days_ago(400 - number)
        yield finished(each.id, minutes=90, on=day, mode="real", part="led", id=f"f{number}")
    for number, skill in enumerate(shipped().skills):
        yield assessed(skill.id, 5, "manager", on=_days_ago(100), id=f"a{number}")
    for number, certification in enumerate(shipped().certifications):
        yield certified(certification.id, on=_days_ago(90), id=f"c{number}")
    for number, work in enumerate(WORK_KINDS):
        yield experience(work, _days_ago(4000), id=f"x{number}")
    for number in range(6):
        yield closed(f"Project {number}", on=_days_ago(80), id=f"p{number}")


def _put_off(_: str | None) -> Iterator[Entry]:
    for number, each in enumerate(shipped().exercises):
        yield deferred(each.id, date(2027, 8, 1), on=_days_ago(3), id=f"d{number}")


def _rated_nothing(_: str | None) -> Iterator[Entry]:
    for number, skill in enumerate(shipped().skills):
        yield assessed(skill.id, 0, on=_days_ago(10), id=f"a{number}")
    yield rated("ambition", 1, on=_days_ago(9), id="r1")


def _away(_: str | None) -> Iterator[Entry]:
    """Nothing but days off, one study day, the fewest hours."""
    yield a_profile(
        days_off=("2026-01-01..2045-12-31",), study_days=("sun",), hours_per_week=0.1, id="away"
    )


def _at_its_most(_: str | None) -> Iterator[Entry]:
    yield a_profile(
        hours_per_week=80,
        past_weeks=26,
        education="gac",
        background="pmo",
        projects="mixed",
        pmo_type="centre-of-excellence",
        pmo_services=("benefits", "support"),
        practices=("h01", "h02", "h03"),
        goal_certificate="pfmp",
        mentor="Mona",
        looking=_days_ago(30),
        since=_days_ago(700),
        without=("delivery-stint", "operations-secondment"),
        id="most",
    )
    yield finished("rsk-01", minutes=60_000, on=_days_ago(1), id="f1")
    yield worked("rsk-02", 60_000, on=_days_ago(1), id="w1")


def _everything_muted(_: str | None) -> Iterator[Entry]:
    yield a_profile(muted=muted(shipped()), on=_days_ago(5), id="quiet")


def _of_every_kind(_: str | None) -> Iterator[Entry]:
    yield did("j1", **{"with": "Ada"}, on=_days_ago(5), id="d1")
    yield did("j1", **{"with": "Ada"}, on=_days_ago(5), id="d2")
    yield answered("q01", on=_days_ago(4), id="q1")
    yield a_lesson(on=_days_ago(4), id="l1")
    yield a_story(on=_days_ago(3), id="s1")
    yield void("v1", on=_days_ago(2), id="v1")
    yield void("v3", on=_days_ago(2), id="v2")
    yield void("v2", on=_days_ago(2), id="v3")
    yield finished("rsk-01", on="2030-01-01", id="ahead")
    yield experience("business", "2027-05-01", "2026-01-01", on=_days_ago(1), id="backwards")
    yield experience("pmo", "2031-05-01", on=_days_ago(1), id="to-come")
    yield a_profile(since=_days_ago(500), route="no-such-way", id="since")
    yield deferred("rsk-02", "2019-01-01", on=_days_ago(1), id="long-over")
    yield finished("rsk-01", on="1990-01-01", id="ages-ago")


SHIPPED_STATES: Mapping[str, Callable[[str | None], Iterable[Entry]]] = {
    "fresh": _fresh,
    "experience on record": _experienced,
    "past work only": _past_only,
    "on a detour": _on_a_detour,
    "all done": _all_done,
    "all put off": _put_off,
    "nothing assessed": _rated_nothing,
    "away for good": _away,
    "everything at its most": _at_its_most,
    "everything muted": _everything_muted,
    "odd entries": _of_every_kind,
}
"""States under the shipped curriculum, in which any two of its roles can be said."""


def muted(curriculum: Curriculum) -> tuple[str, ...]:
    """Everything that can be muted."""
    widgets = ("advice", "balance", "heat-map", "practice", "stopping", "streak")
    items = (*curriculum.advice, *curriculum.practices, *curriculum.prompts)
    return (*widgets, *(item.id for item in items))


def a_state(name: str, role: str | None, target: str | None) -> Setting:
    """A state of that name, in which these roles are said."""
    if name in SHIPPED_STATES:
        entries = [*_said(role, target), *SHIPPED_STATES[name](role)]
        return Setting(curriculum=None, logbook=logbook_text(*entries))
    return OTHER_STATES[name](role, target)


def _nothing(_: str | None, __: str | None) -> Setting:
    return Setting(curriculum=None, logbook=None)


def _unknown_words(role: str | None, target: str | None) -> Setting:
    return Setting(curriculum=None, logbook=logbook_text(*_said(role, target)) + UNKNOWN)


def _retired(role: str | None, target: str | None) -> Setting:
    given = [
        f'\n[[exercises]]\nid = "{each.id}"\nskill = "{each.skill}"\ntitle = "Gone {each.id}"\n'
        f"level = {each.level}\nhours = [1, 2, 3]\nretired = true\n"
        for each in shipped().exercises[::3]
    ]
    retired = [each.id for each in shipped().exercises[:60:3]]
    entries = [finished(each, on=_days_ago(70), id=f"f-{each}") for each in retired]
    return Setting(
        curriculum=RETIRED + "".join(given), logbook=logbook_text(*_said(role, target), *entries)
    )


def _own(*items: object, **keys: object) -> Callable[[str | None, str | None], Setting]:
    def setting(role: str | None, target: str | None) -> Setting:
        text = curriculum_text(a_curriculum(*items, **keys))
        entries = [*_said(role, target), finished("one", on=_days_ago(20), id="one")]
        return Setting(curriculum=text, logbook=logbook_text(*entries))

    return setting


def _rubric() -> tuple[object, ...]:
    return (
        a_role("starter"),
        a_role("lead", needs={"risk": 2}),
        a_role("expert", needs={"risk": 4, "agile": 3}),
    )


def _five_thousand() -> Iterator[object]:
    for number in range(5000):
        skill = f"skill-{number % 50}"
        requires = (f"x-{number - 50}",) if number >= 50 else ()
        level = min(5, 1 + number // 1000)
        yield an_exercise(f"x-{number}", skill=skill, level=level, requires=requires)
    yield a_role("starter")
    yield a_role("expert", needs={f"skill-{number}": 5 for number in range(50)})


OTHER_STATES: Mapping[str, Callable[[str | None, str | None], Setting]] = {
    "nothing at all": _nothing,
    "unknown kinds and ids": _unknown_words,
    "retired exercises finished": _retired,
    "one role": _own(an_exercise("one"), a_role("expert", needs={"risk": 2})),
    "one role that needs nothing": _own(an_exercise("one"), a_role("expert")),
    "a rubric without exercises": _own(*_rubric()),
    "nothing core": _own(an_exercise("one", core=False), *_rubric()),
    "levels that nothing serves": _own(an_exercise("one", level=1), *_rubric()),
    "one role by default": _own(
        an_exercise("one"), *_rubric(), default_role="lead", default_target="lead"
    ),
}
"""States with words or a curriculum of one's own."""
HUGE = "five thousand exercises"


def huge() -> Setting:
    """A curriculum of five thousand exercises; made when it is asked for."""
    text = curriculum_text(a_curriculum(*_five_thousand()))
    entries = [
        finished(f"x-{number}", on=_days_ago(300 - number), id=f"f{number}")
        for number in range(200)
    ]
    return Setting(curriculum=text, logbook=logbook_text(*entries))


READS: tuple[str, ...] = (
    "next",
    "next --json --why --count 9",
    "next --minutes 10",
    "next --minutes 2h --target {target}",
    "log --dry-run --json",
    "undo --dry-run --json",
    "status",
    "status --json",
    "review",
    "review --json --since 2020-01-01",
    "plan",
    "plan --json --detail --all",
    "plan --detail --why --all",
    "plan --compare",
    "plan --by 2027-12-31 --hours-per-week 3",
    "plan --from {role} --target {target} --json",
    "plan --from {target} --target {role}",
    "plan --route direct",
    "gap",
    "gap --json",
    "gap --target {target} --json",
    "profile",
    "experience",
    "certificate",
    "certificate --json",
    "certificate {certification}",
    "project",
    "assess",
    "assess {skill}",
    "show {target} --json",
    "show {exercise}",
    "show {skill}",
    "list exercises --json",
    "list roles",
    "list routes",
    "list steps",
    "list advice --json",
    "list practices",
    "list certifications",
    "list skills --json",
    "list prompts",
    "list job-steps",
    "history",
    "history --json --all",
    "story",
    "story matrix --json",
    "export json",
    "export csv",
    "export ics",
    "export markdown",
    "export jsonresume",
    "export worksheet",
    "export html --name Ada --with-notes",
    "export svg",
    "check --json",
    "doctor --json",
    "profile --json",
    "start --role {role} --target {target} --hours-per-week 5 --no-input --dry-run",
)
WRITES: tuple[str, ...] = (
    "log",
    "log {exercise} 90 --json",
    "log {exercise} --partial --minutes 30 --left 3h",
    "log {exercise} --on 2001-01-01 --simulated --shadowed --reviewed-by Mona",
    "log {practice}",
    "log {step} --with Ada --minutes 20",
    "log {step} --partial --minutes 20",
    "log {gate} --with Ada --evidence A-letter",
    "defer {step} --until +9d",
    "undo",
    "answer {prompt} Something-like-that",
    "lesson Ask-first",
    "defer {exercise} --until +14d",
    "plan --save",
    "profile --role {role} --json",
    "profile --target {target}",
    "profile --since 2020-03 --looking 2026-10-01 --without delivery-stint",
    "profile --hours-per-week 0.5 --days-off 2026-12-24..2027-01-03 --study-days sat",
    "experience leading --from 2020-01-15 --role {role} --json",
    "experience business --from 2026-01-01 --to 2026-10-31",
    "certificate {certification} --on 2026-11-20",
    "project A-release --outcome In-use --json",
    "assess {skill} 5 --by manager --json",
    "assess {skill} 0",
    "story add --title T --situation S --task A --action B --result R",
    "doctor --fix",
    "edit --json",
    "merge {other}",
    "start --no-input --json",
    "start --role {role} --target {target} --since 2020-03 --no-input",
)
LINES = (*READS, *WRITES)
"""Every command, with what changes what it computes."""


def lines_of_every_command() -> tuple[str, ...]:
    """The lines; and a command that none of them names, alone."""
    named = {line.split()[0] for line in LINES}
    return (*LINES, *(name for name in MODULES if name not in named))


def typed(line: str, setting: Setting, role: str | None, target: str | None) -> list[str]:
    """A line as it is typed in a state: with these roles, and with ids that its curriculum has."""
    own = setting.curriculum is not None and "extends" not in setting.curriculum
    words = {
        "role": role or target or "expert",
        "target": target or role or "expert",
        "exercise": "one" if own else "rsk-01",
        "skill": "risk",
        "practice": "h02",
        "step": "j1",
        "gate": "senior-pm-complex",
        "prompt": "q01",
        "certification": "pmp",
        "other": str(Path(os.environ["PMCAREER_HOME"]) / "logbook.toml"),
    }
    return [word.format(**words) for word in line.split()]


def everything_in(home: Path) -> dict[str, bytes]:
    """Every file of a home, byte for byte."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }
