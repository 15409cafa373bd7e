import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.cli.cards import HELP, MODULES, OTHER_WORDS, cards
from pmcareer.views.parts.typed import ALONE, WITH_WORD, breaks_in, commands_in, held, let_go
from sweeps import of_each


def found_in(text):
    return [text[begin:end] for begin, end in commands_in(text)]


@pytest.mark.parametrize(
    ("sentence", "commands"),
    [
        ("Change it: pmcareer profile --hours-per-week 5", ["pmcareer profile --hours-per-week 5"]),
        ("Join them: pmcareer doctor --fix.", ["pmcareer doctor --fix"]),
        ("wrong? pmcareer undo takes it back", ["pmcareer undo"]),
        ("pmcareer history shows them", ["pmcareer history"]),
        ("See: pmcareer list roles", ["pmcareer list roles"]),
        ("See pmcareer plan --detail for more", ["pmcareer plan --detail"]),
        ('pmcareer log j3 --with "Ada Lovelace", then', ['pmcareer log j3 --with "Ada Lovelace"']),
        ("pmcareer profile --role ROLE or --target ROLE", ["pmcareer profile --role ROLE", "--target ROLE"]),
        ("pmcareer assess risk 1 (or 2, or 3) keeps yours", ["pmcareer assess risk 1"]),
        ("pmcareer assess risk says what each level means", ["pmcareer assess risk"]),
        ("(if it may be gone: pmcareer doctor --accept)", ["pmcareer doctor --accept"]),
        ("pmcareer merge /home/me/laptop.toml.", ["pmcareer merge /home/me/laptop.toml"]),
        ("pmcareer merge laptop.toml", ["pmcareer merge laptop.toml"]),
        ("pmcareer defer j1 --until +14d · again", ["pmcareer defer j1 --until +14d"]),
        ("pmcareer story add --project X", ["pmcareer story add --project X"]),
        ("pmcareer log a-1 --evidence https://x.org/a?b=1", ["pmcareer log a-1 --evidence https://x.org/a?b=1"]),
        ("There is none. Did you mean 'rsk-06' or 'rsk-05'?", ["rsk-06", "rsk-05"]),
        ("There is no 'rsk-99'.", []),
        ("See: pmcareer --help", ["pmcareer --help"]),
        ("a non-d PMO and a co--op ROLE", []),
        ("a newer pmcareer wrote this file", []),
        ("pmcareer adds entries at its end", []),
    ],
)  # fmt: skip
def test_a_command_ends_where_the_sentence_goes_on(sentence, commands):
    assert found_in(sentence) == commands


@given(st.lists(st.sampled_from(("pmcareer", "next", "--", "-", "--until", "ROLE", "a", " ", " "))))
def test_commands_are_found_wherever_a_text_is_searched_for_them(parts):
    text = "".join(parts)
    # Behind two dashes every text is searched.
    searched = [(begin - 3, end - 3) for begin, end in commands_in(f"-- {text}")]
    assert list(commands_in(text)) == searched


def test_every_command_of_the_menu_is_known():
    assert sorted(f"{ALONE}|{WITH_WORD}".split("|")) == sorted([*MODULES, *OTHER_WORDS, HELP])


NO_SENTENCE = re.compile(r"[<>*]| [a-z]+ [a-z]+ ([a-z]+$|\d)| in \d")


def plain_examples():
    """The examples of every help, without what only a shell reads: `- < laptop.toml`."""
    for _, panel in cards():
        for card in panel:
            # A title of several words is typed without quotes, and can't be told from a sentence.
            yield from (line for line in card.examples if not NO_SENTENCE.search(line))


@of_each(list(plain_examples()))
def test_an_example_of_the_help_is_one_command(example):
    assert found_in(f"Type {example}.") == [example]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        pytest.param(80, 1, id="one that fits"),
        pytest.param(48, 2, id="an option with its value"),
        pytest.param(30, 3, id="a quotation whole"),
        pytest.param(16, 4, id="each word"),
    ],
)
def test_a_command_longer_than_a_line_goes_on_at_an_option_where_it_can(width, lines):
    command = 'pmcareer log j3 --outcome "WHAT THEY SAID" --again'
    blanks = list(breaks_in(command, [(0, len(command))], width))
    assert len(blanks) + 1 == lines
    assert {command[blank] for blank in blanks} <= {" "}


def test_what_is_held_comes_back_as_it_was():
    text = "Now pmcareer log a-1, then more"
    held_text = held(text, commands_in(text))
    assert held_text.split() == ["Now", held_text[4:20] + ",", "then", "more"]
    assert let_go(held_text) == text
