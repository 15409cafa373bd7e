"""What is put together without validation is what validation would have made of it."""

from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from pmcareer.domain.curriculum.gate import CertificateGate, ClosedGate, Gates
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Move, Role, ShownInPost, Skill
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.curriculum.tables import ROWS
from pmcareer.domain.ground.record import Record
from pmcareer.storage.curriculum.trusted import trusted
from pmcareer.storage.paths import APART, apart, shipped_curriculum
from pmcareer.storage.toml import parse


class Gated(Record):
    """Something with gates of every kind."""

    gates: Gates = ()


class Proved(Record):
    """Something that one of two kinds of gates proves."""

    by: Annotated[ClosedGate | CertificateGate, Field(discriminator="kind")]


SHIPPED = {**ROWS, "shown_in_post": ShownInPost}
NAMED = {"id": "a", "title": "A"}
ODD = [
    (Skill, {**NAMED, "shown_by": [{"work": "hands-on", "months": 6, "level": 1}]}),
    (Skill, {**NAMED, "fades_after": 24, "levels": []}),
    (Exercise, {**NAMED, "skill": "s", "level": 1, "hours": [1, 2.5, 4]}),
    (Exercise, {**NAMED, "skill": "s", "level": 1, "hours": [1, 2, 3], "alone": {"accept": ["x"]}}),
    (Role, {**NAMED, "work": ["hands-on"], "needs": {"s": 3}, "years": [1, 3]}),
    (Role, {**NAMED, "work": {"hands-on": 1, "team": 0.5}, "weights": {"s": 2}, "from": ["b"]}),
    (Move, {"from": "a", "to": "b", "months": [1, 2, 3], "search": [0, 1, 2]}),
    (ShownInPost, {"months": 12, "level": 2}),
    (Advice, {**NAMED, "priority": 1, "when": [], "text": "T", "weights": {"s": 1}}),
    (Step, {**NAMED, "for": "search", "minutes": 30, "from": "a"}),
    (Step, {**NAMED, "for": ["search", "g"], "minutes": 30, "targets": {"applications": 8}}),
]
GATES = [
    {"kind": "experience", "work": "team", "months": 12, "window_years": 8},
    {"kind": "experience", "work": "team", "months": {"bachelor": 36, "secondary": 60}},
    {"kind": "certificate", "certification": "pmp"},
    {"kind": "closed", "count": 2, "months": [1, 2, 3]},
    {"kind": "services", "of": ["s"], "count": 1, "level": 3},
    {"kind": "confirmed", "months": [0, 1, 2], "on_paper": True},
]


@pytest.mark.parametrize("table", SHIPPED)
def test_each_row_that_is_shipped_is_the_same_record(table):
    file = shipped_curriculum()
    found = parse((apart(file, table) if table in APART else file).read_bytes())
    model, rows = SHIPPED[table], found.get(table, ())
    assert [whole(trusted(model, row)) for row in rows] == [
        whole(model.model_validate(row)) for row in rows
    ]


@pytest.mark.parametrize(("model", "row"), ODD)
def test_so_is_each_that_could_be(model, row):
    made, validated = trusted(model, row), model.model_validate(row)
    assert whole(made) == whole(validated)
    assert made.model_dump_json(by_alias=True) == validated.model_dump_json(by_alias=True)


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_is_one_of_its_kind(gate):
    row = {"gates": [{"id": "g", **gate}, {"id": "h", **GATES[2]}]}
    assert whole(trusted(Gated, row)) == whole(Gated.model_validate(row))


@pytest.mark.parametrize("gate", GATES[2:4])
def test_so_it_is_where_there_are_but_two(gate):
    row = {"by": {"id": "g", **gate}}
    assert whole(trusted(Proved, row)) == whole(Proved.model_validate(row))


def test_a_record_has_its_own_values_and_no_other_one_s():
    first = trusted(Role, {**NAMED, "work": ["hands-on"]})
    second = trusted(Role, {"id": "b", "title": "B"})
    assert (first.id, second.id) == ("a", "b")
    assert (second.work, second.model_fields_set) == ((), {"id", "title"})


def test_a_key_that_nothing_has_is_refused():
    with pytest.raises(KeyError, match="hour"):
        trusted(Exercise, {**NAMED, "skill": "s", "level": 1, "hour": [1, 2, 3]})


def whole(value):
    """Take a record apart: classes and types, values in their order, and what was said of them."""
    if isinstance(value, BaseModel):
        parts = [(name, whole(part)) for name, part in vars(value).items()]
        hidden = (value.__pydantic_extra__, value.__pydantic_private__)
        return type(value), parts, value.model_fields_set, hidden
    if isinstance(value, dict):
        return dict, [(key, whole(part)) for key, part in value.items()]
    if isinstance(value, tuple | list):
        return type(value), [whole(part) for part in value]
    return type(value), value
