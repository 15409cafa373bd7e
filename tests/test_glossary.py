"""The glossary names what there is: each name in its last column stands in the code or in the curriculum."""

import re
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
ROW = re.compile(r"(?m)^\| ([a-zA-Z0-9 ,()]+?) \| .+ \| (.+) \|$")
NAME = re.compile(r"`([^`]+)`")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[a-z]+)*")
"""A name in what stands between two backticks, as `entries` in `[[entries]]`."""


def _rows():
    text = (CHECKOUT / "docs" / "glossary.md").read_text(encoding="utf-8").partition("\n## ")[0]
    return [row for row in ROW.findall(text) if row[0] != "word"]


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


@pytest.mark.parametrize(("word", "names"), _rows(), ids=lambda part: part[:20])
def test_what_a_word_is_called_in_the_code_is_there(word, names):
    found = words_in(names)
    assert found, f"{word} has no name"
    assert [name for name in found if not re.search(rf"\b{name}\b", _source())] == [], word


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
