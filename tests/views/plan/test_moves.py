"""What stands below the picture of a plan."""

import pytest

from running import a_home, run_cli

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    by_way_of_a_post,
    experience,
)

SERVED = experience("technical", "2020-01-01", role="starter", on="2026-11-01")


def exact(count):
    return (count, count, count)


def rows(*arguments):
    """The lines with a label, a label to its words."""
    screen = run_cli("plan", *arguments, COLUMNS="109").out
    found = {}
    for label in ("What helps", "Now", "Next", "Before", "Only others", "Not said"):
        for line in screen.splitlines():
            if line.partition(f"{label}  ")[1] and label not in found:
                found[label] = line.partition(f"{label}  ")[2].strip()
    return screen, found


def a_way(*items, hours=(8, 8, 8), search=(4, 4, 4), takes=(0, 0, 0), gates=()):
    return a_curriculum(
        an_exercise(hours=hours),
        *items,
        a_role("starter", work=("technical",)),
        a_role("tech-pm", needs={"risk": 2}, search=search, gates=tuple(gates)),
        a_move(months=takes),
    )


def test_what_decides_and_what_helps_are_said_in_a_line_each():
    a_home(a_way(takes=(6, 12, 24)), SERVED.model_copy(update={"start": TODAY}))
    screen, said = rows()

    assert "▲ Decides the date: the months as About starter" in screen
    assert said["What helps"].startswith("to keep them as short as they can be: ")
    assert said["What helps"].endswith(" earlier")


def test_where_study_decides_more_of_it_helps():
    a_home(a_way(hours=(300, 400, 500)), SERVED)
    screen, said = rows()

    assert "▲ Decides the date: the study" in screen
    assert said["What helps"].startswith("two more hours a week: ")


def test_months_that_others_count_can_be_on_record_already():
    junior, senior, post = by_way_of_a_post(search=exact(1))
    post = post.model_copy(update={"months": (3, 6, 9)})
    move = a_move("junior", "senior", months=exact(1))
    a_home(a_curriculum(an_exercise(), junior, senior, post, move, default_target="senior"))
    screen, said = rows("--from", "junior")

    assert "▲ Decides the date: 12 months of business" in screen, screen
    assert said["What helps"].startswith("months of it that you have and did not record: up to")
    assert said["Before"].endswith(" month in your role and About post")


def test_what_to_do_now_has_its_hours_and_what_is_next_is_another_thing():
    more = (an_exercise("agi-01", skill="risk"), an_exercise("agi-02", skill="risk"))
    a_home(a_way(*more), SERVED)
    _, said = rows()

    first = run_cli("plan", "--json").json["first"]
    assert first in said["Now"]
    assert said["Now"].endswith(" h")
    assert said["Next"]
    assert first not in said["Next"]


def test_before_one_applies_three_fifths_of_the_study_are_to_be_done():
    a_home(a_way(hours=exact(100)), SERVED)

    assert rows()[1]["Before"] == "you apply as About tech-pm: 60 of its 100 h of study"


def test_who_looks_already_is_told_since_when():
    a_home(a_way(), SERVED, a_profile(looking=TODAY.replace(month=8)))

    expected = "you are About tech-pm: the search, begun 21 Aug 2026 and 8 h of study"
    assert rows()[1]["Before"] == expected


def test_who_never_said_where_they_stand_is_not_said_to_stand_at_the_goal():
    first = run_cli("plan", "programmer").out.splitlines()[0]

    assert first == "Programmer or analyst  from nothing, straight"


def test_what_only_others_give_is_named_with_how_much_of_it_there_is():
    gates = [
        a_gate("two", kind="closed", count=2, months=(1, 2, 3)),
        a_gate("said", kind="confirmed", title="A budget", months=(1, 2, 3)),
        a_gate("also", kind="confirmed", title="A team", months=(1, 2, 3)),
    ]
    a_home(a_way(gates=gates), SERVED)

    expected = "can give: 2 closed projects (0 of 2); A budget; 1 more: --detail"
    assert rows()[1]["Only others"] == expected


@pytest.mark.parametrize("role", ["programmer", "pmo-manager"])
def test_what_was_not_said_is_asked_with_its_command(role):
    run_cli("profile", "--role", role, "--target", "portfolio-pmo")

    asked = f"Since when? pmcareer profile --role {role} --since DATE"
    assert rows()[1]["Not said"] == asked


@pytest.mark.parametrize(
    ("role", "target"), [("junior-pm", "portfolio-manager"), ("team-lead", "senior-pm")]
)
def test_it_says_how_many_rows_there_was_no_room_for_and_where_they_stand(role, target):
    run_cli("profile", "--role", role, "--target", target)
    screen = run_cli("plan", COLUMNS="80").out
    rows = run_cli("plan", "--json").json["routes"][0]["timeline"]

    whole = sum(row["kind"] != "search" for row in rows)
    _, axis, below = screen.partition("  today  ")
    picture, _, after = below.partition("likely  ")
    drawn = picture.count("\n") - 1
    assert axis
    assert drawn < whole
    assert f"\n  {whole - drawn} more rows: --detail\n" in after


def test_posts_stay_in_the_picture_where_words_can_give_way():
    run_cli("profile", "--role", "junior-pm", "--target", "portfolio-manager")
    screen = run_cli("plan", COLUMNS="80").out
    rows = run_cli("plan", "--json").json["routes"][0]["timeline"]
    posts = [row for row in rows if row["kind"] in ("post", "detour")]
    drawn = [
        row
        for row in posts
        if any(line[2:].startswith(row["title"]) for line in screen.splitlines())
    ]

    assert drawn == posts
    piped = run_cli("plan").out
    assert all(f"\n{row['title']}" in piped for row in rows)


@pytest.mark.parametrize(
    ("role", "target"), [("junior-pm", "portfolio-manager"), ("pmo-manager", "portfolio-pmo")]
)
def test_a_narrow_page_draws_every_post_too(role, target):
    run_cli("profile", "--role", role, "--target", target)
    screen = run_cli("plan", COLUMNS="40").out.splitlines()
    rows = run_cli("plan", "--json").json["routes"][0]["timeline"]
    posts = [row["title"] for row in rows if row["kind"] in ("post", "detour")]
    # A title that is longer than its fifteen columns is cut there.
    drawn = [title for title in posts if any(line[2:].startswith(title[:12]) for line in screen)]
    assert len(posts) > 1
    assert drawn == posts
