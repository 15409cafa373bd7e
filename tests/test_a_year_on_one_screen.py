"""A year of each worked person, evening by evening: the task on one screen, each receipt on half of one."""

import pytest

from lives import PEOPLE, WEEKS, Year
from sweeps import sweep

NEXT, RECEIPT = 22, 14
WIDE = {"COLUMNS": "80"}


class Looked(Year):
    """A year in which every screen of `next` and every receipt of `log` is looked at."""

    around = WIDE

    def _run(self, day, *words):
        result = super()._run(day, *words)
        if words[0] == "log":
            self._look(day, RECEIPT, words, result)
        return result

    def _evening(self, day):
        self._look(day, NEXT, ["next"], super()._run(day, "next"))
        super()._evening(day)

    def _look(self, day, most, words, result):
        lines = result.out.splitlines()
        if not 2 <= len(lines) <= most or max(map(len, lines)) > 80:
            self.complaints.append("\n".join((f"{day} {' '.join(words)}", *lines)))


def a_look_at(name, weeks):
    return Looked(person=PEOPLE[name], weeks=weeks).live().complaints


@pytest.mark.parametrize("name", sweep(["newcomer", "pmo-manager"], quick=["newcomer"]))
def test_the_first_weeks_fit(name):
    assert a_look_at(name, 2) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_a_whole_year_fits(name):
    assert a_look_at(name, WEEKS) == []
