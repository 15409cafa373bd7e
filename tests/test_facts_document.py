"""The list of facts in docs/curriculum.md is the registry's, word for word.

`python tests/test_facts_document.py --update` writes it anew.
"""

import re
import sys
from pathlib import Path

from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.domain.roadmap import facts as _declared  # noqa: F401 -- declares them
from pmcareer.domain.roadmap.fact import FACTS, Fact

DOCUMENT = Path(__file__).parents[1] / "docs" / "curriculum.md"
BEGIN, END = "<!-- facts, written by tests/test_facts_document.py -->\n", "<!-- end of facts -->\n"
LIST = re.compile(f"(?s){re.escape(BEGIN)}(.*?){re.escape(END)}")
HEADER = "| fact | it is | what it says | it fills |\n|---|---|---|---|\n"


def test_the_documents_list_every_fact_as_it_is_declared():
    assert LIST.findall(_text()) == [_listed()]


def test_every_fact_is_explained_by_one_sentence():
    for fact in FACTS.values():
        assert re.fullmatch(r"[A-Z][^\n]*\.", _sentence(fact)), fact.name


def test_the_ids_that_a_word_can_be_stand_in_a_table_of_a_curriculum():
    assert {fact.ids_of for fact in FACTS.values()} <= {"", *TABLES}


def test_a_word_is_one_of_a_closed_set_an_id_or_free():
    for fact in FACTS.values():
        assert not (fact.words and fact.ids_of), fact.name
        assert fact.kind == "word" or not (fact.words or fact.ids_of), fact.name


def _text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def _listed() -> str:
    return HEADER + "".join(_row(fact) for fact in FACTS.values())


def _row(fact: Fact) -> str:
    name = f"{fact.name}_<{fact.each}>" if fact.each else fact.name
    blanks = ", ".join(f"`{{{blank}}}`" for blank in fact.blanks)
    return f"| `{name}` | {_kind(fact)} | {_sentence(fact)} | {blanks} |\n"


def _kind(fact: Fact) -> str:
    if fact.ids_of:
        return f"an id of {fact.ids_of}"
    return ", ".join(f"`{word}`" for word in fact.words) or fact.kind


def _sentence(fact: Fact) -> str:
    return fact.meaning.partition("\n\n")[0]


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("It takes --update, and nothing else.")
    DOCUMENT.write_text(LIST.sub(lambda _: BEGIN + _listed() + END, _text()), encoding="utf-8")
