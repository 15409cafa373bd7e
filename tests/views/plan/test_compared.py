"""`plan --compare`: the routes on one axis, and what differs between them."""

import re
from datetime import date

from running import a_home, run_cli

from builders import a_curriculum, a_gate, a_move, a_role, an_exercise

YEAR = re.compile(r"\b2\d{3}\b")


def exact(months):
    return (months, months, months)


def two_ways(**senior):
    """By way of a lead, or longer by way of an office that asks for a budget."""
    return a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("lead", search=exact(1), needs={"risk": 2}),
        a_role(
            "office", search=exact(2), gates=(a_gate("said", kind="confirmed", title="A budget"),)
        ),
        a_role("tech-pm", needs={"risk": 2}, search=exact(3), **senior),
        a_move("starter", "lead", months=exact(6)),
        a_move("lead", "tech-pm", months=exact(12)),
        a_move("starter", "office", months=exact(12)),
        a_move("office", "tech-pm", months=exact(24)),
        default_role="starter",
        default_target="tech-pm",
    )


def compared(columns=80):
    return run_cli("plan", "--compare", COLUMNS=str(columns)).out.splitlines()


def routes():
    return run_cli("plan", "--json").json["routes"]


def test_each_route_has_a_row_on_one_axis_that_ends_in_the_role():
    a_home(two_ways())
    header, *rows = compared()[1:4]
    years = [(found.start(), date(int(found[0]), 1, 1)) for found in YEAR.finditer(header)]
    (left, first), (right, last) = years[0], years[-1]

    assert len(routes()) == len(rows) == 2
    for place, (row, route) in enumerate(zip(rows, routes(), strict=True), 1):
        likely = date.fromisoformat(route["finish"]["likely"])
        column = left + (likely - first).days * (right - left) / (last - first).days
        assert row.startswith(f"  {place}. ")
        assert abs(row.index("◆") - column) <= 1.5
        assert row.index("█") < row.index("▒") < row.index("◆")


def test_only_what_differs_is_said_below_and_of_which_routes():
    a_home(two_ways())
    below = " ".join(" ".join(compared()).partition("What differs")[2].split())

    assert "Decides the date the months as About lead on route 1; the months as" in below
    assert "Not on all A budget on route 2" in below
    assert "1 exercise" not in below


def test_of_routes_whose_days_are_named_alike_it_is_said_how_far_apart_they_are():
    a_home(
        a_curriculum(
            an_exercise(),
            a_role("starter"),
            a_role("lead", search=exact(1)),
            a_role("office", search=exact(4)),
            a_role("tech-pm", needs={"risk": 2}, search=exact(3)),
            a_move("starter", "lead", months=exact(36)),
            a_move("lead", "tech-pm", months=exact(36)),
            a_move("starter", "office", months=exact(36)),
            a_move("office", "tech-pm", months=exact(36)),
            default_role="starter",
            default_target="tech-pm",
        )
    )
    words = " ".join(" ".join(compared()).split())
    first, second = (date.fromisoformat(route["finish"]["likely"]) for route in routes())
    named = re.findall(r"\d\. (2\d{3}(?: to 2\d{3})?)", words)

    assert first < second
    assert len(named) == 2
    assert len(set(named)) == 1
    said = re.search(
        r"Days named alike on routes 1 and 2: route 2 is likely (\d+) weeks later", words
    )
    assert said
    assert abs(int(said[1]) * 7 - (second - first).days) <= 4
    assert re.search(
        r"Applying \d+ (weeks|months) on route 1; \d+ (weeks|months) on route 2", words
    )


def test_of_routes_that_their_days_tell_apart_no_distance_is_said():
    a_home(two_ways())
    assert "named alike" not in " ".join(compared())


def test_what_all_routes_ask_for_tells_none_from_the_others():
    gate = a_gate("both", kind="confirmed", title="A word of the board")
    a_home(two_ways(gates=(gate,)))

    assert "A word of the board" not in " ".join(compared())


def test_where_there_is_one_route_there_is_nothing_to_compare():
    a_home(a_curriculum(an_exercise()))
    screen = " ".join(compared())

    assert "One route, so there is nothing to compare" in screen
    assert "as likely as not" in screen
    assert "--route 2" not in screen


def test_whoever_reads_words_gets_the_days_of_each_route_in_words():
    a_home(two_ways())
    lines = run_cli("plan", "--compare", "--plain").out.splitlines()

    for place, route in enumerate(routes(), 1):
        likely = date.fromisoformat(route["finish"]["likely"])
        assert any(
            line.startswith(f"{place}. ") and f"{likely:%b %Y} as likely as not" in line
            for line in lines
        )
    assert not re.search("[█▒◆]", "".join(lines))


def test_on_a_narrow_page_days_stand_whole_above_their_rows_below_two_years_at_least():
    run_cli("profile", "--role", "pmo-manager", "--target", "portfolio-pmo")
    narrow = compared(40)
    said = [line.strip() for line in narrow]
    # In a pipe each route is a line of words: "1. Jan 2031 to Sep 2031: ...".
    labels = [line.partition(": ")[0] for line in run_cli("plan", "--compare").out.splitlines()]
    days = [label for label in labels if re.match(r"\d\. .*2\d{3}", label)]
    assert len(days) == len(routes()) > 1
    assert set(days) <= {*said}
    assert len(YEAR.findall(next(line for line in narrow if "today" in line))) >= 2
    assert "…" not in "".join(narrow)
    assert max(map(len, narrow)) <= 40
