"""The error boundary: whatever goes wrong ends here, as a sentence, a hint and an exit code."""

from collections.abc import Callable
from errno import ENOMEM

import typer

from pmcareer import __version__
from pmcareer.cli import streams
from pmcareer.cli.look import Look
from pmcareer.cli.outcome import INTERRUPTED, Outcome
from pmcareer.cli.typer_parts import (
    BadOptionUsage,
    ClickException,
    Context,
    MissingParameter,
    NoSuchOption,
    Parameter,
    UsageError,
)
from pmcareer.errors import USAGE, PmcareerError, nearest

OPTIONS_MEANT = {
    **dict.fromkeys(("--time", "--duration", "--mins", "-t"), "--minutes"),
    **dict.fromkeys(("--date", "--day", "--when", "-d"), "--on"),
    **dict.fromkeys(("--to", "--till"), "--until"),
    **dict.fromkeys(("--comment", "--remark", "--message"), "--note"),
    **dict.fromkeys(("--result", "--answer"), "--outcome"),
    **dict.fromkeys(("--who", "--whom", "--person"), "--with"),
}
"""Options that people try first, to what they mean where a command has that."""
SHORTEST = 4
"""Characters of an option, with its dashes, that are no beginning of another yet."""


class Misused(PmcareerError):
    """Say what is wrong with the command line itself."""

    exit_code = USAGE

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.code = code  # type: ignore[misc]


def missing(context: typer.Context, what: str) -> Misused:
    """Return the error for an argument or option that this use of a command can't do without."""
    return Misused(
        "missing-value",
        f"{context.command_path} needs {what}.",
        f"See: {context.command_path} --help",
    )


class Unwritten(PmcareerError):
    """Say that a file or a stream could not be used."""

    code = "input-output"


class AnswerLost(PmcareerError):
    """Say that what was asked is done, and that only the answer did not get out."""

    code = "answer-lost"
    # Whoever tries again because of a failure would have the entry twice.
    exit_code = 0

    def __init__(self, reason: str, stored: tuple[str, ...]) -> None:
        # A sheet or an export is no entry.
        look = "Look at it: pmcareer history" if stored else ""
        super().__init__(f"It is stored; only the answer could not be written: {reason}.", look)
        self.stored = stored


class OutOfMemory(PmcareerError):
    """Say that the system gives no more memory, which is no bug of ours."""

    code = "out-of-memory"

    def __init__(self) -> None:
        super().__init__(
            "There is not enough memory for that.",
            "Close what you don't need, or raise the limit: ulimit -v",
        )


class Crashed(PmcareerError):
    """Say that pmcareer has a bug, without a word of what the user wrote."""

    code = "internal"


def guarded(
    run: Callable[[], None],
    look: Look,
    *,
    as_json: bool,
    outcome: Outcome | None = None,
) -> int:
    """Run a command and return its exit code; failures are told on stderr.

    Once something is stored nothing is a failure any more: what goes wrong after that is said, and
    the exit code is that of the answer.
    """
    ending = outcome or Outcome()
    try:
        run()
    except typer.Exit as leaving:
        ending.tell()
        return leaving.exit_code
    # Whoever presses Ctrl-C knows what they did: no sentence, and the code that shells expect.
    except (KeyboardInterrupt, typer.Abort) as interrupt:
        return 0 if ending.is_stored else getattr(interrupt, "exit_code", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 -- this is the boundary
        return _failed(error, look, ending, as_json=as_json)
    ending.tell()
    return 0


def _failed(error: Exception, look: Look, ending: Outcome, *, as_json: bool) -> int:
    if ending.is_stored and not isinstance(error, AnswerLost):
        return _tell(error, look, AnswerLost(_reason_of(error), ending.stored), as_json)
    if isinstance(error, BrokenPipeError):
        # Whoever read has seen enough, as with `| head`.
        streams.let_go()
        return 0
    return _tell(error, look, explained(error), as_json)


def _reason_of(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return explained(error).message.rstrip(".")


def _tell(
    error: Exception,
    look: Look,
    told: PmcareerError,
    as_json: bool,  # noqa: FBT001 -- as it came
) -> int:
    if look.environment.get("PMCAREER_DEBUG") == "1" and not isinstance(error, PmcareerError):
        import traceback

        traceback.print_exception(error)
    # What stdout still holds can't be written either; Python would complain of it at the end.
    if isinstance(error, OSError):
        streams.let_go()
    # The traceback above is for whoever mends pmcareer; what follows is for everybody.
    if as_json:
        streams.note(_as_json(told))
    # Where memory has run out no module can be loaded, and these words are all ours.
    elif isinstance(told, OutOfMemory):
        streams.note(f"{told.message}\n{told.hint}")
    else:
        _say(told, look)
    return told.exit_code


def explained(error: Exception) -> PmcareerError:
    """Put any failure into our words."""
    if isinstance(error, PmcareerError):
        return error
    if isinstance(error, MemoryError) or getattr(error, "errno", None) == ENOMEM:
        return OutOfMemory()
    if isinstance(error, OSError):
        return _refused(error)
    if isinstance(error, ClickException):
        return _misused(error)
    return Crashed(
        f"Something went wrong inside pmcareer {__version__}: {type(error).__name__}.",
        "PMCAREER_DEBUG=1 shows more. Whether your files are in order: pmcareer doctor",
    )


def _refused(error: OSError) -> PmcareerError:
    reason = error.strerror or type(error).__name__
    if error.filename:
        return Unwritten(f"{error.filename} can't be used: {reason}.")
    if isinstance(error, FileNotFoundError):
        return Unwritten(
            "The folder you are in is gone, so a path can't start from it.", "Go to another one: cd"
        )
    return Unwritten(f"The answer could not be written: {reason}.")


def _misused(error: ClickException) -> PmcareerError:
    """Translate an error of Typer's parser."""
    context = error.ctx if isinstance(error, UsageError) else None
    path = context.command_path if context else "pmcareer"
    see = f"See: {path} --help"
    match error:
        case NoSuchOption():
            message = f"{path} has no option '{error.option_name}'."
            return Misused("unknown-option", message, _meant(error.option_name, context) or see)
        case MissingParameter(param=Parameter() as param):
            return Misused("missing-value", f"{path} needs {_typed(param)}.", see)
        case BadOptionUsage():
            takes_none = "not take a value" in error.format_message()
            what = "takes no value" if takes_none else "needs a value"
            return Misused("missing-value", f"{error.option_name} {what}.", see)
        case _:
            return Misused("usage", _sentence(error.format_message()), see)


def _sentence(text: str) -> str:
    if text.endswith((".", "?", "!")):
        return text
    return f"{text}."


def _meant(option: str, context: Context | None) -> str:
    """Offer the option of this command that looks most like what was typed."""
    known = _options_of(context) if context else []
    usual = [name for name in known if name == OPTIONS_MEANT.get(option)]
    begun = [name for name in known if len(option) > SHORTEST and name.startswith(option)]
    near = usual or begun or nearest(option, known)
    return f"Did you mean '{near[0]}'?" if near else ""


def _options_of(context: Context) -> list[str]:
    """List the options of a command, and those that every command has."""
    params = [*context.command.params, *context.find_root().command.params]
    named = [name for param in params for name in param.opts]
    # An argument has a name as well, which nobody types.
    return [name for name in named if name.startswith("-")]


def _typed(param: Parameter) -> str:
    """Name a parameter as it is typed: TEXT, --until; a FILE... is one at least."""
    shown = param.metavar if param.param_type_name == "argument" else param.opts[0]
    return (shown or param.name or "").removesuffix("...")


def _say(told: PmcareerError, look: Look) -> None:
    from pmcareer.views.parts.text import clean

    # What went wrong is red; whoever sees no red reads it first all the same.
    look.note(clean(told.message), "problem")
    if told.hint:
        look.note(clean(told.hint))


def _as_json(told: PmcareerError) -> str:
    import json

    keys = {"code": told.code, "message": told.message, "hint": told.hint, "stored": told.stored}
    return json.dumps({"error": keys}, ensure_ascii=True)


def is_json(arguments: list[str]) -> bool:
    """Tell whether the answer, and so the failure, is for a script."""
    # What follows -- is text: a note may well say "--json".
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in before
