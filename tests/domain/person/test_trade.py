"""The curriculum that somebody sees, by what they say of the trade they work in and go into."""

from dataclasses import replace

import pytest

from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    an_exercise,
    an_industry,
    finished,
)

BUILDING = an_industry(
    "building",
    needs=[{"skill": "risk", "most": 1}],
    elsewhere={"tech-pm": "software"},
    default_target="builder",
    replaces=["works"],
)
SOFTWARE = an_industry("software", bridge=["rsk-01"])
CURRICULUM = a_curriculum(
    an_exercise("rsk-01"),
    a_role("starter", needs={"risk": 2}),
    a_role("builder", needs={"risk": 2}),
    a_role("tech-pm", needs={"risk": 2}),
    BUILDING,
    SOFTWARE,
    default_target="tech-pm",
)


def person_with(*entries, curriculum=CURRICULUM):
    return person_of(curriculum, a_logbook(*entries), TODAY)


def trade_with(**says):
    trade = person_with(a_profile(**says)).curriculum.trade
    return trade and (trade.own and trade.own.id, trade.sought and trade.sought.id)


@pytest.mark.parametrize(
    ("says", "trade"),
    [
        ({"role": "builder"}, None),
        ({"industry": "building"}, ("building", "building")),
        ({"industry": "building", "target": "builder"}, ("building", "building")),
        ({"industry": "building", "target": "tech-pm"}, ("building", "software")),
        (
            {"industry": "building", "target": "tech-pm", "target_industry": "building"},
            ("building", "building"),
        ),
        ({"target_industry": "software"}, (None, "software")),
        ({"industry": "works"}, ("building", "building")),
        ({"industry": "shipping"}, None),
        ({"industry": "none"}, None),
    ],
)
def test_the_trade_sought_is_said_or_that_of_the_target_or_ones_own(says, trade):
    assert trade_with(**says) == trade


def test_what_was_said_of_the_trade_is_taken_back_by_none():
    said = a_profile(industry="building")
    person = person_with(said, a_profile(industry="none"))
    assert person.curriculum is CURRICULUM
    assert "industry" not in person.says


def test_trying_another_target_tries_its_trade():
    person = person_with(a_profile(industry="building"))
    assert person.saying(target="tech-pm").curriculum.trade.changes
    assert not person.saying(target="tech-pm").saying(target="builder").curriculum.trade.changes


def test_what_was_finished_stays_finished_in_any_trade():
    person = person_with(finished("rsk-01"), a_profile(industry="building"))
    assert "rsk-01" in person.finished
    assert "rsk-01" in person.saying(industry="none").finished


def test_who_names_no_trade_need_not_wait_until_the_table_is_read():
    def refuse(table):
        raise AssertionError(table)

    lazy = replace(CURRICULUM, catalogue=refuse)
    assert person_with(a_profile(role="builder"), curriculum=lazy).curriculum is lazy
