"""The route as a picture that stands alone."""

import re

import pytest

from pages import read_picture
from running import a_home, run_cli
from showing import A_WAY, ENTRIES

from builders import a_curriculum, a_gate, a_profile, a_role, an_exercise, finished


def picture(*options):
    answer = run_cli("export", "svg", *options)
    assert (answer.code, answer.err) == (0, "")
    return read_picture(answer.out)


def texts(root):
    return ["".join(each.itertext()).strip() for each in root.iter("text")]


def test_it_says_whose_it_is_where_it_leads_and_by_when():
    a_home(A_WAY, *ENTRIES)
    said = texts(picture("--name", "Ada Lovelace"))
    assert said[0] == "Ada Lovelace: On the way to Tech project manager"
    assert said[1].startswith("As likely as not in the role")
    assert said[2] == "As of 21 Nov 2026, from Starter"
    assert {"Study", "Starter", "Lead", "Two projects", "In the role", "today"} <= set(said)


def test_it_is_told_to_whoever_does_not_see_it():
    a_home(A_WAY, *ENTRIES)
    root = picture()
    title, about = root[0], root[1]
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == title.attrib["id"]
    assert root.attrib["aria-describedby"] == about.attrib["id"]
    assert (title.tag, about.tag) == ("title", "desc")
    assert about.text.startswith("As likely as not in the role by ")
    assert "it decides the date." in about.text
    assert re.search(r"In the role, Tech project manager: .+ as likely as not, .+ safe", about.text)


def test_what_decides_is_told_by_a_sign_and_in_words_and_by_colour():
    a_home(A_WAY, *ENTRIES)
    root = picture()
    assert len([each for each in texts(root) if "▲ decides the date" in each]) == 1
    assert len([each for each in root.iter("rect") if each.get("class") == "marked"]) == 1


def test_all_that_is_drawn_lies_inside_it():
    a_home(A_WAY, *ENTRIES)
    root = picture()
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert root.attrib["viewBox"] == f"0 0 {width:g} {height:g}"
    for each in root.iter():
        for name, most in (
            ("x", width),
            ("x1", width),
            ("x2", width),
            ("y", height),
            ("y1", height),
        ):
            assert 0 <= float(each.get(name, 0)) <= most
    for each in root.iter("rect"):
        if each.get("class") != "ground":
            assert float(each.get("x")) + float(each.get("width")) <= width


def test_it_asks_for_nothing_and_leads_nowhere():
    a_home(A_WAY, *ENTRIES)
    text = run_cli("export", "svg").out
    root = read_picture(text)
    assert {each.tag for each in root.iter()} <= {
        *("svg", "title", "desc", "style", "g", "rect", "line", "path", "text", "tspan"),
    }
    assert not [
        name for each in root.iter() for name in each.attrib if "href" in name or name[:2] == "on"
    ]
    assert "url(" not in text


def test_a_title_that_is_too_long_ends_in_dots_and_is_whole_in_the_words():
    long = "A title that goes on and on " * 8
    role = a_role("tech-pm", title=long, needs={"risk": 2}, search=(2, 2, 2))
    a_home(a_curriculum(an_exercise(), a_role("starter"), role))
    root = picture()
    assert all(len(each) < 140 for each in texts(root))
    assert any(each.endswith("…") for each in texts(root))
    assert long.strip() in root[0].text


def test_what_only_others_give_has_no_bar_and_says_so():
    role = a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("they-say-so", kind="confirmed"),))
    a_home(a_curriculum(an_exercise(), a_role("starter"), role))
    assert "only others can give it" in texts(picture())


@pytest.mark.parametrize("hours", [0.1, 80.0])
def test_it_is_drawn_for_who_takes_twenty_years_and_for_who_takes_a_week(hours):
    many = [an_exercise(f"e{number}", hours=(20, 30, 40)) for number in range(20)]
    a_home(a_curriculum(*many), a_profile(hours_per_week=hours), finished("e1", minutes=1800))
    assert "Study" in texts(picture())


def test_where_nothing_takes_time_any_more_there_is_no_axis():
    done = a_curriculum(an_exercise(), a_role("tech-pm", needs={"risk": 2}))
    a_home(done, finished("rsk-01"), a_profile(role="tech-pm", target="tech-pm"))
    said = texts(picture())
    assert "In the role already." in said
    assert {"today", "likely", "safe to promise"}.isdisjoint(said)
