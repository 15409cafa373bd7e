"""Gates by their ids, with what asks for them."""

from pmcareer.domain.curriculum.asked_gates import asked_gates

from builders import a_certification, a_curriculum, a_gate, a_move, a_role

BUDGET = a_gate("budget", kind="confirmed", title="A budget of your own")
SMALL = a_curriculum(
    a_role("starter"),
    a_role("lead", gates=(BUDGET, a_gate("leading-12"))),
    a_move("starter", "lead", gates=(a_gate("two-closed", kind="closed", count=2), BUDGET)),
    a_certification("pmp", gates=(a_gate("leading-36", months=36), BUDGET)),
)


def test_every_gate_stands_there_once_with_all_who_ask_for_it():
    found = {gate.id: gate.asked_by for gate in asked_gates(SMALL)}
    assert found == {
        "budget": ("lead", "pmp"),
        "leading-12": ("lead",),
        "leading-36": ("pmp",),
        "two-closed": ("lead",),
    }


def test_others_confirm_what_time_does_not_open():
    by_others = {gate.id for gate in asked_gates(SMALL) if gate.is_by_others}
    assert by_others == {"budget", "two-closed"}


def test_a_gate_without_a_title_is_called_by_its_id():
    titles = {gate.id: gate.title for gate in asked_gates(SMALL)}
    assert (titles["budget"], titles["two-closed"]) == ("A budget of your own", "two closed")
