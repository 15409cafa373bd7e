"""The first run: questions to a person at a terminal, options for a script."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from typer import Context

from pmcareer.cli import asking
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    BACKGROUND,
    CLOCK_IS_RIGHT,
    DRY_RUN,
    EDUCATION,
    INDUSTRY,
    PAST_WEEKS,
    PMO_TYPE,
    PROJECTS_LED,
    ROLE,
    TARGET,
    Said,
    SaidOften,
    flag,
    option,
)
from pmcareer.cli.session import session_of, settings_of
from pmcareer.cli.show import store

panel = Panel()
INTRODUCTION = "A few questions. `back` goes back one; Ctrl-C leaves, and nothing is written."
Question = Any
"""What it is made of is loaded once somebody is asked."""


class Interview(Protocol):
    """Questions in their order, and what reads the answers."""

    def question_after(
        self, answers: dict[str, object], asked: Sequence[str] = (), /
    ) -> Question | None:
        """Find the question that is open next."""

    def meant(self, question: Question, typed: str, /) -> object:
        """Find what somebody meant, or raise a PmcareerError."""

    def complete(self, answers: dict[str, object], /) -> object:
        """Read every answer, or raise a PmcareerError."""


@panel.command(
    "start",
    "pmcareer start",
    "pmcareer start --role programmer --since 2024-03 --target tech-pm --no-input",
    json="entry, entries, stored, told, role, target, hours_per_week, task, slice, practice, "
    "study, ready, finish, questions, remarks, weighs",
)
def start(
    context: Context,
    *,
    role: Said = ROLE,
    since: Said = option("--since", "DATE", "In this role since: March 2020, 6 years."),
    left: Said = option("--left", "DATE", "Away from it since: March 2023, 8 months."),
    target: Said = TARGET,
    hours_per_week: Said = option("--hours-per-week", "H", "Hours you can keep each week."),
    past_weeks: Said = PAST_WEEKS,
    projects: Said = PROJECTS_LED,
    pmo_type: Said = PMO_TYPE,
    pmo_services: SaidOften = option(
        "--pmo-services", "WORD,...", "What your PMO really delivers, or none."
    ),
    education: Said = EDUCATION,
    background: Said = BACKGROUND,
    industry: Said = INDUSTRY,
    looking: Said = option("--looking", "[DATE]", "You look for the next post, since that day."),
    detail: bool = flag("--detail", "With every date, every question and what they rest on."),
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Answer six questions, and get a first task of half an hour at most.

    Asks only at a terminal; a script gives the answers as options. What is left out takes its
    default.
    """
    from pmcareer.commands.start import interview, run
    from pmcareer.domain.words.optional import only_said
    from pmcareer.views import start as view

    said = {
        "role": role,
        "since": since,
        "left": left,
        "target": target,
        "hours_per_week": hours_per_week,
        "past_weeks": past_weeks,
        "projects": projects,
        "pmo_type": pmo_type,
        "pmo_services": pmo_services,
        "education": education,
        "background": background,
        "industry": industry,
    }
    answers: dict[str, object] = only_said(said)
    settings = settings_of(context, clock_is_right=clock_is_right)
    if asking.may_ask(context):
        answers = _asked(context, interview(settings), answers)
    # Asked once, however often the answer has to be worked out.
    started = partial(run, settings, answers, looking=looking, detail=detail, dry_run=dry_run)
    store(context, started, view, as_json=as_json)


def _asked(context: Context, questions: Interview, answers: dict[str, object]) -> dict[str, object]:
    """Ask what is still open, and ask again where an answer can't be meant."""
    # What was given as an option is judged first: nobody answers six questions in vain.
    questions.complete(answers)
    session, asked = session_of(context), list[str]()
    session.look.note(INTRODUCTION)
    while question := questions.question_after(answers, asked):
        answer = asking.ask(session, question, partial(questions.meant, question))
        if answer is not None:
            answers[question.key] = answer
            asked.append(question.key)
        elif asked:
            # Whoever goes back answers the question before anew.
            del answers[asked.pop()]
    session.look.note("")
    return answers
