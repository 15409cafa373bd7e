"""Hours done, promised and in all, as three curves."""

from datetime import date

from pages import read_page
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_profile,
    a_role,
    a_step,
    an_exercise,
    did,
    finished,
    worked,
)

MANY = a_curriculum(*(an_exercise(f"e{number}", hours=(8, 10, 12)) for number in range(10)))


def curves(*entries):
    a_home(MANY, a_profile(hours_per_week=5.0, on="2026-08-03"), *entries)
    root = read_page(run_cli("export", "html").out)
    wide = next(node for node in root.all("svg") if "Hours of study" in node.one("title").text)
    found = {}
    for line in wide.all("polyline"):
        points = line.attributes["points"].split()
        pairs = [tuple(map(float, point.split(","))) for point in points]
        found[line.attributes["class"].split()[1]] = pairs
    words = [node.text for node in wide.all("text") if "end" in node.attributes["class"].split()]
    return found, words


def test_what_is_done_and_promised_only_grows_and_what_there_is_stays():
    drawn, _ = curves(worked("e0", 60, on="2026-08-03"), finished("e1", on="2026-09-20"))
    for name in ("done", "promise"):
        heights = [y for _, y in drawn[name]]
        assert heights == sorted(heights, reverse=True)
    (_, first), (_, last) = drawn["scope"]
    assert first == last <= min(y for points in drawn.values() for _, y in points)


def test_curves_that_end_together_have_their_names_apart():
    _, words = curves(finished("e1", on="2026-08-05"))
    assert len(words) == 3
    assert any(word.endswith(" h done") for word in words)
    assert any(word.endswith(" h promised") for word in words)
    assert any(word.endswith(" h in all") for word in words)


def test_the_table_has_the_last_day_of_each_month_and_today():
    a_home(MANY, a_profile(hours_per_week=5.0, on="2026-08-03"), worked("e0", on="2026-08-04"))
    root = read_page(run_cli("export", "html").out)
    table = next(node for node in root.all("table") if node.attributes.get("class") == "numbers")
    days = [row.one("th").text for row in table.one("tbody").all("tr")]
    assert days == ["30 Aug 2026", "27 Sep 2026", "25 Oct 2026", "21 Nov 2026"]
    assert date(2026, 8, 30).weekday() == 6


def test_the_sentence_says_what_steps_took_of_the_promise():
    step = a_step("ask", **{"for": "tech-pm"})
    role = a_role("tech-pm", needs={"risk": 2})
    work = an_exercise("e0", hours=(80, 100, 120))
    asked = did("ask", minutes=120, on="2026-08-04", **{"with": "Ada"})
    a_home(
        a_curriculum(work, a_role("starter"), role, step),
        a_profile(hours_per_week=5.0, on="2026-08-03"),
        asked,
    )
    said = run_cli("export", "html").out
    # Sixteen weeks of five hours, one day of them to come: 79.3, and two went into the step.
    assert "77.3 h were promised by 21 Nov 2026, besides 2 h that steps with people took." in said
