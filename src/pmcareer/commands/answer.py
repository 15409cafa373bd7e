"""`pmcareer answer`: the answer to one of the curriculum's questions."""

from collections.abc import Iterator

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.answering import choice_meant, taken_back
from pmcareer.domain.coaching.because import beside_the_plan, in_force
from pmcareer.domain.coaching.no_longer import no_longer_words
from pmcareer.domain.coaching.prompts import Offer, offers_of, question_of, questions_of
from pmcareer.domain.curriculum.answers import Prompt
from pmcareer.domain.logbook.entries import Answered
from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.picked import chosen_among
from pmcareer.domain.words.lookup import prompt_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored
from pmcareer.views.parts.text import if_said
from pmcareer.views.questions import IN_NO_PLAN, Questions

AS_BEFORE = "As before."
A_NOTE = "Kept as a note, which changes nothing in the plan. Answers that do: pmcareer answer {}"


def run(
    settings: Settings,
    prompt: str,
    text: Typed = None,
    *,
    on: Typed = None,
    note: Typed = None,
    clear: bool = False,
    dry_run: bool = False,
) -> Stored:
    """Keep an answer: one that is picked, or a text; or take back the one that counts.

    Without a text the note is one.
    """
    home = home_of(settings)

    meant = prompt_named(home.curriculum, prompt)
    said = {"text": text, "note": note}
    if clear:
        said["choice"] = taken_back(home.person, meant)
    elif text is None:
        said = {"text": note}
    elif choice := choice_meant(meant, text):
        said = {"choice": choice, "note": note}
    entry = entry_for(settings, Answered, prompt=meant.id, on=on, **said)

    remarks = tuple(_remarks(home, meant, entry))
    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks)


def _remarks(home: Home, prompt: Prompt, entry: Answered) -> Iterator[str]:
    """Say what changes, and what to go on with."""
    if not prompt.answers:
        if prompt.changes:
            yield f"What it changes: {prompt.changes}"
        return
    if entry.choice is None:
        yield A_NOTE.format(prompt.id)
        return
    picked = list(chosen_among(prompt.answers, entry.choice))
    if picked:
        yield from _changed(home, prompt, entry)
    for answer in picked:
        if answer.go:
            yield f"To go on: {answer.go}"


def _changed(home: Home, prompt: Prompt, entry: Answered) -> Iterator[str]:
    """Say what of the plan it changes: what it puts in force, itself or by the profile."""
    after = person_of(home.curriculum, home.logbook.add(entry), home.today)
    others = (each for each in in_force(home.person) if each.id != prompt.id)
    before = {(each.id, each.answer) for each in others}
    new = [each.text for each in in_force(after) if (each.id, each.answer) not in before]
    is_new = entry.choice not in _choices(home, prompt)
    new += beside_the_plan(after, (prompt.id,))
    taken = no_longer_words(home.person, after)
    if taken:
        new.append(taken)
    yield from new or [IN_NO_PLAN if is_new else AS_BEFORE]


def _choices(home: Home, prompt: Prompt) -> list[str]:
    """List what of a question counts already."""
    answers = home.person.given.answers
    return [each.answer.id for each in answers if each.asked is prompt]


def every(settings: Settings) -> Questions:
    """List what can be answered."""
    home = home_of(settings)
    return Questions(
        questions=questions_of(home.person),
        today=home.today,
        in_full=False,
        problems=home.problems,
    )


def one(settings: Settings, prompt: str) -> Questions:
    """Show one question, and what was said of it."""
    home = home_of(settings)
    meant = prompt_named(home.curriculum, prompt)
    return Questions(
        questions=(question_of(home.person, meant),),
        today=home.today,
        in_full=True,
        problems=home.problems,
    )


def titles(settings: Settings, prompt: str) -> tuple[str, list[tuple[str, str]]]:
    """Give a question and its answers, to be picked from: each with what it changes."""
    home = home_of(settings)
    meant = prompt_named(home.curriculum, prompt)
    offers = offers_of(home.person, meant)
    return meant.text, [(each.answer.id, _title(each)) for each in offers]


def _title(offer: Offer) -> str:
    changes = if_said(" ({})", offer.changes)
    return offer.answer.text + changes + if_said(", as it is now", offer.counts)
