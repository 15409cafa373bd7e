"""The words that default screens say, and the field's words for them in --detail and in JSON.

`pmcareer help words` prints this table, and docs/glossary.md lists it; a test looks each word up
in what screens say.
"""

from collections.abc import Mapping

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.text import if_said


@frozen
class Word:
    """A plain word, the field's words for it, and what it means."""

    plain: str
    field: str
    """As --detail and JSON have it; empty where they say the same."""
    explained: str

    @property
    def told(self) -> str:
        """What it means, with the field's word in brackets."""
        return f"{self.explained}{if_said(' [{}]', self.field)}"


GLOSSARY: Mapping[str, tuple[Word, ...]] = {
    "Dates": (
        Word(
            plain="as likely as not",
            field="P50",
            explained="Half of those who keep going are there by this day: a toss-up.",
        ),
        Word(
            plain="safe to promise",
            field="P80",
            explained="Eight in ten of those who keep going are there by this day. Name this "
            "one to others.",
        ),
        Word(
            plain="likely to safe",
            field="P50 to P80",
            explained="Two days: the first as likely as not, the second safe to promise.",
        ),
        Word(
            plain="decides the date",
            field="driver",
            explained="Your date waits for this more often than for anything else: sooner here is "
            "sooner there.",
        ),
        Word(
            plain="can wait",
            field="slack",
            explained="How long it can be put off before the date of its post moves.",
        ),
        Word(
            plain="only others can give",
            field="gate",
            explained="Somebody has to award or confirm it: no hour of study brings it. How long "
            "that takes is assumed.",
        ),
        Word(
            plain="search for a post",
            field="search",
            explained="From ready for a role to in it. Others decide how long.",
        ),
        Word(
            plain="saved plan",
            field="baseline",
            explained="The dates as they stood on the day of pmcareer plan --save; what moved "
            "since is told against them.",
        ),
    ),
    "Work": (
        Word(
            plain="exercise",
            field="",
            explained="A piece of work with a result, a checklist and an estimate in hours.",
        ),
        Word(
            plain="step",
            field="action",
            explained="Something to do with people: ask, agree, apply. Minutes to two hours.",
        ),
        Word(
            plain="practice",
            field="",
            explained="A habit of 2 to 25 minutes, kept daily, weekly or monthly.",
        ),
        Word(
            plain="part",
            field="",
            explained="A piece of an exercise, in its order: the first takes half an hour at "
            "most. pmcareer log ID --part 1 says that it is done.",
        ),
        Word(
            plain="sheet",
            field="",
            explained="A file to do an exercise or a step in, with the tables to fill in: "
            "pmcareer work ID.",
        ),
        Word(
            plain="practice firm",
            field="",
            explained="A made-up firm with its files, for whoever has no project: "
            "pmcareer help practice.",
        ),
        Word(
            plain="simulated",
            field="",
            explained="Practised, not done on real work: it lifts a skill to level 2 at most.",
        ),
        Word(
            plain="h left",
            field="credited hours",
            explained="Estimated hours that are left. What is finished counts as estimated, "
            "whatever it took.",
        ),
        Word(
            plain="promise",
            field="hours_per_week",
            explained="The hours a week that you mean to study.",
        ),
        Word(
            plain="pace",
            field="",
            explained="The estimated hours that you finish in a week; before you have any, your "
            "promise.",
        ),
        Word(
            plain="longer than estimated",
            field="bias",
            explained="How your exercises compare with their estimates.",
        ),
        Word(
            plain="covered",
            field="",
            explained="You have shown, or your role says, that you can do it already.",
        ),
    ),
    "The way": (
        Word(
            plain="route",
            field="",
            explained="The posts from today's role to the one you want, and what each asks for.",
        ),
        Word(
            plain="post",
            field="stage",
            explained="A role that you take on the way, for its months.",
        ),
        Word(
            plain="detour",
            field="",
            explained="A post that you take for its months and come back from, as a secondment.",
        ),
        Word(
            plain="gate",
            field="",
            explained="What time or other people decide, as months in a post or a certificate.",
        ),
        Word(
            plain="level",
            field="",
            explained="How well you can do something: 0 none, 1 aware, 2 practised, 3 "
            "competent, 4 proficient, 5 expert.",
        ),
    ),
}
"""A heading to its words, in the order in which one meets them."""
