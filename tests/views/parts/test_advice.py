from pmcareer.domain.coaching.advice import Said
from pmcareer.views.parts.advice import advice_rows

from builders import an_advice

NAME = ("  r01", "quiet")


def test_what_to_do_stands_beside_what_is_said():
    said = Said(advice=an_advice(do="Ask two of them."), text="Others know.")

    assert list(advice_rows(said)) == [
        ("Advice", ["Others know."]),
        ("Try", ["Ask two of them.", NAME]),
    ]


def test_advice_without_anything_to_do_is_one_row():
    said = Said(advice=an_advice(), text="Others know.")

    assert list(advice_rows(said)) == [("Advice", ["Others know.", NAME])]
