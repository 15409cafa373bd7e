"""The glossary names what there is: each name in its last column stands in the code or in the curriculum."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from measuring import nodes_of, parsed
from pmcareer.views.parts.plain_words import GLOSSARY
from running import a_home, run_cli
from sweeps import of_each

from builders import a_profile, finished, worked

CHECKOUT = Path(__file__).parents[1]
ROW = re.compile(r"(?m)^\| ([a-zA-Z0-9 ,()]+?) \| .+ \| (.+) \|$")
NAME = re.compile(r"`([^`]+)`")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[a-z]+)*")
"""A name in what stands between two backticks, as `entries` in `[[entries]]`."""


def _rows():
    text = (CHECKOUT / "docs" / "glossary.md").read_text(encoding="utf-8").partition("\n## ")[0]
    return [row for row in ROW.findall(text) if row[0] != "word"]


def plain_rows():
    """The table of plain words: word and the field's."""
    text = (CHECKOUT / "docs" / "glossary.md").read_text(encoding="utf-8")
    section = text.partition("## Plain words")[2].partition("\n## ")[0]
    return re.findall(r"(?m)^\| (\w.+?) \| (\w.+?) \|$", section)[1:]


def plain_words():
    return [word for words in GLOSSARY.values() for word in words]


def words_in(names):
    return [word for name in NAME.findall(names) for word in WORD.findall(name)]


@cache
def _source():
    files = [*CHECKOUT.glob("src/**/*.py"), CHECKOUT / "data" / "curriculum.toml"]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_word_has_a_row_of_its_own_in_the_order_of_the_alphabet():
    words = [word.lower() for word, _ in _rows()]
    assert len(words) >= 25
    assert words == sorted(set(words))


def _stands_in_the_source(name):
    # Most are single words, which need not be looked for in all of the text.
    return name in _words_of_the_source() or bool(re.search(rf"\b{name}\b", _source()))


@cache
def _words_of_the_source():
    return frozenset(re.findall(r"\w+", _source()))


@of_each(_rows())
def test_what_a_word_is_called_in_the_code_is_there(word, names):
    found = words_in(names)
    assert found, f"{word} has no name"
    assert [name for name in found if not _stands_in_the_source(name)] == [], word


def test_the_plain_words_of_the_documents_are_those_of_the_program():
    assert plain_rows() == [(word.plain, word.field or word.plain) for word in plain_words()]


@of_each(plain_words(), called=lambda word: word.plain)
def test_help_explains_every_plain_word_with_the_fields_beside_it(word):
    told = " ".join(run_cli("help", "words").out.split())
    assert f"{word.plain} {word.explained}" in told
    assert not word.field or f"{word.explained} [{word.field}]" in told


@of_each(plain_words(), called=lambda word: word.plain)
def test_what_the_field_calls_it_is_explained_further_up(word):
    known = [row[0].lower() for row in _rows()]
    said = " ".join(" ".join(row) for row in _rows()).lower()
    for name in (word.field or word.plain).lower().split(" to "):
        assert any(name in each for each in known) or name in said


@cache
def _said():
    """Every text in the code of screens and of the rules' sentences, docstrings left out."""
    texts = []
    for room in ("views", "domain", "exports"):
        for file in (CHECKOUT / "src" / "pmcareer" / room).rglob("*.py"):
            if file.name != "plain_words.py":
                texts += _texts_in(parsed(file.read_text(encoding="utf-8")))
    return "\n".join(texts).lower()


def _texts_in(tree):
    bodies = [node.body for node in nodes_of(tree) if isinstance(getattr(node, "body", None), list)]
    remarks = {id(each.value) for body in bodies for each in body if isinstance(each, ast.Expr)}
    for node in nodes_of(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in remarks
        ):
            yield node.value


@of_each(plain_words(), called=lambda word: word.plain)
def test_every_plain_word_is_one_that_screens_say(word):
    assert word.plain in _said()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("`[[entries]]`", ["entries"]),
        ('`kind = "baseline"`', ["kind", "baseline"]),
        ("`views/*/…Answer`", ["views", "Answer"]),
        ("`p10` … `p95`", ["p10", "p95"]),
        ("`Stage`; JSON: `routes[].steps[]`", ["Stage", "routes", "steps"]),
        ('`standing = "pmo-manager"`', ["standing", "pmo-manager"]),
    ],
)
def test_every_name_is_looked_for_however_it_is_written(names, words):
    assert words_in(names) == words


FIELDS = re.compile(
    r"\bP(?:10|50|80|95)\b|\bslack\b|critical path|\bbaseline\b|\bdrivers?\b|\bcredited\b|\b[SC]PI\b"
)
"""What --detail and JSON may say, and no screen that somebody sees first."""
DEFAULT = (
    "next",
    "next --why",
    "status",
    "plan",
    "plan --why",
    "plan --compare",
    "plan --by 2028-01-01",
    "review",
    "gap",
    "history",
    "profile",
    "certificate",
    "list steps",
    "show rsk-01",
)


def test_no_screen_that_one_sees_first_has_the_words_of_the_field():
    a_home(
        None,
        a_profile(role="project-coordinator", target="tech-pm", hours_per_week=6.0),
        finished("pmf-01", on="2026-11-02", minutes=300),
        worked("pmf-02", 45, on="2026-11-10"),
        finished("tld-01", on="2026-11-12", minutes=200),
    )
    assert run_cli("plan", "--save").code == 0
    for line in DEFAULT:
        result = run_cli(*line.split())
        assert result.out, line
        assert FIELDS.findall(result.out) == [], line
