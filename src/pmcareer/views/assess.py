"""What can be seen at each level of a skill, where one stands, and what the next level takes."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.items import Role, Skill
from pmcareer.domain.curriculum.samples import Sample
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.person.earned import SELF_RATED_AT_MOST
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.person.next_level import NextLevel
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys, picked, picked_each
from pmcareer.views.parts.lifts import lift_keys, lift_words
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

SOURCES = {
    "self": "you",
    "manager": "your manager",
    "peer": "a peer",
    "certificate": "a certificate",
}


@frozen
class Descriptors(Answer):
    """What can be seen at each level of these skills and traits, and where one stands."""

    skills: tuple[Skill, ...]
    traits: tuple[Trait, ...]
    levels: Mapping[str, SkillLevel]
    following: Mapping[str, NextLevel | None]
    """What the next level of each skill takes; None at the highest."""
    ratings: Mapping[str, Mapping[str, int]]
    """The newest rating of each trait by each source."""
    role: Role | None
    """The role from which levels are assumed."""
    alone: bool
    """Whether one skill or trait was asked for."""
    samples: tuple[Sample, ...] = ()
    """Graded pieces of work of the one skill that was asked for."""


def render(answer: Descriptors, page: "Page") -> "Blocks":
    """Show the descriptors of each skill, then the anchors of the traits."""
    for skill in answer.skills:
        yield from _skill(skill, answer, page)
    if answer.traits:
        yield page.heading("Traits", "rated by others, never part of a skill")
        yield page.facts((item.id, _trait(item, answer)) for item in answer.traits)
    if not answer.alone and answer.skills:
        yield _example(answer.skills[0].id, page)
    elif answer.traits:
        yield _example(answer.traits[0].id, page)


def _skill(skill: Skill, answer: Descriptors, page: "Page") -> "Blocks":
    level = answer.levels[skill.id].level
    yield page.heading(one_line(skill.title), f"{skill.id}, you: level {level}")
    # A skill without descriptors of its own has the words that all levels are called by.
    yield page.facts((str(level), text) for level, text in enumerate(skill.levels or LEVELS))
    if answer.alone:
        yield from _samples(answer.samples, page)
        yield from _you(answer, skill, page)


def _samples(samples: tuple[Sample, ...], page: "Page") -> "Blocks":
    """Show how good is good: pieces of work, and which level each is."""
    for sample in samples:
        yield page.blank()
        yield page.heading(f"This is level {sample.level}")
        yield page.paragraphs(one_line(sample.text), indent=2)
        yield page.paragraphs(one_line(f"{sample.why} {sample.why_not}"), indent=4)


def _example(name: str, page: "Page") -> "Block":
    return page.quiet(f"Example: pmcareer assess {name} 3 --by manager")


def _you(answer: Descriptors, skill: Skill, page: "Page") -> "Blocks":
    """Show each source apart, then what the next level takes."""
    yield page.blank()
    yield page.heading("You", "by each source; the highest counts")
    yield page.facts(_by_source(answer.levels[skill.id], answer.role))
    following = answer.following[skill.id]
    if following:
        yield page.blank()
        yield page.heading(f"For level {following.level}")
        yield page.bullets(_missing(following, skill))


def _by_source(level: SkillLevel, role: Role | None) -> Iterator[tuple[str, str]]:
    yield "earned by what you logged", str(level.earned)
    for source, name in SOURCES.items():
        if source in level.assessed:
            yield f"said by {name}", _rating(level.assessed[source], source)
    if role and level.assumed:
        yield f"assumed of a {one_line(role.title)}", f"{level.assumed}, until somebody assesses it"
    if level.shown:
        yield "shown by your record", f"{level.shown}, until somebody assesses it"


def _rating(rated: int, source: str) -> str:
    # What one says of oneself counts up to a level, and is shown as it was said:
    # "5, counts as 3".
    if source == "self" and rated > SELF_RATED_AT_MOST:
        return f"{rated}, counts as {SELF_RATED_AT_MOST}"
    return str(rated)


def _missing(following: NextLevel, skill: Skill) -> Iterator[str]:
    yield from lift_words(following)
    if following.is_by_word_alone:
        yield "No exercise of this curriculum leads there: it is for somebody to say"
        if following.level <= SELF_RATED_AT_MOST:
            yield f"Your own word: pmcareer assess {skill.id} {following.level}"
    example = f"pmcareer assess {skill.id} {following.level} --by manager --evidence URL"
    yield f"Or somebody's word for all of it: {example}"


def _trait(item: Trait, answer: Descriptors) -> str:
    ratings = answer.ratings.get(item.id, {})
    words, anchor = one_line(item.title), one_line(item.anchor or item.summary or "")
    if anchor:
        words += f": {anchor}"
    rated = [f"{SOURCES[source]} {ratings[source]}" for source in SOURCES if source in ratings]
    if rated:
        return f"{words} ({', '.join(rated)})"
    return words


def as_dict(answer: Descriptors) -> Keys:
    """Return the descriptors from level 0 on, and where one stands by each source."""
    return {
        "entry": None,
        "skills": [_skill_keys(skill, answer) for skill in answer.skills],
        "traits": [_trait_keys(item, answer) for item in answer.traits],
    }


def _skill_keys(skill: Skill, answer: Descriptors) -> Keys:
    level, following = answer.levels[skill.id], answer.following[skill.id]
    return {
        **picked(skill, "id", "title"),
        "level": level.level,
        "levels": skill.levels,
        "earned": level.earned,
        "assessed": {source: level.assessed.get(source) for source in SOURCES},
        **picked(level, "assumed", "shown"),
        "next": lift_keys(following),
        "samples": picked_each(answer.samples, "level", "text", "why", "why_not"),
    }


def _trait_keys(item: Trait, answer: Descriptors) -> Keys:
    return picked(item, "id", "title", "anchor") | {"rated": answer.ratings.get(item.id, {})}
