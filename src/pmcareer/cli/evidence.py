"""Commands that take out what was put on record."""

from functools import partial

from typer import Context

from pmcareer.cli import completion, streams
from pmcareer.cli.boundary import missing
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    CLOCK_IS_RIGHT,
    DRY_RUN,
    NOTE,
    Said,
    SaidOften,
    argument,
    either,
    flag,
    option,
)
from pmcareer.cli.session import session_of, settings_of
from pmcareer.cli.show import show, show_export, store
from pmcareer.errors import NotTogether, WrongValue
from pmcareer.exports import FORMATS, READERS

panel = Panel()
USES = ("add", "list", "matrix")
QUESTIONS = {
    "title": "What do you call it?",
    "situation": "Situation: where was it, who was there, what was at stake?",
    "task": "Task: what was yours to do?",
    "action": "Action: what did you do, step by step? Say I.",
    "result": "Result: what came of it, in numbers?",
}


@panel.command(
    "story",
    'pmcareer story add --project "New CRM"',
    "pmcareer story",
    "pmcareer story matrix",
    json="entry and told when one is added, else stories, wanted, by_question, by_skill, "
    "unanswered, only_project",
)
def story(
    context: Context,
    use: str = argument("USE", either(USES), completion.words(*USES), default="list"),
    *,
    source: Said = option("--from", "ENTRY", "The entry it grows from.", completion.entries),
    project: Said = option("--project", "TITLE", "The closed project it is about."),
    title: Said = option("--title", "TEXT", "What you call it."),
    situation: Said = option("--situation", "TEXT", "Where it was."),
    task: Said = option("--task", "TEXT", "What was yours to do."),
    action: Said = option("--action", "TEXT", "What you did."),
    result: Said = option("--result", "TEXT", "What came of it."),
    skills: SaidOften = option("--skills", "ID,...", "Skills it shows.", completion.skills),
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Keep a story for interviews: situation, task, action, result; alone, list them.

    What is not given as an option is asked on a terminal. The matrix shows which of the eight
    classic questions, and which skills, your stories answer.
    """
    from pmcareer.commands.story import every, origin_notes, origin_title, run
    from pmcareer.views import story as view
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    told = dict(zip(QUESTIONS, (title, situation, task, action, result), strict=True))
    if use not in USES:
        raise WrongValue("USE", use, f"one of: {', '.join(USES)}")
    if use != "add":
        if any((source, project, skills, note, dry_run, *told.values())):
            raise missing(context, "the word add: pmcareer story add")
        show(context, every(settings, as_matrix=use == "matrix"), view, as_json=as_json)
        return
    if source is not None and project is not None:
        said = (f"--from {source}", f"--project {project}")
        raise NotTogether(*said)
    named = origin_title(settings, source=source, project=project)
    may_ask = session_of(context).can_ask and not as_json
    if may_ask and None in told.values():
        # What one wrote at work tells more than what one remembers of it.
        for quoted in origin_notes(settings, source=source):
            streams.note(f"From its sheet, {quoted}")
    answer = partial(
        run,
        settings,
        source=source,
        project=project,
        skills=skills or (),
        note=note,
        dry_run=dry_run,
        **_asked(context, told, named, may_ask=may_ask),
    )
    store(context, answer, stored, as_json=as_json)


def _asked(
    context: Context, told: dict[str, str | None], named: str | None, *, may_ask: bool
) -> dict[str, str | None]:
    """Ask for what was not given, where somebody can answer; the source names a story, too."""
    needed = [name for name, text in told.items() if text is None]
    if named and "title" in needed:
        needed.remove("title")
    # A script must not wait for somebody who is not there.
    if needed and not may_ask:
        raise missing(context, f"--{needed[0]}")
    if needed and named:
        streams.note(f"About: {named}")
    for name in needed:
        told[name] = _answer(name)
    return told


def _answer(name: str) -> str:
    """Ask until something is said."""
    said = ""
    while not said:
        said = streams.ask(f"{QUESTIONS[name]}\n> ")
    return said


@panel.command(
    "export",
    "pmcareer export markdown --output portfolio.md",
    'pmcareer export html --name "Ada Lovelace" --output ada.html',
    "pmcareer export markdown --for mentor",
    "pmcareer export worksheet --certificate pmp",
    "pmcareer export ics --weeks 8 --at 18:30 --output study.ics",
    json="kind, file, text",
)
def export(
    context: Context,
    what: str = argument(
        "FORMAT", f"{', '.join(FORMATS)}.", completion.words(*FORMATS), default=...
    ),
    *,
    output: Said = option(
        "--output -o", "FILE", "Write a file; - is standard output.", completion.files
    ),
    force: bool = flag("--force", "Write over a file that is there."),
    certificate: Said = option(
        "--certificate", "ID", "Worksheet: for this one.", completion.certifications
    ),
    reader: Said = option(
        "--for",
        "READER",
        "Markdown: employer (a portfolio) or mentor (a report).",
        completion.words(*READERS),
    ),
    weeks: Said = option("--weeks", "N", "ICS: weeks to come, 4 or up to 26."),
    at: Said = option("--at", "TIME", "ICS: when you study, 18:00."),
    name: Said = option("--name", "NAME", "JSON, JSONResume, Markdown, HTML, SVG: whose it is."),
    with_notes: bool = flag("--with-notes", "HTML: notes, lessons, answers and names go out too."),
    as_json: bool = AS_JSON,
) -> None:
    """Take your record out: a page, a picture, a resume, a calendar, a table, everything.

    The text goes to standard output, or to a file that is written whole or not at all.
    """
    from pmcareer.commands.export import run
    from pmcareer.views import export as view

    answer = partial(
        run,
        settings_of(context),
        what,
        output=output,
        force=force,
        certificate=certificate,
        reader=reader,
        weeks=weeks,
        at=at,
        name=name,
        with_notes=with_notes,
    )
    # Without either, the text alone goes out: it may be piped straight into a file.
    if as_json or output not in (None, "-"):
        store(context, answer, view, as_json=as_json)
    else:
        exported = answer()
        show_export(context, exported, exported.text)
