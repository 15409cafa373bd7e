"""A curriculum in a trade: needs, words and additions laid over it, and taken off again."""

import pytest

from pmcareer.domain.curriculum.trades import in_trade, needs_brought

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_move,
    a_role,
    an_exercise,
    an_industry,
)

WORDS = {
    "id": "rsk-01",
    "title": "Walk the site",
    "deliverable": "A marked plan",
    "accept": ["Somebody walked with you"],
}
NEEDS = {"risk": 2, "tools": 3}


def here(*items, role=None, **keys):
    """The curriculum as it is for one who works in a building trade with these keys."""
    return in_trade(curriculum_with(*items, role=role, **keys), "building", "building")


def curriculum_with(*items, role=None, **keys):
    return a_curriculum(
        an_exercise("rsk-01"),
        an_exercise("tls-01", skill="tools", level=3),
        a_role("starter"),
        role or a_role("lead", needs=NEEDS),
        a_move("starter", "lead", first=("tls-01",)),
        an_industry(**keys),
        *items,
    )


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        ({"add": 1}, 3),
        ({"add": 1, "up_to": 2}, 2),
        ({"add": 3, "up_to": 4}, 4),
        ({"least": 4}, 4),
        ({"least": 1}, 2),
        ({"most": 1}, 1),
        ({"most": 3}, 2),
        ({"add": 1, "roles": ["starter"]}, 2),
    ],
)
def test_a_rule_raises_sets_or_lowers_what_a_role_needs(rule, level):
    assert here(needs=[{"skill": "risk"} | rule]).role["lead"].needs["risk"] == level


def test_nothing_is_added_to_a_skill_that_a_role_does_without():
    seen = here(a_role("other", needs={"tools": 1}), needs=[{"skill": "risk", "add": 1}])
    assert seen.role["other"].needs == {"tools": 1}


def test_a_least_level_holds_for_a_role_that_does_without_the_skill_elsewhere():
    seen = here(a_role("other", needs={"tools": 1}), needs=[{"skill": "risk", "least": 2}])
    assert seen.role["other"].needs == {"tools": 1, "risk": 2}


def test_where_a_map_begins_and_a_detour_need_no_more_than_elsewhere():
    seen = here(a_detour("stint"), needs=[{"skill": "risk", "least": 2}])
    assert (seen.role["starter"].needs, seen.role["stint"].needs) == ({}, {})


def test_an_exercise_has_the_words_of_the_trade_and_keeps_what_progress_hangs_on():
    before, after = curriculum_with().exercise["rsk-01"], here(exercises=[WORDS]).exercise["rsk-01"]
    assert (after.title, after.industry) == ("Walk the site", "building")
    assert (after.id, after.level, after.hours, after.why) == (
        before.id,
        before.level,
        before.hours,
        before.why,
    )
    assert before.industry is None


def test_what_is_added_is_asked_of_the_roles_that_it_is_for():
    seen = here(a_role("other", needs=NEEDS), adds=[{"exercise": "tls-01", "roles": ["lead"]}])
    assert seen.role["lead"].requires == ("tls-01",)
    assert seen.role["other"].requires == ()


def test_what_comes_early_in_the_trade_comes_behind_the_firsts_of_the_move():
    assert here(first=["rsk-01"]).moves[0].first == ("tls-01", "rsk-01")


def test_a_certificate_of_the_trade_says_so():
    seen = here(a_certification("cert"), a_certification("other"), certificates=["cert"])
    assert [each.industries for each in seen.certifications] == [("building",), ()]


def test_it_is_laid_over_once_and_comes_off_whole():
    plain = curriculum_with(needs=[{"skill": "risk", "add": 1}])
    seen = in_trade(plain, "building", "building")
    assert in_trade(seen, "building", "building") is seen
    assert in_trade(seen, None, None) is plain


def test_an_industry_that_nobody_knows_changes_nothing():
    plain = curriculum_with()
    assert in_trade(plain, "shipping", "shipping") is plain


def test_the_usual_role_of_a_trade_is_where_one_heads_for():
    assert here(default_target="starter").goal_role == "starter"


def between(**keys):
    """From a building trade into banking, with the keys of the building trade."""
    bank = an_industry("bank", bridge=["rsk-01"], anew=["risk"])
    return in_trade(curriculum_with(bank, **keys), "building", "bank")


def test_a_change_of_trade_begins_with_its_bridge():
    seen = between()
    assert seen.moves[0].first == ("rsk-01", "tls-01")
    assert seen.role["lead"].requires == ("rsk-01",)


def test_what_a_role_is_worth_is_counted_where_it_is_held_less_what_is_shown_anew():
    seen = between(anew=["tools"], needs=[{"skill": "risk", "add": 1}])
    assert seen.role["lead"].needs == NEEDS
    assert needs_brought(seen, seen.role["lead"]) == {}
    kept = between(needs=[{"skill": "tools", "add": 1}])
    assert needs_brought(kept, kept.role["lead"]) == {"tools": 4}


def test_within_a_trade_all_that_a_role_needs_is_brought():
    seen = here(anew=["tools"], needs=[{"skill": "risk", "add": 1}])
    assert needs_brought(seen, seen.role["lead"]) == {"risk": 3, "tools": 3}
