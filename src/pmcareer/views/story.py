"""The bank of stories: each with what it lacks, and the matrix of what they cover."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.stories import BANK, Bank
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Story
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.keys import Keys, ids, picked
from pmcareer.views.parts.text import joined, one_line, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Column, Page
    from pmcareer.views.parts.styled import Block

HOW = 'pmcareer story add --project "New CRM"'


@frozen
class Stories(Answer):
    """The bank, to be listed or shown as a matrix."""

    bank: Bank
    titles: Titles
    as_matrix: bool


def render(answer: Stories, page: "Page") -> "Blocks":
    """Draw the stories or the matrix; nothing to show is said with how one begins."""
    bank = answer.bank
    if not bank.stories:
        yield page.line("No story is kept yet. Interviews ask for eight of two minutes each.")
        yield page.line(("The first one: ", "quiet"), (HOW, "item"))
        return
    if not page.piped:
        yield page.heading("Stories", _count(bank))
    yield from _matrix(answer, page) if answer.as_matrix else _list(bank, page)
    if not page.piped:
        yield from _hints(bank, page)


def _count(bank: Bank) -> str:
    count = len(bank.stories)
    if bank.missing:
        return f"{count} of {BANK}"
    return plural(count, "story", "stories")


def _list(bank: Bank, page: "Page") -> "Blocks":
    columns = (
        page.column("on", "quiet"),
        page.column("story", wraps=True, key=True),
        page.column("answers", wraps=True),
        page.column("words", right=True),
        page.column("id", "item"),
    )
    yield page.records(columns, (_row(story, bank) for story in bank.stories))


def _row(story: Story, bank: Bank) -> tuple[str, ...]:
    words, answers = bank.words[story.id], bank.answers[story.id]
    return str(story.on), story.title, ", ".join(answers), str(words), story.id


def _matrix(answer: Stories, page: "Page") -> "Blocks":
    bank = answer.bank
    yield _told(bank.by_question.items(), page.column("question", key=True), page)
    if bank.by_skill:
        yield page.blank()
        titles = answer.titles
        by_title = [(titles.get(name, name), told) for name, told in bank.by_skill.items()]
        yield _told(by_title, page.column("skill", key=True, wraps=True), page)


def _told(stories: Iterable[tuple[str, Sequence[Story]]], first: "Column", page: "Page") -> "Block":
    return page.records(
        (first, page.column("told by", wraps=True)),
        ((name, _titles(told)) for name, told in stories),
    )


def _titles(stories: Sequence[Story]) -> str:
    return "; ".join(one_line(story.title) for story in stories) or "no story yet"


def _hints(bank: Bank, page: "Page") -> "Blocks":
    """Say what the next story should be about, and what the newest lacks."""
    yield page.blank()
    if bank.only_project:
        project = one_line(bank.only_project)
        warning = f"One project carries them all: {project}. Tell of another."
        yield page.line((warning, "warning"))
    if bank.unanswered:
        yield page.line(f"No story yet about {joined(bank.unanswered, 'or')}.")
    # Only of the newest: what older stories lack was said when they were new.
    newest = bank.stories[-1]
    for remark in bank.remarks[newest.id]:
        yield page.line((f"{one_line(newest.title)}: ", "quiet"), remark)


def as_dict(answer: Stories) -> Keys:
    """Return every story with what it answers and lacks, and the matrix."""
    bank = answer.bank
    return {
        "entry": None,
        "stories": [_story_keys(story, bank) for story in bank.stories],
        "wanted": BANK,
        "by_question": {name: ids(stories) for name, stories in bank.by_question.items()},
        "by_skill": {name: ids(stories) for name, stories in bank.by_skill.items()},
        **picked(bank, "unanswered", "only_project"),
    }


def _story_keys(story: Story, bank: Bank) -> Keys:
    return story.as_row() | {
        "words": bank.words[story.id],
        "answers": bank.answers[story.id],
        "remarks": list(bank.remarks[story.id]),
    }
