"""What conditions may ask about somebody: each fact once, with its sentence and what works it out.

A new fact is a function here: its name is what a condition says, its docstring what the list in
docs/curriculum.md says. `python tests/test_facts_document.py --update` writes that list anew.
"""

# ruff: noqa: D401 -- a docstring here says what is true or how much it is, for authors to read

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.ground.calendar import (
    DAYS_PER_MONTH,
    DAYS_PER_WEEK,
    day_in_words,
    months_in,
    plus_months,
)
from pmcareer.domain.ground.conditions import Condition, Value, condition_of
from pmcareer.domain.ground.vocabulary import (
    BACKGROUNDS,
    EDUCATIONS,
    PMO_TYPES,
    PORTFOLIO_SERVICES,
    PROJECTS,
)
from pmcareer.domain.ground.work import known_words
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.job_log import finished_as, is_searching, times_logged
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import balance_of, minutes_of
from pmcareer.domain.roadmap.ahead import steps_back  # noqa: F401 -- declares its facts
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.fact import FACTS, Fact, fact
from pmcareer.domain.roadmap.readiness import percents_within, readiness_for_target
from pmcareer.domain.roadmap.surroundings import no_pm_near  # noqa: F401 -- declares its facts

RECENT_DAYS = 90
ENOUGH_HOURS, PRACTISED = 5, 2
CRAMMED_MINUTES = 180
CRAMMED_AFTER_DAYS = 5
CRAMMED_FOR_DAYS = 14
NINE_MONTHS = 9
WORK = "kind of work"


def holds_for(person: Person, conditions: Iterable[Condition]) -> bool:
    """Tell whether every condition holds for somebody today."""
    return all(_holds(person, condition) for condition in conditions)


def _holds(person: Person, condition: Condition) -> bool:
    """Look at a number more closely only where the condition lies between its bounds."""
    # Between 27 and 30 percent it is not 60: the certificates, which tell which, stay unread.
    named = fact_named(condition.fact)
    within = named[0].within and named[0].within(person) if named else None
    if within:
        said = set(map(condition.holds_at, within))
        if len(said) == 1:
            return said.pop()
    return condition.holds(lambda name: value_of(person, name))


def value_of(person: Person, name: str) -> Value:
    """Return the value of a fact; None when there is no such fact, or nothing speaks of it."""
    named = fact_named(name)
    if named is None:
        return None
    known, of = named
    if of:
        return known.find(person, of)
    return known.find(person)


@cache
def fact_named(name: str) -> tuple[Fact, str] | None:
    """Find the fact of a name, and what it is of: months_hands_on is `months` of hands-on."""
    for known in FACTS.values():
        start = f"{known.name}_"
        if known.each and name.startswith(start):
            return known, name.removeprefix(start).replace("_", "-")
        if not known.each and name == known.name:
            return known, ""
    return None


def names_in(curriculum: Curriculum) -> Iterator[str]:
    """Go through the names of all facts that conditions of a curriculum may ask for."""
    for known in FACTS.values():
        if not known.each:
            yield known.name
        elif known.each == WORK:
            yield from map(partial(_name, known), known_words())
        else:
            for item in getattr(curriculum, f"{known.each}s"):
                yield _name(known, item.id)


def _name(known: Fact, of: str) -> str:
    return f"{known.name}_{of.replace('-', '_')}"


def following(text: str, heirs: Mapping[str, Mapping[str, str]]) -> str:
    """Write a condition with today's ids; `heirs` leads from old ids to new ones by table."""
    condition = condition_of(text)
    named = fact_named(condition.fact)
    if named is None:
        return text
    known, of = named
    of_today = heirs.get(f"{known.each}s", {}).get(of)
    name = _name(known, of_today) if of_today else condition.fact
    words = {condition.fact: name, **heirs.get(known.ids_of, {})}
    return " ".join(words.get(part, part) for part in text.split())


@fact("word", ids_of="roles")
def role(person: Person) -> str:
    """The role held; while none is said, the one where the map begins."""
    return person.stands_at


@fact("word", ids_of="roles")
def target(person: Person) -> str:
    """The role aimed at."""
    return person.target


@fact("word", words=BACKGROUNDS)
def background(person: Person) -> Value:
    """What was done before, as the profile or a technical role says it."""
    return person.background


@fact("word", words=PROJECTS)
def projects(person: Person) -> Value:
    """The kind of projects that the profile wishes for."""
    return _said(person, "projects")


@fact("word", words=PMO_TYPES)
def pmo_type(person: Person) -> Value:
    """What kind of PMO the profile's is."""
    return _said(person, "pmo_type")


@fact("word", words=EDUCATIONS)
def education(person: Person) -> Value:
    """The education that the profile says."""
    return _said(person, "education")


@fact("word", ids_of="certifications")
def goal_certificate(person: Person) -> Value:
    """The certificate that the profile aims at."""
    return _said(person, "goal_certificate")


def _said(person: Person, key: str) -> Value:
    said: Value = person.says.get(key)
    return said


@fact("number")
def hours_per_week(person: Person) -> float:
    """Hours a week that are promised, or tried out."""
    return person.hours_per_week


# A date in a text is the day from which enough months can be on record, not a day of the plan.
@fact(
    "number",
    each="certification",
    blanks={"date": lambda person, missing: day_in_words(plus_months(person.today, missing))},
)
def months_to(person: Person, certification: str) -> float | None:
    """Months missing for a certificate, from the first month of leading until it is held."""
    # Certificates are read only for people who lead: it takes a thirtieth of a start.
    if not _months_of(person, "leading") or certification in person.certificates:
        return None
    wanted = person.curriculum.certification.get(certification)
    if wanted is None or not wanted.gates:
        return None
    return gate_status(person, wanted.gates[0]).missing


@fact("number", each=WORK)
def months(person: Person, work: str) -> float | None:
    """Months on record that count as a kind of work."""
    return _months_of(person, work) if work in known_words() else None


def _months_of(person: Person, work: str) -> float:
    return months_in(person.ranges_of(work))


def _count(_: Person, value: int) -> str:
    return str(value)


@fact("number")
def certificates(person: Person) -> int:
    """How many certificates are held today."""
    return len(person.certificates)


@fact("yes or no")
def job_search(person: Person) -> bool:
    """Something of the job search is logged."""
    return is_searching(person)


@fact("number")
def applications(person: Person) -> int:
    """How many applications are logged."""
    return times_logged(person, "applications")


@fact("number")
def pm_contacts(person: Person) -> int:
    """How many contacts with project managers are logged, in the job search or by an exercise."""
    exercises = filter(None, finished_as(person, "contacts").values())
    return times_logged(person, "contacts") + len(list(exercises))


@fact("yes or no")
def small_firms_listed(person: Person) -> bool:
    """An employer to apply to is on the list."""
    return times_logged(person, "employers") > 0


@fact("number", most=100, within=percents_within)
def readiness(person: Person) -> float | None:
    """How much of the evidence for the target is there, in percent."""
    found = readiness_for_target(person)
    if found is None:
        return None
    return 100 * found


@fact("number", blanks={"count": _count})
def services_practised(person: Person) -> int:
    """How many of the four portfolio services the PMO gives, or one has practised."""
    given = person.says.get("pmo_services", ())
    levels = levels_of(person).values()
    practised = [each.skill for each in levels if each.level >= PRACTISED]
    return len({*given, *practised}.intersection(PORTFOLIO_SERVICES))


@fact("number", most=1)
def power_share_90(person: Person) -> float | None:
    """Share, 0 to 1, of the last 90 days' exercise hours that went to power skills.

    Unknown while there are less than five hours: a share of little says little.
    """
    since = person.today - timedelta(days=RECENT_DAYS)
    minutes = sum(minutes_of(person, entry) for entry in person.entries.study_since(since))
    return balance_of(person, since).get("power-skills") if minutes >= 60 * ENOUGH_HOURS else None


@fact("number", blanks={"count": _count})
def closed_projects(person: Person) -> int:
    """How many projects were led to their end."""
    return len(person.closed_projects)


@fact("number")
def thl_idle_days(person: Person) -> int:
    """Days since something was last read about the field; at first since the first use."""
    read = [entry.on for entry in person.entries if _is_reading(person, entry)]
    # What was read, and done, before the logbook was begun was followed by no idle days.
    last = max([person.first_use or person.today, *read])
    return (person.today - last).days


def _is_reading(person: Person, entry: Entry) -> bool:
    curriculum = person.curriculum
    exercise = curriculum.exercise.get(getattr(entry, "exercise", ""))
    if exercise:
        skill = curriculum.skill.get(exercise.skill)
        return skill is not None and skill.counts_as == "reading"
    practice = curriculum.practice.get(getattr(entry, "practice", ""))
    return practice is not None and practice.counts_as == "reading"


@fact("yes or no")
def crammed(person: Person) -> bool:
    """In the last fortnight a day of over three hours came after five idle days."""
    begun, since = person.first_use or person.today, person.today - timedelta(days=CRAMMED_FOR_DAYS)
    minutes = dict[date, int]()
    for entry in person.entries.study_since(max(begun, since)):
        minutes[entry.on] = minutes.get(entry.on, 0) + (entry.minutes or 0)
    # Between a day before the first use and one after it nothing was idle.
    earlier = [day for day in person.entries.study_days if begun <= day < since]
    for before, day in pairwise([*sorted(earlier)[-1:], *sorted(minutes)]):
        was_idle = (day - before).days > CRAMMED_AFTER_DAYS
        if was_idle and minutes[day] > CRAMMED_MINUTES:
            return True
    return False


# At 5 hours a week 312 hours take 14.4 months; whoever would like to need nine has to find
# 14.4 x 5 / 9 = 8.0 hours a week.
@fact(
    "number",
    blanks={
        # To a tenth: 9.2 months are more than nine, and "9" would not be.
        "months": lambda _, needed: f"{needed:.1f}",
        "hours": lambda person, needed: f"{needed * person.hours_per_week / NINE_MONTHS:.1f}",
    },
)
def tech_months(person: Person) -> float | None:
    """Months that the study left for the target takes at the promised hours."""
    goal = person.curriculum.role.get(person.target)
    if goal is None:
        return None
    asker = Asker(person=person)
    hours = sum(map(asker.hours_left, asker.asked(goal, None)))
    return hours / person.hours_per_week * DAYS_PER_WEEK / DAYS_PER_MONTH


OF_AN_OFFICE = {
    "pmo_type": "what type your PMO is",
    "pmo_services": "what it gives to projects and to those who decide",
}
"""What of the profile is asked of somebody in a PMO, in words."""


def _open_of_an_office(person: Person, _: object) -> str:
    return ", and ".join(words for key, words in OF_AN_OFFICE.items() if key not in person.says)


@fact("yes or no", blanks={"open": _open_of_an_office})
def assessment_open(person: Person) -> bool:
    """Somebody in a PMO has yet to say what kind of office it is and what it gives."""
    held = person.held
    if held is None or "pmo" not in held.work_shares:
        return False
    return not OF_AN_OFFICE.keys() <= person.says.keys()


@fact("number", each="skill", most=5)
def level(person: Person, skill: str) -> int | None:
    """The level reached in a skill."""
    reached = levels_of(person).get(skill)
    if reached is None:
        return None
    return reached.level


@fact("number", most=5)
def self_technical(person: Person) -> int | None:
    """The level that somebody gives their own technical skill."""
    levels = []
    for skill in person.curriculum.skills:
        rated = person.assessments.get(skill.id, {})
        if skill.counts_as == "technical" and "self" in rated:
            levels.append(rated["self"])
    return max(levels, default=None)


@fact("yes or no")
def one_hat(person: Person) -> bool:
    """One person decides technically and leads, on large or complex projects."""
    held = person.held
    leads_technicians = held is not None and {"technical", "people"} <= held.work_shares.keys()
    leads = leads_technicians or person.still_does("leading")
    is_large = person.says.get("projects") == "large-complex"
    return is_large and leads and person.background == "technical"


@fact("number", blanks={"count": _count})
def only_study_weeks(person: Person) -> int:
    """Weeks in a row up to now, each with study on record and no real project work beside it."""
    if person.still_does("project-related"):
        return 0
    begun = person.first_use or person.today
    weeks = {_week_of(day) for day in person.entries.study_days if day >= begun}
    weeks -= {_week_of(project.on) for project in person.closed_projects}
    # Studied in four weeks, and nothing yet in this one: four. With last week empty, too: none.
    week = _week_of(person.today)
    last = week if week in weeks else week - 1
    return next(count for count in range(last + 1) if last - count not in weeks)


def _week_of(day: date) -> int:
    """Number a week, Monday to Sunday."""
    return (day.toordinal() - 1) // DAYS_PER_WEEK


@fact("yes or no")
def open_projects_right(person: Person) -> bool:
    """The PMO does projects well, but gives none of the four portfolio services."""
    given = person.says.get("pmo_services", ())
    return person.says.get("pmo_type") == "project" and set(given).isdisjoint(PORTFOLIO_SERVICES)
