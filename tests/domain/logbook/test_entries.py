"""A kind of entry is its word, its class and its words on the screen, all three or none."""

from typing import get_args

import pytest

from pmcareer.domain.ground.record import ID_PATTERN
from pmcareer.domain.ground.vocabulary import ENTRY_KINDS, TABLES
from pmcareer.domain.logbook.entries import KINDS, REFERS_TO
from pmcareer.views.parts.entries import DESCRIPTIONS

from builders import an_entry, closed

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
# Gates stand in no table of their own: roles, moves and certifications hold them.
NOT_ONLY_IDS = {"muted"}
"""Keys that hold ids beside other words."""


def test_every_word_has_its_class():
    assert sorted(KINDS) == sorted(ENTRY_KINDS)


def test_every_kind_has_its_words_on_the_screen():
    assert sorted(DESCRIPTIONS) == sorted(ENTRY_KINDS)


@every_kind
def test_a_kind_has_one_word_and_it_is_the_default(kind):
    field = kind.model_fields["kind"]
    assert get_args(field.annotation) == (field.default,)


@every_kind
def test_a_kind_has_no_kinds_of_its_own_so_that_its_type_tells_it(kind):
    assert kind.__subclasses__() == []


@every_kind
def test_a_kind_says_in_which_tables_each_of_its_ids_may_stand(kind):
    ids = {key for key, field in kind.model_fields.items() if _holds_an_id(field)}
    assert kind.model_fields.keys() & REFERS_TO == ids - NOT_ONLY_IDS
    for key in ids - NOT_ONLY_IDS:
        assert set(REFERS_TO[key]) <= {*TABLES, "gates"}


def _holds_an_id(field):
    return ID_PATTERN in f"{field.annotation} {field.metadata}"


def test_a_row_begins_with_what_it_is_and_ends_with_its_id_so_that_a_torn_one_is_no_entry():
    entry = an_entry(
        "finished", exercise="rsk-01", minutes=90, evidence="A link", note="Long", outcome="A list"
    )
    begin, end = ["kind", "on"], ["note", "evidence", "id"]
    assert list(entry.as_row()) == [*begin, "exercise", "minutes", "outcome", *end]


def test_a_row_has_lists_as_the_file_has_them():
    assert closed(skills=("risk",)).as_row()["skills"] == ["risk"]
