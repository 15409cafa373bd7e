"""The first run: six questions, what they take for granted, what the answers mean."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pmcareer.domain.coaching.likely_target import is_pmo, likely_target
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.work import implies
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.situations import AWAY, with_situation
from pmcareer.domain.words.choices import (
    Choice,
    Meant,
    Question,
    chosen,
    several_chosen,
)
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.optional import only_said
from pmcareer.domain.words.said_words import CHOICES
from pmcareer.domain.words.situations import Spoken, situation_title, spoken_of
from pmcareer.errors import NotAlone

SKIP = "skip"
NONE = "none"
OPEN = "leave it open"
FIRST_MINUTES = 30
"""The first task, or slice of one, is no longer than this."""
SINCE = "--since"
DEFAULTS = {"projects": "mixed"}
NEVER = (NONE, "never", "in none")
WITHOUT_NONE = ("pmo_type", "projects", "education")
"""Questions that whoever says none leaves open."""
_BEFORE = re.compile(r"^(?:since|for|about|around|roughly|some|~)\s*", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:(?:a|per|/|every|each)\s*week|weekly|weeks)$", re.IGNORECASE)
EXAMPLES_GIVEN = 2
"""Roles of which another name is given as an example."""

Reader = Callable[[Curriculum, Any], Any]

TEXTS = {
    "role": "Your role today",
    "before": "The role that you do then, or did last",
    "since": "Since when?",
    "left": "When did you leave it?",
    "pmo_type": "Your PMO is a",
    "pmo_services": "What it really delivers, once a month or oftener",
    "industry": "The trade that you work in",
    "target": "The role you want",
    "hours_per_week": "Hours a week that you can keep",
    "past_weeks": "Weeks, of the last 26, in which you studied something",
    "projects": "The projects you want",
    "education": "Your education, for the months that certificates ask for",
}
"""The questions in the order in which they are asked."""
FOLLOWING = ("before", "since", "left", "pmo_type", "pmo_services", "industry")
"""Questions that belong to the one before them: they are not among the six."""
BESIDE_THE_ROLE = ("before", "left")
"""Questions to whoever named a situation, which is no role."""
ROLES = ("role", "before", "target")
"""Questions that a role answers."""
EXAMPLES = {
    "since": "6 years, March 2020",
    "left": "8 months, March 2023",
    "hours_per_week": "5, or 7.5",
    "past_weeks": "0 to 26",
}


@frozen
class Interview:
    """The questions to one person; nothing is kept before the last of them is answered."""

    person: Person
    readers: Mapping[str, Reader]
    """What reads the answer to a key of the profile."""

    def question_after(
        self, answers: Mapping[str, Any], asked: Sequence[str] = ()
    ) -> Question | None:
        """Find the next question that these answers leave open; None after the last one.

        `asked` are the keys asked so far: the others were said before anybody was asked.
        """
        for key in TEXTS:
            if key not in answers and self._concerns(key, answers):
                return self._question(key, answers, asked)
        return None

    def question_beside(self, answers: Mapping[str, Any]) -> Question | None:
        """Find the next question that a situation leaves open which was said for a role."""
        for key in BESIDE_THE_ROLE:
            if key not in answers and self._concerns(key, answers):
                return self._question(key, answers, ())
        return None

    def _question(self, key: str, answers: Mapping[str, Any], asked: Sequence[str]) -> Question:
        place = total = 0
        if key not in FOLLOWING:
            place = 1 + len([each for each in asked if each not in FOLLOWING])
            ahead = [each for each in TEXTS if each not in (*FOLLOWING, *answers)]
            total = place - 1 + len(ahead)
        choices = self._choices(key)
        default = self._default(key, answers)
        return Question(
            key=key,
            text=TEXTS[key],
            choices=choices,
            unlisted=self._unlisted(key),
            example=EXAMPLES.get(key) or ("" if key == "target" else _examples(choices)),
            default=default,
            default_words=self._default_words(key, default, choices),
            is_many=key == "pmo_services",
            place=place,
            total=total,
        )

    def _concerns(self, key: str, answers: Mapping[str, Any]) -> bool:
        """Ask since when only of people with a role, and about a PMO only of people in one."""
        role = self._role(answers)
        if key.startswith("pmo_"):
            return role is not None and is_pmo(role)
        if key in BESIDE_THE_ROLE:
            spoken = self._spoken(answers)
            is_meant = spoken.situation == AWAY if key == "left" else not spoken.role
            return spoken.situation is not None and is_meant
        if key == "industry":
            return role is not None and self._names_no_trade(role, answers)
        return key != "since" or role is not None

    def _names_no_trade(self, role: Role, answers: Mapping[str, Any]) -> bool:
        """Tell whether a role is found in several trades, and it was not said in which."""
        if self._spoken(answers).industry or "industry" in self.person.says:
            return False
        names = set(map(plain_name, role.aliases))
        for industry in self.person.curriculum.industries:
            if not names.isdisjoint(map(plain_name, industry.names)):
                return True
        return False

    def _spoken(self, answers: Mapping[str, Any]) -> Spoken:
        """Take apart what was answered for the role: a role, a situation, or both."""
        return spoken_of(self.person.curriculum, str(answers.get("role", "")))

    def _role(self, answers: Mapping[str, Any]) -> Role | None:
        if "role" not in answers:
            return self.person.held
        said = answers["role"] if self._spoken(answers).role else answers.get("before", NONE)
        return self.person.curriculum.role.get(self.read("role", said) or "")

    def _default(self, key: str, answers: Mapping[str, Any]) -> str:
        """Say what was said before, or what most can live with; what nobody can know stays open."""
        match key:
            case "target":
                return self._target(answers)
            case "hours_per_week":
                return f"{self.person.hours_per_week:g}"
            case "role" | "before":
                return self.person.role or NONE
            case _:
                return self._said_before(key, answers)

    def _said_before(self, key: str, answers: Mapping[str, Any]) -> str:
        said = self.person.says.get(key)
        # Since when belongs to the role that it was said of.
        if key in ("since", "left") and not self._is_same(answers):
            return SKIP
        if key == "since":
            return self._held_since()
        if isinstance(said, tuple):
            return ",".join(said) or NONE
        if said is None:
            return DEFAULTS.get(key, SKIP)
        return str(said)

    def _held_since(self) -> str:
        """Give the day since which the present role is on record, with its months."""
        days = [
            entry.start
            for entry in self.person.experiences
            if entry.role == self.person.role and entry.end is None
        ]
        said = self.person.says.get("since")
        return str(max(days)) if days else str(said or SKIP)

    def _is_same(self, answers: Mapping[str, Any]) -> bool:
        role = self._role(answers)
        return role is None or role.id == self.person.role

    def _target(self, answers: Mapping[str, Any]) -> str:
        if self._is_same(answers) and "target" in self.person.says:
            return self.person.target
        role = self._role(answers)
        if role and self._spoken(answers).situation == AWAY:
            # Who comes back comes back to what they did, as a rule.
            return role.id
        return likely_target(self._seen(answers), role)

    def _seen(self, answers: Mapping[str, Any]) -> Curriculum:
        """Return the curriculum in the trade that was answered: each heads for roles of its own."""
        industry = self._spoken(answers).industry
        if "industry" in answers:
            industry = self.read("industry", answers["industry"])
        return self.person.saying(industry=industry).curriculum

    def _default_words(self, key: str, default: str, choices: Sequence[Choice]) -> str:
        """Say what Enter does."""
        if default == NONE:
            return "none of these"
        if default == SKIP:
            return OPEN
        titles = {choice.id: choice.title for choice in choices}
        if key in ("since", "left"):
            return day_in_words(date.fromisoformat(default))
        return ", ".join(titles.get(word, word) for word in default.split(","))

    def _choices(self, key: str) -> tuple[Choice, ...]:
        if key in ROLES:
            return self._roles(is_place=True)
        if key == "industry":
            return self._industries
        return CHOICES.get(key, ())

    @property
    def _industries(self) -> tuple[Choice, ...]:
        choices = []
        for each in self.person.curriculum.industries:
            names = (*each.aliases, each.called)
            choices.append(Choice(id=each.id, title=each.title, aliases=names))
        return tuple(choices)

    def _unlisted(self, key: str) -> tuple[Choice, ...]:
        return self._roles(is_place=False) if key in ROLES else ()

    def _roles(self, *, is_place: bool) -> tuple[Choice, ...]:
        roles = self.person.curriculum.roles
        titles = short_titles(roles)
        choices = []
        for role in roles:
            if role.is_place == is_place:
                names = (*role.aliases, role.title)
                title = titles[role.id]
                choices.append(
                    Choice(id=role.id, title=title, aliases=names, replaces=role.replaces)
                )
        return tuple(choices)

    def meant(self, question: Question, typed: str) -> Meant:
        """Find what somebody meant; an empty line takes the default.

        Raises:
            PmcareerError: It can't be meant.
        """
        text = _in_short(question.key, typed) or question.default
        if _says_nothing(question.key, text):
            return Meant(answer=text, words="none of these" if text == NONE else "left open")
        if not question.choices or text.lower() == NONE:
            return Meant(answer=text, words=self._in_words(question.key, text))
        spoken = Spoken(role=text)
        if question.key == "role":
            spoken = spoken_of(self.person.curriculum, text)
        if not spoken.role:
            return Meant(answer=text, words=situation_title(str(spoken.situation)).lower())
        if question.is_many:
            found = several_chosen(question.choices, text)
        else:
            found = (chosen(question.choices, spoken.role, question.unlisted),)
        if beside := self._beside(spoken):
            # Read as it was typed once more, when all is answered.
            return Meant(answer=text, words=", ".join((found[0].title, *beside)))
        answer = ",".join(choice.id for choice in found)
        # A role to come back from can be named, and is no role to head for.
        self.read(question.key, answer)
        role = self.person.curriculum.role.get(answer)
        # Short in the list, where one looks for it, and in full once it is chosen.
        if role and question.unlisted:
            return Meant(answer=answer, words=role.title)
        return Meant(answer=answer, words=", ".join(choice.title for choice in found))

    def _beside(self, spoken: Spoken) -> list[str]:
        """Name what was said beside a role: a situation, a trade."""
        words = [situation_title(spoken.situation).lower()] if spoken.situation else []
        if spoken.industry:
            words.append(self.person.curriculum.industry[spoken.industry].called)
        return words

    def _in_words(self, key: str, text: str) -> str:
        value = self.read(key, text)
        match key:
            case "since":
                return f"since {day_in_words(value)}"
            case "left":
                return f"left on {day_in_words(value)}"
            case "hours_per_week":
                return f"{value:g} h a week"
            case "past_weeks":
                return f"{value} of the last 26 weeks"
            case _:
                return text

    def read(self, key: str, answer: Any) -> Any:  # noqa: ANN401 -- each key has its own type
        """Read an answer; None leaves the question open.

        Raises:
            PmcareerError: It can't be meant.
        """
        if isinstance(answer, str):
            if _says_nothing(key, answer):
                return None
            if key == "pmo_services":
                answer = [answer]
        if key in ("since", "left"):
            return past_day(answer, self.person.today, f"--{key}", lengths=True)
        if key in ("role", "before"):
            spoken = spoken_of(self.person.curriculum, str(answer))
            return self.readers["role"](self.person.curriculum, spoken.role or None)
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
                said["role" if key == "before" else key] = value
        spoken = self._spoken(given)
        situation = spoken.situation
        if situation:
            said["context"] = with_situation(self.person.says, situation)
        said |= only_said({"industry": said.get("industry") or spoken.industry})
        if "since" in said and self._role(given) is None:
            raise NotAlone(
                SINCE, "a role that it belongs to", f"{SINCE} {said['since']} --role ROLE"
            )
        return said


def _says_nothing(key: str, answer: str) -> bool:
    """Tell whether a question is left open; that a PMO delivers nothing is an answer."""
    word = answer.strip().lower()
    return word == SKIP or (word == NONE and key in ("role", "before", "since", "left"))


def _in_short(key: str, typed: str) -> str:
    """Leave out what people say around an answer: since 2020, about 6 years, 5 h a week."""
    if key == "past_weeks" and typed.lower() in NEVER:
        return "0"
    if key in WITHOUT_NONE and typed.lower() == NONE:
        return SKIP
    if key not in EXAMPLES:
        return typed
    # Since when may be six weeks ago: there the unit belongs to the answer.
    amount = typed if key in ("since", "left") else _BEHIND.sub("", typed)
    return _BEFORE.sub("", amount).replace("+", "")


def _examples(choices: Sequence[Choice]) -> str:
    """Give what the first choices are called besides: "developer, tech lead"."""
    named = [choice.aliases[0] for choice in choices if len(choice.aliases) > 1]
    return ", ".join(named[:EXAMPLES_GIVEN]) if len(named) >= EXAMPLES_GIVEN else ""


def works_of(role: Role) -> tuple[str, ...]:
    """Name the work that every month in a role counts as, what other work of it implies left out.

    Where none counts whole, it is what counts most.
    """
    shares = role.work_shares
    most = max(shares.values(), default=0.0)
    whole = [work for work, share in shares.items() if share == most]
    return tuple(work for work in whole if not any(implies(each, work) for each in whole))
