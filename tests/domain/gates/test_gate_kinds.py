"""Each kind of gate: known everywhere that kinds are told apart, or a test here fails."""

from pathlib import Path
from typing import get_args

import pytest
from pydantic import TypeAdapter

from pmcareer.domain.curriculum.gate import Gate, LevelGate
from pmcareer.domain.curriculum.links import broken_links
from pmcareer.domain.gates.certificates import clock_for
from pmcareer.domain.gates.on_record import gate_forecasts, gate_status
from pmcareer.domain.gates.wording import (
    by_others_words,
    gate_words,
    opener_words,
    progress_words,
    window_words,
)
from pmcareer.domain.ground.record import Id, Ids
from pmcareer.domain.person.person import person_of
from pmcareer.views.parts.gates import gate_dict, gate_facts, gate_line
from pmcareer.views.parts.items import item_as_dict

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_profile,
    an_exercise,
    certified,
    experience,
)

KINDS = {kind.model_fields["kind"].annotation.__args__[0]: kind for kind in get_args(Gate)}
EACH = {
    "experience": (
        {"work": "pmo+portfolio", "months": 12},
        "12 months of pmo or portfolio work",
        "0 of 12 months, not within twenty years",
    ),
    "certificate": ({"certification": "pmp"}, "the certificate PMP itself", "not yet, likely"),
    "closed": ({"count": 2}, "2 closed projects", "0 of 2: only others can give it"),
    "services": (
        {"of": ["risk", "benefits"], "count": 1, "level": 3},
        "1 of the services risk, benefits at level 3",
        "0 of 1: only others can give it",
    ),
    "confirmed": ({}, "sponsor agrees (confirmed by others)", "only others can give it"),
}
"""Per kind the keys that it needs, what it asks for in words, and how a line on it ends."""
PMP = a_certification("pmp", title="PMP itself", study_hours=[10, 20, 30])
CURRICULUM = a_curriculum(an_exercise("rsk-01"), PMP)


def a_gate_of(kind: str, **keys: object) -> Gate:
    return TypeAdapter(Gate).validate_python(
        a_gate("sponsor-agrees", kind=kind, **(EACH[kind][0] | keys))
    )


def somebody(*entries, curriculum=CURRICULUM):
    return person_of(curriculum, a_logbook(*entries), TODAY)


def test_every_kind_of_gate_is_tried_here():
    assert EACH.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_says_what_it_asks_for_and_how_far_one_is(kind):
    _, words, end = EACH[kind]
    gate = a_gate_of(kind)
    (forecast,) = gate_forecasts(somebody(), (gate,), 8.0)
    assert gate_words(gate, CURRICULUM) == forecast.status.words == words
    line = gate_line(forecast, TODAY)
    assert line.startswith(words)
    assert end in line
    assert gate_dict(forecast)["by_others"] is not gate.has_calendar


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_says_it_better(kind):
    gate = a_gate_of(kind, title="Something to do first")
    assert gate_status(somebody(), gate).words == "Something to do first"


@pytest.mark.parametrize("kind", KINDS)
def test_the_ids_in_each_kind_are_looked_up_and_followed(kind):
    gate = KINDS[kind]
    ids = {
        name
        for name, field in gate.model_fields.items()
        if name != "id"
        and (field.rebuild_annotation() in (Id, Ids) or field.annotation == tuple[Id, ...])
    }
    assert ids == gate.names.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_find_the_same_keys_in_every_kind(kind):
    assert list(gate_facts(a_gate_of(kind))) == list(gate_facts(a_gate_of("experience")))


@pytest.mark.parametrize("kind", KINDS)
def test_the_documents_know_every_kind(kind):
    told = (Path(__file__).parents[3] / "docs" / "curriculum.md").read_text(encoding="utf-8")
    (row,) = (line for line in told.splitlines() if line.startswith("| **kind** | `experience`"))
    assert f"`{kind}`" in row


@pytest.mark.parametrize("kind", KINDS)
def test_a_certification_may_have_each_kind(kind):
    gate = a_gate("other", kind=kind, **EACH[kind][0])
    pmi_acp = a_certification("pmi-acp", gates=[gate], study_hours=[10, 20, 30])
    person = somebody(curriculum=a_curriculum(an_exercise("rsk-01"), PMP, pmi_acp))
    assert broken_links(person.curriculum) == ()
    clock = clock_for(person, pmi_acp, 8.0)
    assert [forecast.gate.kind for forecast in clock.gates] == [kind]
    assert (clock.open_on is None) == (kind == "experience")


def test_gates_for_others_to_open_move_no_certificate():
    gates = [a_gate("said", kind="confirmed"), a_gate("led", work="leading", months=6)]
    item = a_certification("pmp", gates=gates)
    person = somebody(
        experience("leading", "2026-08-22"), curriculum=a_curriculum(an_exercise("rsk-01"), item)
    )
    assert str(clock_for(person, item, 5.0).open_on) == "2027-02-19"


def test_a_certificate_that_waits_for_another_opens_when_that_can_be_held():
    gate = a_gate("held", kind="certificate", certification="pmp")
    item = a_certification("pgmp", gates=[gate])
    pmp = a_certification("pmp", study_hours=[70, 70, 70])
    person = somebody(curriculum=a_curriculum(an_exercise("rsk-01"), pmp, item))
    assert (clock_for(person, item, 5.0).open_on - TODAY).days == 14 * 7
    held = somebody(certified("pmp"), curriculum=person.curriculum)
    assert clock_for(held, item, 5.0).open_on == TODAY


def test_certificates_that_wait_for_one_another_through_gates_are_a_ring():
    items = [
        a_certification(name, gates=[a_gate("held", kind="certificate", certification=other)])
        for name, other in (("pmp", "capm"), ("capm", "pmp"))
    ]
    (finding,) = broken_links(a_curriculum(an_exercise("rsk-01"), *items))
    assert "each of these waits for the next" in finding.message
    hint = "Take one gate that asks for a certificate out of the ring."
    assert (finding.key, finding.hint) == ("gates", hint)


def test_a_ring_is_told_where_its_first_link_stands():
    gate = a_gate("held", kind="certificate", certification="capm")
    items = [a_certification("pmp", gates=[gate]), a_certification("capm", requires=["pmp"])]
    (finding,) = broken_links(a_curriculum(an_exercise("rsk-01"), *items))
    keys = {"pmp": "gates", "capm": "requires"}
    assert finding.key == keys[finding.item]
    assert ("`requires`" in finding.hint) == (finding.key == "requires")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("experience", "0 of 12 months"),
        ("certificate", "not yet"),
        ("closed", "0 of 2"),
        ("services", "0 of 1"),
        ("confirmed", "not yet"),
    ],
)
def test_progress_is_told_in_the_unit_of_the_gate(kind, words):
    assert progress_words(gate_status(somebody(), a_gate_of(kind))) == words


@pytest.mark.parametrize(
    ("years", "words"), [(5, " in the last 5 years"), (7.5, " in the last 7.5 years")]
)
def test_a_window_is_told_in_years(years, words):
    assert window_words(a_gate_of("experience", window_years=years)) == words
    assert not window_words(a_gate_of("experience"))


@pytest.mark.parametrize(
    ("education", "needed"), [(None, 60), ("secondary", 60), ("master", 36), ("associate", 60)]
)
def test_months_by_education_count_on_a_role_too(education, needed):
    gate = a_gate_of("experience", work="leading", months={"secondary": 60, "bachelor": 36})
    person = somebody(*([a_profile(education=education)] if education else []))
    status = gate_status(person, gate)
    assert (status.needed, status.words) == (needed, f"{needed} months of leading work")
    assert gate_words(gate, CURRICULUM) == "60 secondary, 36 bachelor months of leading work"


def test_the_old_spelling_of_a_certification_is_read_as_gates():
    rows = [{"work": "pmo+portfolio", "months": 12}, {"work": "leading", "months": 6}]
    item = a_certification("pmp", experience=rows)
    assert [(gate.kind, gate.id) for gate in item.gates] == [
        ("experience", "pmp-pmo-portfolio"),
        ("experience", "pmp-leading-1"),
    ]


def test_scripts_find_months_of_a_certification_under_the_key_they_know():
    item = a_certification(
        "pmp", gates=[a_gate("led"), a_gate("said", kind="confirmed", title="A reference")]
    )
    keys = item_as_dict(item)
    assert keys["experience"] == [
        {
            "work": "leading",
            "months": 12.0,
            "window_years": None,
            "waived_by": [],
            "complexity": None,
        }
    ]
    assert [gate["title"] for gate in keys["gates"]] == ["A reference"]
    assert "gates" not in item_as_dict(a_certification("pmp", gates=[a_gate("led")]))


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("experience", "pmcareer experience pmo --from DATE"),
        ("certificate", "pmcareer certificate pmp --on DATE"),
        ("confirmed", 'pmcareer log sponsor-agrees --with "NAME" --evidence "WHERE"'),
    ],
)
def test_what_opens_a_gate_is_put_on_record_by_a_command_that_can_be_typed(kind, command):
    assert opener_words(a_gate_of(kind)) == command


@pytest.mark.parametrize(
    ("months", "words"),
    [((1, 3, 9), "1 to 9 months, likely 3"), ((6, 6, 6), "6 months")],
)
def test_months_that_others_take_are_said_to_be_assumed(months, words):
    status = gate_status(somebody(), a_gate_of("closed", months=months))
    said = "2 closed projects, 0 of 2: only others can give it"
    assert by_others_words(status) == f"{said}, assumed to take {words}"


def test_a_gate_that_a_level_asks_for_is_told_from_one_with_a_name():
    months = {"id": "risk-4", "kind": "experience", "work": "risk", "months": 12}
    assert gate_status(somebody(), LevelGate(**months)).is_of_level
    assert not gate_status(somebody(), a_gate_of("experience")).is_of_level
