"""Logbooks with every kind of entry, for laws that have to hold whatever somebody has recorded.

`states()` draws what stands in a logbook on a day; `SMALL` is the curriculum that they tell of, with a
span, a chain, a standing, a detour, searches, and a gate of each kind.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from pmcareer.domain.ground.vocabulary import ENTRY_KINDS, WEEKDAYS
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.domain.person.person import Person, person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_job_step,
    a_logbook,
    a_move,
    a_practice,
    a_prompt,
    a_role,
    a_step,
    an_exercise,
)

EXERCISES = ("one", "two", "three", "four", "five", "six", "seven")
"""Ids of the exercises of `SMALL`."""
SMALL = a_curriculum(
    an_exercise("one"),
    an_exercise("two", requires=("one",), hours=(4, 8, 20)),
    an_exercise("three", skill="agile", hours=(10, 16, 30), span_days=28),
    an_exercise("four", skill="agile", hours=(6, 12, 18), requires=("three",), span_days=21),
    an_exercise("five", skill="business", level=3, hours=(3, 5, 10), standing="lead"),
    an_exercise("six", skill="business", hours=(8, 10, 12)),
    an_exercise("seven", skill="risk", level=3, hours=(2, 2, 2)),
    a_role("starter", work={"technical": 1.0}),
    a_role("lead", work=("hands-on",), needs={"agile": 2, "risk": 2}, search=(1, 2, 4)),
    a_role(
        "tech-pm",
        search=None,
        work=("leading",),
        needs={"agile": 2, "risk": 3, "business": 3},
        gates=(
            a_gate("half-a-year", work="hands-on", months=6),
            a_gate("the-paper", kind="certificate", certification="pmp"),
            a_gate("closed-one", kind="closed", count=2, months=(2, 4, 8)),
            a_gate("two-services", kind="services", of=("business",), count=1, level=2),
            a_gate("they-say-so", kind="confirmed", months=(1, 3, 9)),
        ),
    ),
    a_detour("post", work={"hands-on": 0.5, "business": 1.0}, months=(2, 3, 6), search=None),
    a_move("starter", "lead", months=(1, 3, 9), first=("three",)),
    a_move("lead", "tech-pm", months=(0, 2, 4)),
    a_move("starter", "tech-pm", months=(6, 9, 24)),
    a_certification("pmp", study_hours=(10, 20, 40), application_hours=(1, 2, 3)),
    a_certification(
        "old",
        fit=("tech-pm",),
        study_hours=(5, 5, 5),
        gates=(a_gate("some-months", work="project-related", months=3),),
    ),
    a_practice("h01"),
    a_prompt("q01"),
    a_job_step("j1"),
    a_step("ask", waits=14, **{"for": ("lead", "tech-pm")}),
    a_step("agree", requires=("ask",), again=30, **{"for": ("they-say-so", "post")}),
    default_role="starter",
    default_target="tech-pm",
)


@dataclass(frozen=True, kw_only=True)
class State:
    """What stands in a logbook on a day."""

    entries: tuple[Entry, ...]
    today: date = TODAY

    @property
    def person(self) -> Person:
        return person_of(SMALL, a_logbook(*self.entries), self.today)

    def plus(self, kind: str, **keys: object) -> "State":
        """The same with one more entry, written today."""
        said = {"on": self.today, "at": _at(self.today)} | keys
        one_more = KINDS[kind](id=f"e{len(self.entries)}", **said)
        return replace(self, entries=(*self.entries, one_more))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(18), tzinfo=UTC)


def _day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


AGO = st.integers(0, 250)
MINUTES = st.sampled_from((5, 45, 90, 240, 900, 3000))
EXERCISE = st.sampled_from(EXERCISES)
HOURS_PER_WEEK = st.sampled_from((0.5, 2.0, 5.0, 8.0, 12.0, 40.0))
STEP = st.sampled_from(("j1", "ask", "agree", "gone"))
GATE = st.sampled_from(("closed-one", "two-services", "they-say-so", "half-a-year", "gone"))
WHOM = st.sampled_from(("Ada", "Bo"))
SKILL = st.sampled_from(("risk", "agile", "business"))


@st.composite
def _ranges(draw) -> str:
    """Days off, past, present or to come."""
    start = TODAY + timedelta(days=draw(st.integers(-60, 120)))
    return f"{start}..{start + timedelta(days=draw(st.sampled_from((0, 2, 6, 20, 45))))}"


@st.composite
def _months(draw) -> dict[str, object]:
    start = draw(st.integers(0, 900))
    keys: dict[str, object] = {
        "work": draw(st.sampled_from(("technical", "hands-on", "leading", "pmo", "business"))),
        "from": _day(start),
        "role": draw(st.sampled_from((None, "starter", "lead"))),
    }
    if draw(st.booleans()):
        keys["to"] = _day(start - draw(st.integers(0, start)))
    return keys


def _some(**keys: st.SearchStrategy) -> st.SearchStrategy:
    """Draw some of these keys, and none of the others."""
    return st.fixed_dictionaries({}, optional=keys)


PROFILES = _some(
    hours_per_week=HOURS_PER_WEEK,
    past_weeks=st.sampled_from((0, 5, 13, 22, 26)),
    days_off=st.lists(_ranges(), max_size=3).map(tuple),
    study_days=st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(tuple),
    role=st.sampled_from(("starter", "lead")),
    looking=AGO.map(_day),
    background=st.sampled_from(("technical", "business", "pmo")),
    pmo_services=st.just(()),
    education=st.sampled_from(("secondary", "master")),
    practices=st.just(("h01",)),
    muted=st.just(("stopping",)),
    goal_certificate=st.just("pmp"),
)
TEXTS = {"situation": "Then", "task": "This", "action": "That", "result": "So"}
SAID: dict[str, Callable[[], st.SearchStrategy]] = {
    "finished": lambda: st.fixed_dictionaries(
        {"exercise": EXERCISE}, optional={"minutes": MINUTES, "mode": st.just("simulated")}
    ),
    "worked": lambda: st.fixed_dictionaries({"exercise": EXERCISE, "minutes": MINUTES}),
    "practised": lambda: st.just({"practice": "h01"}),
    "deferred": lambda: st.one_of(
        st.fixed_dictionaries({"exercise": EXERCISE, "until": st.integers(-200, 90).map(_day)}),
        st.fixed_dictionaries({"step": STEP, "until": st.integers(-200, 90).map(_day)}),
    ),
    "profile": lambda: PROFILES,
    "void": lambda: st.fixed_dictionaries({"of": st.integers(0, 12).map(lambda n: f"e{n}")}),
    "assessed": lambda: st.fixed_dictionaries(
        {
            "skill": SKILL,
            "level": st.integers(0, 5),
            "by": st.sampled_from(("self", "manager", "peer")),
        }
    ),
    "experience": _months,
    "closed": lambda: st.just({"project": "A release", "outcome": "In use"}),
    "certified": lambda: st.fixed_dictionaries(
        {"certification": st.sampled_from(("pmp", "old"))},
        optional={"expires": st.integers(-500, 50).map(_day)},
    ),
    "answered": lambda: st.just({"prompt": "q01", "text": "Because"}),
    "rated": lambda: st.just({"trait": "ambition", "level": 3, "by": "peer"}),
    "did": lambda: st.one_of(
        st.fixed_dictionaries({"step": STEP, "with": WHOM}, optional={"minutes": MINUTES}),
        st.fixed_dictionaries({"step": STEP, "begun": st.sampled_from((True,))}),
        st.fixed_dictionaries({"step": STEP, "outcome": st.just("Yes")}),
        st.fixed_dictionaries({"gate": GATE, "with": WHOM}),
    ),
    "lesson": lambda: st.just({"text": "Ask first"}),
    "learned": lambda: st.just({"title": "A course", "hours": 12.0}),
    "story": lambda: st.just({"title": "A story", **TEXTS}),
    "baseline": lambda: st.just(
        {
            "target": "tech-pm",
            "route": "direct",
            "study": TODAY,
            "hours_per_week": 8.0,
            "pace": 5.0,
            "exercises": ("one=4.00",),
            "gates": (),
            "curriculum": "2026.11",
        }
    ),
}
"""What an entry of each kind says."""
DRAWN = tuple(kind for kind in ENTRY_KINDS if kind in KINDS)
"""Every kind; the first ones move dates most and are drawn oftener."""
OFTEN = ("finished", "worked", "worked", "profile", "deferred", "experience")


@st.composite
def states(draw, *, most: int = 14) -> State:
    """Draw a logbook; what is written later than its day, and what has no instant, too."""
    kinds = draw(st.lists(st.sampled_from((*OFTEN, *DRAWN)), max_size=most))
    entries = []
    for number, kind in enumerate(kinds):
        ago = draw(AGO)
        late = draw(st.sampled_from((None, 0, 0, 1, 40)))
        at = None if late is None else _at(_day(max(0, ago - late)))
        said = {"on": _day(ago), "at": at, "id": f"e{number}"} | draw(SAID[kind]())
        entries.append(
            KINDS[kind](**{key: value for key, value in said.items() if value is not None})
        )
    return State(entries=tuple(entries))
