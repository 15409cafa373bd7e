"""Order by cost of delay."""

import pytest

from pmcareer.domain.practice.order import Job, relative_delay_cost, wsjf
from pmcareer.errors import NotComputable


def test_wsjf_is_cost_of_delay_per_duration():
    assert relative_delay_cost(8, 13, 2) == 23
    assert wsjf(Job(id="a", delay_cost=23, weeks=5)) == 4.6


def test_a_job_without_a_size_is_named():
    with pytest.raises(NotComputable, match="a has no size"):
        wsjf(Job(id="a", delay_cost=1, weeks=0))
