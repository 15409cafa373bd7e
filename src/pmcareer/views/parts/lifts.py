"""What lifts a skill to its next level, in words and as keys."""

from collections.abc import Iterator, Sequence

from pmcareer.domain.curriculum.items import Exercises
from pmcareer.domain.gates.wording import work_words
from pmcareer.domain.person.next_level import NextLevel
from pmcareer.views.parts.keys import Keys, ids, or_null, picked
from pmcareer.views.parts.text import joined, number, plural

REAL_FROM = 3
LISTED = 3


def lift_words(following: NextLevel) -> Iterator[str]:
    """Say which exercises, how many months of which work, and whose word it takes."""
    done = [name for name in ids(following.core) if name in following.again]
    ahead = [name for name in ids(following.core) if name not in following.again]
    if ahead:
        yield _core("Finish {}", ahead, following)
    if done:
        yield _core("Do {} again", done, following)
    for choices in following.one_of:
        yield _one_of(choices, following)
    if following.months_needed:
        yield _months(following)
    if following.needs_confirmation:
        yield "A rating of 4 or more by somebody else"


def _core(said: str, names: Sequence[str], following: NextLevel) -> str:
    """Name the first exercises: "Finish a, b, c and 4 more, on real work"."""
    words = joined(names)
    if len(names) > LISTED:
        words = f"{', '.join(names[:LISTED])} and {len(names) - LISTED} more"
    real = ", on real work" if following.level >= REAL_FROM else ""
    return said.format(words) + real


def _one_of(choices: Exercises, following: NextLevel) -> str:
    names = joined(ids(choices), "or")
    real = ", on real work and not only shadowed" if following.level >= REAL_FROM else ""
    # What was simulated is finished: finishing is not what lacks.
    verb = "Do" if any(name in following.again for name in ids(choices)) else "Finish"
    return f"{verb} {names}{real}"


def _months(following: NextLevel) -> str:
    if not following.work:
        return (
            "Months of work, of which this skill knows no kind: "
            "only somebody else's word leads here"
        )
    work, have = work_words(following.work), number(following.months_have)
    return f"{plural(following.months_needed, 'month')} of {work} work; {have} on record"


@or_null
def lift_keys(following: NextLevel) -> Keys:
    """Write what the next level takes."""
    return {
        "level": following.level,
        "exercises": ids(following.core),
        "one_of": list(map(ids, following.one_of)),
        **picked(following, "work", "months_needed"),
        "months_have": round(following.months_have, 1),
        "needs_confirmation": following.needs_confirmation,
    }
