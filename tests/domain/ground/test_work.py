import pytest

from pmcareer.domain.ground.work import IMPLIES, counts, share_of
from sweeps import of_each


@of_each(
    [
        ("leading", "leading"),
        ("leading", "delivery"),
        ("leading", "hands-on"),
        ("programme", "leading"),
        ("programme", "hands-on"),
        ("delivery", "hands-on"),
        ("pmo", "pmo+portfolio"),
        ("portfolio", "pmo+portfolio"),
        ("hands-on", "project-related"),
        ("leading", "project-related"),
        ("pmo", "project-related"),
        ("people", "leading+people"),
        *[(kind, "professional") for kind in IMPLIES],
    ]
)
def test_a_month_of_it_counts(kind, work):
    assert counts(kind, work)


@pytest.mark.parametrize(
    ("kind", "work"),
    [
        ("hands-on", "delivery"),
        ("delivery", "leading"),
        ("leading", "programme"),
        ("technical", "hands-on"),
        ("business", "project-related"),
        ("people", "leading"),
        ("business", "pmo+portfolio"),
        ("juggling", "professional"),
    ],
)
def test_a_month_of_it_does_not_count(kind, work):
    assert not counts(kind, work)


def test_a_month_in_a_role_counts_as_its_best_share():
    assert share_of({"delivery": 0.5, "leading": 0.2}, "hands-on") == 0.5
    assert share_of({"delivery": 0.5}, "leading") == 0
