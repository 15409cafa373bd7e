"""From "pmp-2026:p1" to the item of a framework that it means."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import BETWEEN
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.curriculum.serving import Served
from pmcareer.domain.words.lookup import framework_named
from pmcareer.errors import UnknownWord

ITEM = "framework item"
"""What a message calls it."""


def framework_item_named(curriculum: Curriculum, word: str) -> Served | None:
    """Find the item of a framework by its name; None where the word is no such name.

    Raises:
        UnknownWord, AmbiguousWord: there is no such framework, or it has no such item.
    """
    before, between, after = plain_name(word).partition(BETWEEN)
    # Words of a title may have a colon, too; they have blanks as well.
    if not (before and between) or " " in before + after:
        return None
    framework = framework_named(curriculum, before)
    for item in framework.items:
        if after in (item.id, *item.replaces):
            return Served(framework=framework, item=item)
    known = [framework.name_of(item) for item in framework.items]
    typed = f"{framework.id}{BETWEEN}{after}"
    raise UnknownWord(ITEM, typed, known, near=[framework.id])
