"""The private parts of Typer that we build on have the shape we rely on.

Tried with 0.26.0, 0.27.3, 0.28.0 and 0.29.2: the tests of this folder pass with each of them, and
the help is the same byte for byte. Typer 0.25 stands on the Click of PyPI, has no `typer._click`,
and is refused by pyproject.toml.
When a newer one fails here, `cli/typer_parts.py` is the one place to mend.
"""

import ast
import inspect
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from measuring import nodes_of, parsed
from pmcareer.cli import typer_parts
from pmcareer.cli.main import app
from pmcareer.cli.menu import Menu

CHECKOUT = Path(__file__).parents[2]
PRIVATE = {
    "Command": "a menu offers its options under TAB, without Typer's building each command",
    "Context": "the type of what Typer hands to help and menu",
    "Parameter": "the type of what help lists",
    "CompletionItem": "what TAB gets",
    "get_completion_script": "the script of a shell other than the one that asks",
    "BashComplete": "what writes offers for bash, to list them with titles",
    "ZshComplete": "what writes offers for zsh, to write them in our order and with titles",
    "FishComplete": "as above, for fish",
    "PowerShellComplete": "as above, for PowerShell",
    "completion_scripts": "the scripts that are printed and installed, to keep our order",
    "add_completion_class": "puts ours in the place of Typer's",
    "ClickException": "what Typer's parser raises, to be told in our words",
    "UsageError": "as above, with the command it is about",
    "NoSuchOption": "as above, to offer the nearest option",
    "MissingParameter": "as above, to name what is missing",
    "BadOptionUsage": "as above, to name the option",
}
"""Each name we take from a private module, and what for."""


def test_every_private_part_is_there_and_has_its_reason():
    ours = {"FILES", "as_typed"}
    assert set(typer_parts.__all__) - ours == PRIVATE.keys()
    assert [name for name in PRIVATE if not hasattr(typer_parts, name)] == []


def test_private_parts_come_through_one_module():
    files = [*(CHECKOUT / "src").rglob("*.py"), *(CHECKOUT / "docs").rglob("*.py")]
    users = {file.name for file in files if any(_private_imports(file))}
    assert users == {"typer_parts.py"}


def _private_imports(file):
    text = file.read_text(encoding="utf-8")
    # Few files name any, and to parse all of them takes a second.
    for node in nodes_of(parsed(text)) if "typer._" in text else ():
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("typer._"):
            yield node.module


def test_a_group_is_a_command_whose_completion_can_be_asked_alone():
    assert issubclass(TyperGroup, typer_parts.Command)
    assert issubclass(TyperCommand, typer_parts.Command)
    signature = inspect.signature(typer_parts.Command.shell_complete)
    assert list(signature.parameters) == ["self", "ctx", "incomplete"]


def test_a_completion_has_a_word_and_its_help():
    item = typer_parts.CompletionItem("log", help="Record")
    assert (item.value, item.help) == ("log", "Record")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_script_is_made_for_a_shell_that_is_named(shell):
    script = typer_parts.get_completion_script(
        prog_name="pmcareer", complete_var="_PMCAREER_COMPLETE", shell=shell
    )
    assert "_PMCAREER_COMPLETE" in script


def test_an_unknown_option_is_an_error_that_knows_its_command():
    error = _raised(_menu(), ["--nope"])
    assert isinstance(error, typer_parts.NoSuchOption)
    assert isinstance(error, typer_parts.UsageError)
    assert error.option_name == "--nope"
    assert error.ctx.command_path == "pmcareer"
    assert "--home" in [name for param in error.ctx.command.params for name in param.opts]


@pytest.mark.parametrize(
    ("typed", "option", "takes_none"),
    [
        pytest.param(["--home"], "--home", False, id="a value is missing"),
        pytest.param(["--plain=3"], "--plain", True, id="a value is too much"),
    ],
)
def test_an_option_and_its_value_are_told_apart_by_the_message(typed, option, takes_none):
    error = _raised(_menu(), typed)
    assert isinstance(error, typer_parts.BadOptionUsage)
    assert error.option_name == option
    assert ("not take a value" in error.format_message()) == takes_none


def test_what_is_missing_is_named_by_its_parameter():
    command = _menu().get_command(_context(), "show")
    error = _raised(command, [])
    assert isinstance(error, typer_parts.MissingParameter)
    assert error.param.metavar == "ID"
    assert error.param.param_type_name == "argument"


def test_values_stay_the_text_that_was_typed():
    command = _menu().get_command(_context(), "list")
    context = command.make_context("list", ["exercises", "--level", "2"], parent=_context())
    assert context.params["level"] == "2"
    assert context.params["what"] == "exercises"
    assert context.params["words"] in ((), [], None)


def test_a_typer_that_coerces_with_pydantic_asks_the_attribute_we_set():
    """0.29 brought it; earlier ones have none and load no Pydantic."""
    core = Path(inspect.getfile(TyperCommand)).read_text(encoding="utf-8")
    has_coercion = "build_runtime_param" in core
    assert ("_runtime_param" in core) == has_coercion


def _menu():
    menu = typer.main.get_command(app)
    assert isinstance(menu, Menu)
    return menu


def _context():
    return _menu().make_context("pmcareer", [], obj={}, resilient_parsing=True)


def _raised(command, typed):
    with pytest.raises(typer_parts.ClickException) as caught:
        command.make_context("pmcareer", typed, obj={})
    return caught.value
