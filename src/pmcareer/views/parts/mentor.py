"""A mentor who was named: when one spoke last, what to ask next, what to type after a talk."""

from datetime import date

from pmcareer.domain.coaching.mentoring import ToAsk
from pmcareer.views.parts.keys import Keys, or_null
from pmcareer.views.parts.text import if_said, on_day, one_line


def mentor_words(asked: ToAsk, today: date) -> str:
    """Say when one spoke with a mentor last, what to ask next, and what to type after the talk."""
    met = asked.mentor.met_on
    when = f"last spoken {on_day(met, today)}" if met else "no talk on record yet"
    return f"{one_line(asked.mentor.name)}, {when}. {asked.text}{after_a_talk(asked)}"


def after_a_talk(asked: ToAsk) -> str:
    """Say what puts a talk on record; nothing where the curriculum asks nothing of it."""
    return if_said(" After a talk: {}", asked.command)


@or_null
def mentor_keys(asked: ToAsk) -> Keys:
    """Write the same, and whether it is time."""
    spoken = {"name": asked.mentor.name, "last_spoken": asked.mentor.met_on}
    return {**spoken, "due": asked.is_due, "ask": asked.text, "command": asked.command or None}
