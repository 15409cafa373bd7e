"""Whether a word says enough for something to be stored by it: no guess is ever written."""

from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.words.matching import LETTERS
from pmcareer.domain.words.named import Named
from pmcareer.errors import OnlyAGuess

LITTLE = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
"""Words that tell no title from another."""
ENOUGH = 2
"""Words of a title that are no slip of the hand."""


def refuse_guess(meant: Named, word: str) -> None:
    """Refuse a single word of a longer title, though it stands in no other.

    Raises:
        OnlyAGuess: One common word, `log status`; whoever is at a terminal is asked.
    """
    item, wanted = meant.item, plain_name(word)
    is_id = item.id.startswith(wanted.replace(" ", "-")) or wanted in item.replaces
    if not (is_id or tells(wanted, item.title)):
        raise OnlyAGuess(word, item.id, item.title)


def tells(wanted: str, title: str) -> bool:
    """Tell whether words of a title are two that say something, or one that is half of it."""
    words = [word for word in LETTERS.findall(wanted) if word not in LITTLE]
    return len(words) >= ENOUGH or 2 * len(wanted) >= len(title)
