"""Commands of every day."""

from functools import partial as prepared

from typer import Context

from pmcareer.cli import completion, unquoted
from pmcareer.cli.boundary import missing
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    CLOCK_IS_RIGHT,
    DRY_RUN,
    EVIDENCE,
    NOTE,
    ON,
    OUTCOME,
    Said,
    argument,
    flag,
    option,
    the_one_of,
    with_or_without,
)
from pmcareer.cli.session import session_of, settings_of
from pmcareer.cli.show import show, show_export, store
from pmcareer.errors import NotTogether

panel = Panel()


@panel.command(
    "next",
    "pmcareer next",
    "pmcareer next 30",
    json="target, task, also, reason, asks, because, awaited, then, practice, "
    "practice_because, not_for_you, advice, time_box_minutes, slice, certificate, mentor",
    sorts=unquoted.title,
)
def next_(
    context: Context,
    time: Said = argument("TIME", "The time you have: 30, 1h30, half an hour."),
    *,
    minutes: Said = option("--minutes -m", "TIME", "The same as TIME."),
    count: Said = option("--count -n", "N", "How many that follow."),
    target: Said = option("--target", "ROLE", "On the way to this role.", completion.goals),
    why: bool = flag("--why", "Every term that put it first."),
    detail: bool = flag("--detail", "All there is to say of it, however long."),
    as_json: bool = AS_JSON,
) -> None:
    """Show today's task: what, why this one, how, and when it is done."""
    from pmcareer.commands.next import run
    from pmcareer.views import next as view

    settings = settings_of(context)
    answer = run(
        settings, time=time, minutes=minutes, target=target, why=why, count=count, detail=detail
    )
    show(context, answer, view, as_json=as_json)


@panel.command(
    "log",
    "pmcareer log pmf-02 90",
    "pmcareer done stakeholder map 45",
    "pmcareer log --partial --minutes 45 --left 3h",
    "pmcareer log pmf-02 45 --part 1",
    "pmcareer log h03 20 last friday",
    'pmcareer log j3 --with "Ada Lovelace"',
    'pmcareer log senior-pm-complex --with "Ada Lovelace" --evidence "mail, 3 May"',
    "pmcareer log pmf-02 --minutes 90 --id timer-4711",
    json="entry, unlocked, awaited, opens_again_on, after_a_no, skill, stage, week, study_before, "
    "study_after, longer, next, part, stored, stored_before, remarks, told",
    sorts=unquoted.title_time_and_day,
)
def log(
    context: Context,
    exercise: Said = argument(
        "EXERCISE",
        "An exercise, practice, step or gate; without one, today's task.",
        completion.loggable,
    ),
    time: Said = argument("TIME", "How long it took: 90, 1h30, 1:30, half an hour."),
    day: Said = argument("DATE", "The day it happened, where it is not today: yesterday, 20 Nov."),
    *,
    minutes: Said = option("--minutes -m", "TIME", "The same as TIME."),
    left: Said = option("--left", "TIME", "What is still to do, with --partial: 90, 3h."),
    part: Said = option(
        "--part", "N", "The part of it that is done: 1, 2 and so on; not the last."
    ),
    on: Said = ON,
    note: Said = NOTE,
    outcome: Said = OUTCOME,
    evidence: Said = EVIDENCE,
    reviewed_by: Said = option("--reviewed-by", "NAME", "Who looked at it."),
    what: Said = option("--what", "TEXT", "What a step was, in a few words."),
    whom: Said = option("--with", "NAME", "Whom a step was about, or who confirmed a gate."),
    partial: bool = flag("--partial", "Worked on it, and it stays open."),
    led: bool = flag("--led", "You led it (taken for granted)."),
    supported: bool = flag("--supported", "You supported who led it."),
    shadowed: bool = flag("--shadowed", "You watched."),
    simulated: bool = flag("--simulated", "Practised, not done on real work."),
    again: bool = flag("--again", "Done a second time on one day."),
    name: Said = option("--id", "ID", "An id of yours: trying again stores it once."),
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Record a finished exercise, and see what it unlocked.

    Any exercise on any past day can be logged, whatever the plan says; a step that is done, and a
    gate that somebody confirmed, too.

    A title needs no quotes. pmcareer done is the same command by another word.

    At a terminal it asks what came of it, or what others answered, and alone how long today's task
    took; Enter leaves either out.
    """
    from pmcareer.commands.log import Line, run
    from pmcareer.views import log as view

    settings = settings_of(context, clock_is_right=clock_is_right)
    said = {
        "note": note,
        "outcome": outcome,
        "evidence": evidence,
        "reviewed_by": reviewed_by,
        "what": what,
        "whom": whom,
        "part": the_one_of(led=led, supported=supported, shadowed=shadowed),
        "mode": "simulated" if simulated else None,
    }
    line = Line(
        word=exercise,
        time=time,
        day=day,
        minutes=minutes,
        left=left,
        piece=part,
        on=with_or_without("--on", day, on),
        name=name,
        partial=partial or part is not None,
        again=again,
        said=said,
    )
    session = session_of(context)
    # A script has said all that it has to say.
    is_all = as_json or dry_run or any(text is not None for text in (name, note, outcome))
    if session.can_ask and not is_all:
        from pmcareer.cli.log_questions import with_answers

        line = with_answers(session, settings, line)
    store(context, prepared(run, settings, line, dry_run=dry_run), view, as_json=as_json)


@panel.command(
    "work",
    "pmcareer work secondment-ask",
    "pmcareer work --print",
    "pmcareer work j5 --example",
    "pmcareer work inv-01 --check inv-01.md",
    "pmcareer work --practice tidewell",
    json="kind, id, title, path, text, checked, figures, not_checked",
    sorts=unquoted.title,
)
def work(
    context: Context,
    item: Said = argument(
        "ID", "An exercise or a step; without one, today's task.", completion.workable
    ),
    *,
    output: Said = option("--output -o", "FILE", "Write it here instead.", completion.files),
    printed: bool = flag("--print", "Print the sheet, and write nothing."),
    example: bool = flag("--example", "Print a good and a poor example, and write nothing."),
    check: Said = option(
        "--check", "FILE", "Say which figures of a filled-in sheet are right.", completion.files
    ),
    practice: Said = option(
        "--practice",
        "FOLDER",
        "Copy the files of the practice firm there, for who has no project.",
        completion.files,
    ),
    as_json: bool = AS_JSON,
) -> None:
    """Write a sheet to work on: what to do, tables to fill in, boxes to tick.

    It goes to work/ID.md beside your logbook, never over a file that is there.
    """
    from pmcareer.commands.work import run
    from pmcareer.views import work as view

    answer = prepared(
        run,
        settings_of(context),
        item,
        output=output,
        is_printed=printed,
        is_example=example,
        check=check,
        practice=practice,
    )
    # Without --json the text alone goes out: it may be piped straight into a file.
    if as_json or not (printed or example):
        store(context, answer, view, as_json=as_json)
    else:
        printed_answer = answer()
        show_export(context, printed_answer, printed_answer.text or "")


@panel.command(
    "undo",
    "pmcareer undo",
    "pmcareer undo k7f3q2m9xd",
    "pmcareer undo stakeholder map",
    json="entry, stored, told, undone, gone, back",
    sorts=unquoted.title,
)
def undo(
    context: Context,
    entry: Said = argument("ID", "An entry by its id, or by what it is about.", completion.entries),
    *,
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Take back the last entry, or the one named by its id or by what it is about.

    Nothing is deleted: directly after an undo, another one brings the entry back.
    """
    from pmcareer.commands.undo import run
    from pmcareer.views import undo as view

    answer = prepared(
        run, settings_of(context, clock_is_right=clock_is_right), entry, note=note, dry_run=dry_run
    )
    store(context, answer, view, as_json=as_json)


@panel.command(
    "answer",
    "pmcareer answer q06 slow",
    'pmcareer answer q06 "My sponsor decides by Friday"',
    "pmcareer answer q06",
    json="entry, stored, told, remarks; without an answer entry, questions (id, title, text, "
    "changes, due, answered, answers)",
)
def answer(
    context: Context,
    prompt: Said = argument("PROMPT", "A question; alone, show it.", completion.prompts),
    text: Said = argument(
        "TEXT", "One of its answers, or your own words in quotes: a note.", completion.answers
    ),
    *,
    on: Said = ON,
    note: Said = NOTE,
    clear: bool = flag("--clear", "Take back the answer that counts."),
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Answer a question: an answer that is picked changes the plan; alone, list them."""
    from pmcareer.cli import asking
    from pmcareer.commands.answer import every, one, run, titles
    from pmcareer.views import questions
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if text is not None and clear:
        raise NotTogether(text, "--clear")
    says_nothing = text is None and not (clear or note)
    if prompt is not None and says_nothing and not on and asking.may_ask(context):
        asked, offered = titles(settings, prompt)
        if offered:
            text = asking.pick(context, asked, offered)
            says_nothing = text is None
    if prompt is None or says_nothing:
        if any((on, note, clear)):
            raise missing(context, "PROMPT and TEXT")
        listed = every(settings) if prompt is None else one(settings, prompt)
        show(context, listed, questions, as_json=as_json)
        return
    answer = prepared(
        run,
        settings,
        prompt,
        text,
        on=on,
        note=note,
        clear=clear,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)


@panel.command(
    "lesson",
    'pmcareer lesson "Ask for the budget before the date" --for "new leads"',
    "pmcareer lesson",
    json="entry, stored, told, remarks; alone entry, lessons",
)
def lesson(
    context: Context,
    text: Said = argument("TEXT", "What you learnt, in quotes."),
    *,
    whom: Said = option("--for", "WHOM", "Whom it may help."),
    on: Said = ON,
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Keep a lesson, and whom it may help; alone, list them."""
    from pmcareer.commands.lesson import every, run
    from pmcareer.views import lessons
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if text is None:
        if any((whom, on, note)):
            raise missing(context, "TEXT")
        show(context, every(settings), lessons, as_json=as_json)
        return
    answer = prepared(
        run,
        settings,
        text,
        whom=whom,
        on=on,
        note=note,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)


@panel.command(
    "defer",
    "pmcareer defer stk-04 in 2 weeks",
    "pmcareer defer j3 --until monday",
    "pmcareer defer",
    json="entry, stored, told, remarks; alone entry, put_off (kind, id, title, until)",
    sorts=unquoted.title_and_day,
)
def defer(
    context: Context,
    word: Said = argument("ID", "The exercise or step that is not for now.", completion.deferrable),
    day: Said = argument("DATE", "The day it may come back: 1 Dec, monday, in 2 weeks."),
    *,
    until: Said = option("--until", "DATE", "The same as DATE."),
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Put an exercise or a step off until a day to come; alone, list what is put off."""
    from pmcareer.commands.defer import every, run
    from pmcareer.views import put_off
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if word is None:
        if any((day, until, note)):
            raise missing(context, "ID")
        show(context, every(settings), put_off, as_json=as_json)
        return
    answer = prepared(
        run,
        settings,
        word,
        day=day,
        until=until,
        note=note,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)
