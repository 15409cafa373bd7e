"""Ways in and choices weighed: which of them fit a person, by the curriculum's own conditions."""

from collections.abc import Iterable

from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import holds_for


def fitting_options(person: Person, options: Iterable[Option]) -> tuple[str, ...]:
    """List the ids of options that fit a person, first those that say the most.

    A condition with "not" says whom one is not for: it makes none fit better.
    """
    fitting = [each for each in options if each.when and holds_for(person, each.conditions)]
    fitting.sort(key=_says, reverse=True)
    return tuple(option.id for option in fitting)


def _says(option: Option) -> int:
    return len([text for text in option.when if not text.startswith("not ")])


def option_words(person: Person) -> str:
    """Say in a line which way in fits best, with its first step; "" where none does."""
    options = {each.id: each for each in person.curriculum.options}
    for name in fitting_options(person, options.values())[:1]:
        first = options[name].first[:1] or (options[name].gives or "",)
        title = f"{options[name].title} ({name})"
        return f"{title}, for one. First: {first[0]}. All that fit: pmcareer list options"
    return ""
