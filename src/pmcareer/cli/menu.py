"""The menu: every command by its panel, of which only the one that is asked for gets built.

Typer would build all of them at every start, which costs more than most commands do themselves.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from pmcareer.cli.cards import HELP, MODULES, OTHER_WORDS, TOPICS, Card, card_of
from pmcareer.cli.completion import words
from pmcareer.cli.typer_parts import (
    Command,
    CompletionItem,
    Context,
    Parameter,
    UsageError,
    as_typed,
)
from pmcareer.cli.unquoted import (
    DAY,
    Sorting,
    misdashed,
    quoted,
    shielded,
    unshielded,
    with_dashes,
    with_whole_values,
)
from pmcareer.errors import USAGE, Ambiguous, PmcareerError

KNOWN = (*MODULES, *OTHER_WORDS, HELP)
"""All first words that are commands."""
UNQUOTED = "unquoted"
"""Under which a context keeps a text that seems to have lost its quotes."""
TYPED = "typed"
"""Under which it keeps the words that no option took."""
DAY_MAY_BE_LEFT_OUT = ("--looking",)


class Verb(TyperCommand):
    """One command; its help is ours, and words it has no use for are refused."""

    card: Card

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the parameters, whose values stay text."""
        return as_typed(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, and name the first word that is too much."""
        # Let the parser hand back what is too much: its own complaint names no word.
        ctx.allow_extra_args = True
        ctx.meta[UNQUOTED] = quoted(args, self._valued)
        try:
            rest: list[str] = unshielded(super().parse_args(ctx, self._whole(with_days(args))))
        except UsageError as error:
            # Of an option without its value the parser does not say whose option it is.
            error.ctx = error.ctx or ctx
            raise
        if ctx.resilient_parsing:
            return rest
        for name in self._arguments:
            ctx.params[name] = unshielded(ctx.params[name])
        if self.card.sorts:
            self._sort(ctx, self.card.sorts, rest)
            return []
        if rest:
            raise self._superfluous(ctx.command_path, rest)
        return rest

    def _superfluous(self, path: str, rest: list[str]) -> "_Superfluous":
        """Name the first word that is too much, and where it goes."""
        from pmcareer.cli.places import place_of

        hint = place_of(path, rest, self._valued, self._arguments)
        return _Superfluous(f"{path} has no use for '{rest[0]}'.", hint)

    def _whole(self, args: list[str]) -> list[str]:
        """Join the words of days and times that options take."""
        called = self._valued
        if word := misdashed(args, called):
            message = f"There is no option '{word}'."
            raise _Superfluous(message, f"Did you mean '{with_dashes(word)}'?")
        return shielded(with_whole_values(args, called), called)

    @property
    def _valued(self) -> dict[str, str]:
        """Each option by its names, with what its value is called; "" where it takes none."""
        called: dict[str, str] = {}
        for param in self.params:
            if isinstance(param, TyperOption):
                called.update(dict.fromkeys(param.opts, param.metavar or ""))
        return called

    @property
    def _arguments(self) -> dict[str, str]:
        given = [param for param in self.params if isinstance(param, TyperArgument)]
        return {str(param.name): param.metavar or "" for param in given}

    def _sort(self, ctx: Context, sorts: Sorting, rest: list[str]) -> None:
        """Sort the words that no option takes into the arguments."""
        names = self._arguments
        words = [ctx.params[name] for name in names if ctx.params[name] is not None]
        words += rest
        ctx.meta[TYPED] = words
        ctx.params.update(zip(names, sorts(words), strict=True))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return --help, which shows what is longer than the screen page by page."""
        return _paged(super().get_help_option(ctx))

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401 -- Click's signature
        """Run; on a terminal, ask which of several is meant by a word that fits them all."""
        while True:
            try:
                return super().invoke(ctx)
            except Ambiguous as error:
                from pmcareer.cli.asking import narrowed

                if not narrowed(cast("typer.Context", ctx), error):
                    raise
            except PmcareerError as error:
                self._offer_quotes(ctx, error)
                raise

    def _offer_quotes(self, ctx: Context, error: PmcareerError) -> None:
        """Say of words that can't be meant that they may be the rest of a text, or a day."""
        from pmcareer.cli.places import place_of_day

        is_of_option = error.message.startswith(("-", "LEVEL"))
        if is_of_option or not error.code.startswith(("unknown-", "wrong-value")):
            return
        if text := ctx.meta.get(UNQUOTED):
            error.hint = f"A text of several words goes in quotes: {text}"
        elif DAY not in self._arguments.values():
            words = ctx.meta.get(TYPED, ())
            error.hint = place_of_day(ctx.command_path, words, self._valued) or error.hint

    def get_help(self, ctx: Context) -> str:
        """Write the help of the command."""
        from pmcareer.cli.help import command_help

        return command_help(self.card, self.get_params(ctx), ctx)


def with_days(args: list[str]) -> list[str]:
    """Say today after an option whose day may be left out: `--looking` alone is since today."""
    said: list[str] = []
    for place, word in enumerate(args):
        said.append(word)
        follows = args[place + 1 : place + 2]
        if word in DAY_MAY_BE_LEFT_OUT and (not follows or follows[0].startswith("--")):
            said.append("today")
    return said


class _Superfluous(PmcareerError):
    code = "usage"
    exit_code = USAGE


class Menu(TyperGroup):
    """The group of all commands, built one at a time."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the parameters, whose values stay text."""
        return as_typed(super().get_params(ctx))

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 -- Click's signature
        """List every command in the order of the help."""
        return list(MODULES)

    def get_command(self, ctx: Context, cmd_name: str) -> Verb | None:  # noqa: ARG002 -- as above
        """Build the one command that is asked for."""
        # `help` is in no panel: it stands in none of the help's lists.
        if cmd_name == HELP:
            return _built(HELP_CARD)
        name = OTHER_WORDS.get(cmd_name, cmd_name)
        return _built(card_of(name)) if name in MODULES else None

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Verb | None, list[str]]:
        """Find the command that the first word names, to the letter."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            from pmcareer.cli.first_words import UnknownCommand, typed_for

            raise UnknownCommand(args[0], KNOWN, typed_for(ctx, args))
        # By its own name: answers, errors and help are the same, whichever word was typed.
        return (command.card.name if command else None), command, args[1:]

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return --help, which shows what is longer than the screen page by page."""
        return _paged(super().get_help_option(ctx))

    def get_help(self, ctx: Context) -> str:
        """Write the help of the whole program."""
        from pmcareer.cli.help import sheet_of
        from pmcareer.cli.overview import program_help

        return program_help(self.get_params(ctx), sheet_of(ctx))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands and options, without building a command."""
        from pmcareer.cli.completion import offered_commands

        return [
            *offered_commands(incomplete),
            *Command.shell_complete(self, ctx, incomplete),
        ]


@cache
def _built(card: Card) -> Verb:
    """Let Typer build one command, once, as it does for an app that has no other."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(card.name, cls=Verb)(card.function)
    command = typer.main.get_command(app)
    assert isinstance(command, Verb)  # noqa: S101 -- for the type checker
    command.card = card
    return command


def _paged(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.callback = _show_help
    return option


def _show_help(context: Context, _: Parameter, wanted: bool) -> None:  # noqa: FBT001 -- Click's
    if wanted and not context.resilient_parsing:
        _show(context, context.command.get_help(context))
        raise typer.Exit


def _show(context: Context, text: str) -> None:
    from pmcareer.cli import pager

    pager.write(f"{text}\n", context.find_root().obj.look)


def _topic(words: Sequence[str]) -> list[str]:
    """Join `help exit codes`."""
    return ["-".join(words)]


def _help(
    context: typer.Context,
    command: str = typer.Argument(
        "",
        metavar="COMMAND",
        help=f"A command; or {', '.join(TOPICS)}.",
        autocompletion=words(*MODULES, *TOPICS),
    ),
) -> None:
    """Show help for everything, for one command, or for a topic.

    pmcareer help words explains the words on the screens, pmcareer help options what every
    command takes, and pmcareer help exit-codes what a script is told.
    """
    from pmcareer.cli.help import sheet_of
    from pmcareer.cli.topics import topic_help

    root = context.find_root()
    menu = root.command
    assert isinstance(menu, Menu)  # noqa: S101 -- for the type checker
    if not command:
        _show(context, menu.get_help(root))
        return
    if command in TOPICS:
        _show(context, topic_help(command, menu.get_params(root), sheet_of(root)))
        return
    verb = menu.get_command(root, command)
    if verb is None:
        from pmcareer.cli.first_words import UnknownCommand

        raise UnknownCommand(command, (*KNOWN, *TOPICS))
    _show(
        context,
        verb.get_help(verb.make_context(command, [], parent=root, resilient_parsing=True)),
    )


HELP_CARD = Card(
    name=HELP,
    function=_help,
    examples=("pmcareer help log", "pmcareer help words"),
    json="",
    sorts=_topic,
)
