"""Words that name a situation and no role: contractor, career break, "freelance developer"."""

import re
from dataclasses import replace

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import Situation
from pmcareer.domain.words.choices import Choice
from pmcareer.domain.words.matching import LETTERS
from pmcareer.domain.words.trade_words import in_trade_of

SITUATIONS = (
    Choice(
        id="contract",
        title="On contract",
        aliases=(
            *("contractor", "contract", "contracting", "contract work", "independent contractor"),
            *("freelance", "freelancer", "freelancing", "self employed", "independent"),
            *("interim", "interim manager", "interim management", "fixed term"),
            *("Freiberufler", "Freiberuflerin", "freiberuflich", "freie Mitarbeiterin"),
            *("freier Mitarbeiter", "selbständig", "selbstständig", "Selbständiger"),
            *("Selbstständige", "Interimsmanager", "Interimsmanagerin", "Interimsmanagement"),
        ),
    ),
    Choice(
        id="break",
        title="On a break, or back from one",
        aliases=(
            *("career break", "on a career break", "career gap", "on a break", "after a break"),
            *("sabbatical", "sabbatical return", "parental leave", "parental leave return"),
            *("maternity leave", "paternity leave", "family leave", "caring leave", "sick leave"),
            *("returner", "returning", "returnee", "return to work", "back to work", "relocated"),
            *("between jobs", "between posts", "between roles", "out of work", "not working"),
            *("unemployed", "job seeker", "jobseeker", "laid off", "made redundant", "redundant"),
            *("Karrierepause", "Auszeit", "Elternzeit", "Sabbatjahr", "Wiedereinsteiger"),
            *("Wiedereinsteigerin", "Wiedereinstieg", "arbeitslos", "arbeitssuchend"),
            *("arbeitsuchend", "zwischen zwei Jobs", "zwischen zwei Stellen"),
        ),
    ),
)
BESIDE_A_ROLE = {
    "contract": "contract",
    "freelance": "contract",
    "interim": "contract",
    "independent": "contract",
    "freiberuflicher": "contract",
    "freiberufliche": "contract",
    "former": "break",
    "formerly": "break",
    "ex": "break",
    "returning": "break",
    "ehemaliger": "break",
    "ehemalige": "break",
}
"""Words before or behind a role that say how, or when, one does it."""
BEHIND = (
    r"\b(?:on|after|back from|returning from|nach)\s+(?:an?\s+|the\s+|der\s+|einer\s+)?"
    r"(?P<named>[^\d_]+)$"
)


@frozen
class Spoken:
    """What somebody typed for a role: the words of the role, and the situation beside them."""

    role: str
    """Empty where a situation alone was named."""
    situation: Situation | None = None
    industry: str | None = None
    """The trade that was named beside the role."""


def spoken_of(curriculum: Curriculum, typed: str) -> Spoken:
    """Take situation and trade out of what was typed for a role; a role's own name stays whole."""
    spoken = _in_situation(curriculum, typed)
    trade = in_trade_of(curriculum, spoken.role)
    return replace(spoken, role=trade.role, industry=trade.industry)


def _in_situation(curriculum: Curriculum, typed: str) -> Spoken:
    wanted = plain_name(typed)
    if not wanted or any(wanted in _names_of(role) for role in curriculum.roles):
        return Spoken(role=typed)
    if named := _situation_called(wanted):
        return Spoken(role="", situation=named)
    return _beside_a_role(wanted) or Spoken(role=typed)


def situation_title(name: str) -> str:
    """Say a situation in words: "On contract"."""
    return next((each.title for each in SITUATIONS if each.id == name), name)


def _names_of(role: Role) -> set[str]:
    return {role.id, *role.replaces, *map(plain_name, (role.title, *role.aliases))}


def _situation_called(wanted: str) -> Situation | None:
    letters = LETTERS.findall(wanted)
    for situation in SITUATIONS:
        for name in (situation.id, situation.title, *situation.aliases):
            if LETTERS.findall(plain_name(name)) == letters:
                return _known(situation.id)
    return None


def _beside_a_role(wanted: str) -> Spoken | None:
    # "Freelance developer", "project manager (contract)", "ex-PMO lead", "PM after a career break".
    if behind := re.search(BEHIND, wanted):
        named = _situation_called(behind["named"])
        before = wanted[: behind.start()].strip(" ,(-")
        if named and before:
            return Spoken(role=before, situation=named)
    words = LETTERS.findall(wanted)
    for place, rest in ((0, words[1:]), (-1, words[:-1])):
        if rest and words[place] in BESIDE_A_ROLE:
            return Spoken(role=" ".join(rest), situation=_known(BESIDE_A_ROLE[words[place]]))
    return None


def _known(name: str) -> Situation:
    return "contract" if name == "contract" else "break"
