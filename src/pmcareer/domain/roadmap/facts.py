"""Facts about a person that advice and options ask for, each computed when it is first asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Final

from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.gates.tiers import months_for
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH, DAYS_PER_WEEK, months_in
from pmcareer.domain.ground.conditions import Fact, facts_in
from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.logbook.entries import Entry, Finished, Worked
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import balance_of, minutes_of
from pmcareer.domain.person.tenure import is_new_to_team
from pmcareer.domain.roadmap.readiness import readiness_of, total_of
from pmcareer.domain.roadmap.workplan import Asker

RECENT_DAYS = 90
ENOUGH_HOURS = 5
PRACTISED = 2
CRAMMED_MINUTES = 180
CRAMMED_AFTER_DAYS = 5
CRAMMED_FOR_DAYS = 14
TECH_PM = "tech-pm"
NINE_MONTHS_IN_WEEKS = 9 * DAYS_PER_MONTH / DAYS_PER_WEEK


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """Looks up facts about one person by name."""

    person: Person
    hours_per_week: float | None = None
    """A promise to try out instead of the profile's."""

    def __call__(self, name: str) -> Fact:
        """Give a fact; None when it is not known, or nothing in the logbook speaks of it."""
        return KNOWN[name](self) if name in KNOWN else None

    @property
    def promised(self) -> float:
        """Hours a week that are promised, or tried out."""
        return self.hours_per_week or self.person.hours_per_week

    def said(self, key: str) -> Fact:
        """Give a value of the profile."""
        value = self.person.says.get(key)
        return value if isinstance(value, str | float | int) else None

    def months(self, work: str) -> float:
        """Give the months of a kind of work on record."""
        return months_in(self.person.ranges_of(work))

    @cached_property
    def _kinds(self) -> Mapping[str, list[Entry]]:
        kinds: dict[str, list[Entry]] = {}
        for entry in self.person.entries:
            kinds.setdefault(entry.kind, []).append(entry)
        return kinds

    def did(self, *steps: str) -> int:
        """Count the job-search entries of some steps, or of all."""
        return sum(
            not steps or getattr(entry, "step", "") in steps for entry in self._kinds.get("did", ())
        )

    @property
    def months_to_pmp(self) -> float | None:
        """Leading months missing to the PMP tier of one's education; None while there are none, and once it is held."""
        if not self.months("leading"):
            return None
        pmp = self.person.curriculum.certification.get("pmp")
        if pmp is None or "pmp" in self.person.certificates or not pmp.experience:
            return None
        rule = pmp.experience[0]
        needed = months_for(rule.months, self.said("education"))
        have = clock_of(self.person, rule.work, needed, rule.window_years, goes_on=0).have_months
        return max(0.0, needed - have)

    @property
    def services_practised(self) -> int:
        """How many of the four portfolio services the PMO gives, or one has practised."""
        given = set(self.person.says.get("pmo_services", ()))
        levels = levels_of(self.person)
        return sum(
            name in given or (name in levels and levels[name].level >= PRACTISED)
            for name in PORTFOLIO_SERVICES
        )

    @property
    def power_share(self) -> float | None:
        """Share of the exercise hours of the last 90 days that went to power skills; None under five hours."""
        since = self.person.today - timedelta(days=RECENT_DAYS)
        recent = [entry for entry in self._work if entry.on >= since]
        if sum(minutes_of(self.person, entry) for entry in recent) < 60 * ENOUGH_HOURS:
            return None
        return balance_of(self.person, since)["power-skills"]

    @property
    def _work(self) -> list[Entry]:
        return [entry for entry in self.person.entries if isinstance(entry, Finished | Worked)]

    @property
    def thl_idle_days(self) -> int | None:
        """Days since one last read about portfolio management; from the first entry for those who never did."""
        curriculum = self.person.curriculum
        read = [
            entry.on
            for entry in self.person.entries
            if getattr(entry, "practice", None) == "h24"
            or (
                (exercise := curriculum.exercise.get(getattr(entry, "exercise", "")))
                and exercise.skill == "thought-leadership"
            )
        ]
        first = min((entry.on for entry in self.person.entries), default=self.person.today)
        return (self.person.today - max(read, default=first)).days

    @property
    def crammed(self) -> bool:
        """Tell whether, in the last fortnight, a day of over three hours came after five idle days."""
        minutes: dict[date, int] = {}
        for entry in self._work:
            said = getattr(entry, "minutes", None)
            minutes[entry.on] = minutes.get(entry.on, 0) + (said or 0)
        since = self.person.today - timedelta(days=CRAMMED_FOR_DAYS)
        days = sorted(minutes)
        return any(
            day >= since
            and minutes[day] > CRAMMED_MINUTES
            and (day - before).days > CRAMMED_AFTER_DAYS
            for before, day in pairwise(days)
        )

    @cached_property
    def tech_hours(self) -> float | None:
        """Credited hours left to the tech PM."""
        role = self.person.curriculum.role.get(TECH_PM)
        if role is None:
            return None
        asker = Asker(person=self.person)
        return sum(
            self.person.hours_left(name)
            for name in asker.asked(role, None)
            if name not in asker.covered
        )

    @property
    def tech_months(self) -> float | None:
        """Months that the tech PM's study takes at the promised hours."""
        if self.tech_hours is None:
            return None
        return self.tech_hours / self.promised * DAYS_PER_WEEK / DAYS_PER_MONTH

    @property
    def readiness(self) -> float | None:
        """How much of the evidence for the target is there, in percent."""
        role = self.person.curriculum.role.get(self.person.target)
        return 100 * total_of(readiness_of(self.person, role)) if role else None

    @property
    def assessment_open(self) -> bool:
        """Tell whether somebody in a PMO has yet to say what kind of office it is and what it gives."""
        role = self.person.curriculum.role.get(self.person.role or "")
        if role is None or "pmo" not in role.work_shares:
            return False
        return not {"pmo_type", "pmo_services"} <= self.person.says.keys()

    @property
    def projects_right(self) -> bool:
        """Tell whether the PMO does projects well but gives none of the four portfolio services."""
        services = self.person.says.get("pmo_services")
        given = services is not None and not set(services) & set(PORTFOLIO_SERVICES)
        return self.said("pmo_type") == "project" and (services is None or given)

    @property
    def one_hat(self) -> bool:
        """Tell whether one person decides technically and leads, on large or complex projects."""
        leads = self.person.role == "team-lead" or self.person.still_does("leading")
        return (
            self.person.background == "technical"
            and self.said("projects") == "large-complex"
            and leads
        )

    @property
    def only_study_weeks(self) -> int:
        """Weeks, up to now, with study on record but no real project work beside it."""
        if self.person.still_does("project-related") or not self._work:
            return 0
        real = [entry.on for entry in self._kinds.get("closed", ())]
        since = max([min(entry.on for entry in self._work), *real])
        return (self.person.today - since).days // 7


def _level(skill: str) -> Callable[[PersonFacts], Fact]:
    def level(facts: PersonFacts) -> Fact:
        levels = levels_of(facts.person)
        return levels[skill].level if skill in levels else None

    return level


def _months(work: str) -> Callable[[PersonFacts], Fact]:
    return lambda facts: facts.months(work)


def _said(key: str) -> Callable[[PersonFacts], Fact]:
    return lambda facts: facts.said(key)


def names_of(conditions: Iterable[str]) -> set[str]:
    """Name the facts that some conditions ask for and that nobody knows."""
    return {facts_in(condition) for condition in conditions} - KNOWN.keys()


KNOWN: Final[Mapping[str, Callable[[PersonFacts], Fact]]] = {
    "role": lambda facts: facts.person.stands_at,
    "target": lambda facts: facts.person.target,
    "background": lambda facts: facts.person.background,
    **{
        key: _said(key)
        for key in ("projects", "pmo_type", "education", "context", "goal_certificate")
    },
    **{
        f"months_{work.replace('-', '_')}": _months(work)
        for work in ("hands-on", "leading", "delivery", "business")
    },
    "months_portfolio": _months("portfolio"),
    "months_to_pmp": lambda facts: facts.months_to_pmp,
    "certificates": lambda facts: len(facts.person.certificates),
    "job_search": lambda facts: facts.did() > 0,
    "readiness": lambda facts: facts.readiness,
    "services_practised": lambda facts: facts.services_practised,
    "power_share_90": lambda facts: facts.power_share,
    "applications": lambda facts: facts.did("j5"),
    "pm_contacts": lambda facts: (
        facts.did("j3") + sum(n in facts.person.finished for n in ("app-03", "app-06"))
    ),
    "closed_projects": lambda facts: len(facts.person.closed_projects),
    "thl_idle_days": lambda facts: facts.thl_idle_days,
    "crammed": lambda facts: facts.crammed,
    "tech_months": lambda facts: facts.tech_months,
    "assessment_open": lambda facts: facts.assessment_open,
    "level_business": _level("business"),
    "self_technical": lambda facts: facts.person.assessments.get("technical-literacy", {}).get(
        "self"
    ),
    "one_hat": lambda facts: facts.one_hat,
    "only_study_weeks": lambda facts: facts.only_study_weeks,
    "hours_per_week": lambda facts: facts.promised,
    "open_projects_right": lambda facts: facts.projects_right,
    "new_to_team": lambda facts: is_new_to_team(facts.person),
    "small_firms_listed": lambda facts: facts.did("j4") > 0,
}
