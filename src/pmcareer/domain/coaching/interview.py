"""The first run: six questions, what they take for granted, what the answers mean."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.frozen import frozen, frozen_with_cache
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.days import past_day
from pmcareer.errors import NotAlone

SKIP = "skip"
NONE = "none"
FIRST_MINUTES = 30
"""The first task, or slice of one, is no longer than this."""
SINCE = "--since"
DEFAULTS = {"projects": "mixed"}
PMO_WORK = {"pmo", "portfolio"}

Reader = Callable[[Curriculum, Any], Any]


@frozen
class Question:
    """One of the questions, with the answer that Enter gives."""

    key: str
    text: str
    default: str
    choices: tuple[str, ...] = ()


TEXTS = {
    "role": "Which role do you hold now?",
    "since": "Since when? A day or a month, like 2024-03",
    "target": "Which role do you want?",
    "hours_per_week": "How many hours a week can you keep?",
    "past_weeks": "Of the last 26 weeks, in how many did you study something?",
    "projects": "Which kind of projects do you want?",
    "pmo_type": "Which kind of PMO is yours?",
    "pmo_services": "What does it really deliver, once a month or oftener? "
    "Several with commas, or none",
}
"""The questions in the order in which they are asked."""


@frozen_with_cache
class Interview:
    """The questions to one person; nothing is kept before the last of them is answered."""

    person: Person
    readers: Mapping[str, Reader]
    """What reads the answer to a key of the profile."""
    words: Mapping[str, tuple[str, ...]]
    """Keys whose answers are one of a few words."""

    def question_after(self, answers: Mapping[str, Any]) -> Question | None:
        """Find the next question that these answers leave open; None after the last one."""
        for key, text in TEXTS.items():
            if key not in answers and self._concerns(key, answers):
                default = self._default(key, answers)
                return Question(key=key, text=text, default=default, choices=self._choices(key))
        return None

    def _concerns(self, key: str, answers: Mapping[str, Any]) -> bool:
        """Ask since when only of people with a role, and about a PMO only of people in one."""
        role = self._role(answers)
        if key.startswith("pmo_"):
            return role is not None and is_pmo(role)
        return key != "since" or role is not None

    def _role(self, answers: Mapping[str, Any]) -> Role | None:
        if "role" not in answers:
            return self.person.held
        return self.person.curriculum.role.get(self.read("role", answers["role"]) or "")

    def _default(self, key: str, answers: Mapping[str, Any]) -> str:
        """Say what was said before, or what most can live with; what nobody can know stays open."""
        said = self.person.says.get(key)
        if key == "target":
            return self._target(answers)
        if key == "hours_per_week":
            return f"{self.person.hours_per_week:g}"
        if key == "role":
            return self.person.role or NONE
        if isinstance(said, tuple):
            return ",".join(said) or NONE
        if said is None:
            return DEFAULTS.get(key, SKIP)
        return str(said)

    def _target(self, answers: Mapping[str, Any]) -> str:
        role = self._role(answers)
        is_same = role is None or role.id == self.person.role
        if is_same and "target" in self.person.says:
            return self.person.target
        return likely_target(self.person.curriculum, role)

    def _choices(self, key: str) -> tuple[str, ...]:
        if key in ("role", "target"):
            roles = self.person.curriculum.roles
            return tuple(role.id for role in roles if not (role.detour or role.retired))
        return self.words.get(key, ())

    def read(self, key: str, answer: Any) -> Any:  # noqa: ANN401 -- each key has its own type
        """Read an answer; None leaves the question open.

        Raises:
            PmcareerError: It can't be meant.
        """
        if isinstance(answer, str):
            word = answer.strip().lower()
            if word == SKIP or (word == NONE and key in ("role", "since")):
                return None
            if key == "pmo_services":
                answer = [answer]
        if key == "since":
            return since_of(answer, self.person.today)
        return self.readers[key](self.person.curriculum, answer)

    def complete(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Read every answer, or take its default; what is left open is not among them.

        Raises:
            PmcareerError: An answer can't be meant, or `since` has no role it could belong to.
        """
        given = dict(answers)
        while question := self.question_after(given):
            given[question.key] = question.default
        said = {}
        for key, answer in given.items():
            value = self.read(key, answer)
            if value is not None:
                said[key] = value
        if "since" in said and self._role(given) is None:
            raise NotAlone(
                SINCE, "a role that it belongs to", f"{SINCE} {said['since']} --role ROLE"
            )
        return said


def since_of(text: str, today: date) -> date:
    """Read the day, or the month, on which something began: "6 years" is so long ago.

    Raises:
        AmbiguousDay, WrongValue: No day and no month, or one that can be two.
        FutureDay: It has not come yet.
    """
    return past_day(text, today, SINCE, lengths=True)


def is_pmo(role: Role) -> bool:
    """Tell whether the role works in a PMO."""
    return not PMO_WORK.isdisjoint(role.work_shares)


def main_work(role: Role) -> str | None:
    """Find the kind of work that a month in the role counts as most."""
    return max(role.work_shares, key=lambda work: role.work_shares[work], default=None)


def likely_target(curriculum: Curriculum, role: Role | None) -> str:
    """Guess the target: where people in this role mostly go.

    PMO people go on to the portfolio; for the others it is the default target, where a way leads to
    it from here, else the next role that one does.
    """
    usual = curriculum.goal_role
    if role is None:
        return usual
    ahead = _reachable(curriculum, role)
    if is_pmo(role):
        offices = [each.id for each in ahead if is_pmo(each)]
        return [usual, *offices][-1]
    ids = [each.id for each in ahead]
    return usual if usual in ids else [*ids, usual][0]


def _reachable(curriculum: Curriculum, start: Role) -> list[Role]:
    """List the roles that moves lead to, in the order of the curriculum."""
    found = [start.id]
    # The list grows while it is gone through: each role is looked at once.
    for source in found:
        for move in curriculum.moves:
            if move.source == source and move.target not in found:
                found.append(move.target)
    ahead = set(found[1:])
    return [role for role in curriculum.roles if role.id in ahead and not role.detour]
