"""Each export declares itself: whoever leaves a part of the declaration out is told here."""

import pkgutil
from importlib import import_module

import pytest
import typer
from typer.core import TyperOption

from pmcareer import exports
from pmcareer.cli.main import app
from pmcareer.commands.export import VALUES
from pmcareer.exports import FORMATS, READERS
from pmcareer.exports.format import declared_in
from running import run_cli

OF_EVERY_FORMAT = {"--output", "--force", "--json", "--help"}
DECLARING = sorted({*FORMATS.values(), *READERS.values()})


def options():
    """The options of `pmcareer export` that not every format has a use for, with their help."""
    menu = typer.main.get_command(app)
    command = menu.get_command(typer.Context(menu), "export")
    return {
        name: param.help
        for param in command.params
        if isinstance(param, TyperOption)
        for name in param.opts
        if name.startswith("--") and name not in OF_EVERY_FORMAT
    }


def test_every_module_that_declares_a_format_can_be_asked_for():
    modules = [module.name for module in pkgutil.iter_modules(exports.__path__)]
    declaring = [
        name for name in modules if hasattr(import_module(f"pmcareer.exports.{name}"), "FORMAT")
    ]
    assert sorted(declaring) == DECLARING


@pytest.mark.parametrize("name", FORMATS)
def test_a_word_leads_to_the_module_that_declares_it(name):
    assert declared_in(FORMATS[name]).name == name


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_is_a_choice_of_the_format_that_has_readers(reader):
    form = declared_in(READERS[reader])
    assert "--for" in form.options
    assert READERS[reader] == FORMATS[form.name] or reader != next(iter(READERS))


@pytest.mark.parametrize("module", DECLARING)
def test_what_a_format_rests_on_can_be_worked_out(module):
    assert declared_in(module).rests_on in VALUES


def test_an_option_concerns_a_format_or_all_of_them():
    concerned = {option for module in DECLARING for option in declared_in(module).options}
    assert concerned == options().keys()


@pytest.mark.parametrize("module", DECLARING)
def test_help_says_of_an_option_which_format_it_concerns(module):
    form, told = declared_in(module), options()
    for option in form.options:
        formats, colon, _ = told[option].lower().partition(": ")
        assert colon
        assert form.name in formats.split(", ")


def test_help_names_every_format_and_every_reader():
    text = run_cli("export", "-h", COLUMNS="80").out
    assert f"FORMAT  {', '.join(FORMATS)}.\n" in text
    assert [reader for reader in READERS if reader not in text] == []


@pytest.mark.parametrize("module", DECLARING)
def test_the_module_of_a_format_says_in_its_first_line_what_it_is(module):
    kind, _, rest = import_module(f"pmcareer.exports.{module}").__doc__.partition(": ")
    assert kind
    assert rest
