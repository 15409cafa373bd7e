"""One figure of many rows: which count, what of each, and what is taken of them."""

import pytest

from pmcareer.domain.practice.expression import Expression
from pmcareer.domain.practice.over_rows import Over, over_rows
from pmcareer.domain.practice.table import Row, Table
from pmcareer.errors import BadTable, NoFigure, NoRows, NotOneRow
from sweeps import of_each

WORK = (("web", 3), ("web", 5), ("test", 10), ("data", 2))
TABLE = Table(
    name="work.csv",
    columns=("skill", "days"),
    rows=tuple(
        Row(table="work.csv", line=line, cells={"skill": skill, "days": f"{days}"})
        for line, (skill, days) in enumerate(WORK, 2)
    ),
)


def asked(take, **said):
    texts = {key: said.pop(key) for key in ("where", "of") if key in said}
    return Over(take=take, **said, **{key: Expression(text, None) for key, text in texts.items()})


@of_each(
    [
        (asked("sum", of="days"), 20),
        (asked("mean", of="days"), 5),
        (asked("median", of="days"), 4),
        (asked("max", of="days"), 10),
        (asked("min", of="days"), 2),
        (asked("count"), 4),
        (asked("count", where="skill == 'web'"), 2),
        (asked("sum", of="days", where="days > least"), 15),
        (asked("only", of="days", where="skill == 'data'"), 2),
        (asked("sum", of="days", where="days > 99"), 0),
        (asked("count", where="days > 99"), 0),
        # 8 of web, 10 of test, 2 of data
        (asked("sum", of="days", by="skill", then="max"), 10),
        (asked("sum", of="days", by="skill", then="mean"), 20 / 3),
        (asked("count", by="skill", then="max"), 2),
        (asked("mean", of="days", by="skill", then="sum"), 16),
        (asked("sum", of="days", by="skill", then="count"), 3),
    ]
)
def test_a_figure_is_taken_of_the_rows_that_fit(over, value):
    assert over_rows(TABLE, over, {"least": 3}) == pytest.approx(value)


@pytest.mark.parametrize(
    ("over", "error"),
    [
        (asked("only", of="days"), NotOneRow),
        (asked("only", of="days", where="days > 99"), NotOneRow),
        (asked("mean", of="days", where="days > 99"), NoRows),
        (asked("max", of="days", where="days > 99", by="skill", then="max"), NoRows),
        (asked("most", of="days"), NoFigure),
        (asked("sum", of="days", by="skill"), NoFigure),
        (asked("sum", of="skill"), BadTable),
        (asked("sum", of="days", by="colour", then="max"), BadTable),
    ],
)
def test_what_can_not_be_taken_is_said(over, error):
    with pytest.raises(error):
        over_rows(TABLE, over, {})
