"""A page to show: whole in itself, read by everybody, and silent about what is nobody else's business."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest

from pages import read_page
from running import a_home, run_cli
from showing import A_WAY, ENTRIES, PRIVATE

from builders import a_curriculum, a_gate, a_profile, a_role, an_exercise, finished


def page(*options):
    answer = run_cli("export", "html", *options)
    assert (answer.code, answer.err) == (0, "")
    return read_page(answer.out)


@cache
def exported(*words):
    """What is exported of somebody with everything on record, asked once for all tests that look at it."""
    a_home(A_WAY, *ENTRIES)
    answer = run_cli("export", *words)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


@cache
def page_of_ada():
    return read_page(exported("html", "--name", "Ada Lovelace"))


@pytest.fixture
def shown():
    """The page of somebody with everything on record; nobody writes in it."""
    return page_of_ada()


def section(shown, name):
    (found,) = [node for node in shown.all("section") if node.attributes["id"] == name]
    return found


def rows(part):
    return [[cell.text for cell in row.all("th", "td")] for row in part.one("tbody").all("tr")]


def test_it_says_who_where_to_and_by_when_in_two_sentences(shown):
    head = shown.one("header").text
    assert shown.one("h1").text == "Ada Lovelace"
    assert shown.one("head").one("title").text == "Ada Lovelace: On the way to Tech project manager"
    assert "On the way to Tech project manager" in head
    assert re.search(r"As likely as not in the role by \w{3} 20\d\d\.", head)
    assert re.search(r"Safe to promise \(8 in 10 who keep going\): \w{3} 20\d\d\.", head)
    assert "1 of 2 exercises of the route are finished; " in head


def test_without_a_name_it_is_headed_by_where_it_leads():
    assert read_page(exported("html")).one("h1").text == "On the way to Tech project manager"


def test_the_route_is_drawn_and_a_table_says_the_same(shown):
    route = section(shown, "route")
    wide, narrow = route.all("svg")
    told = rows(route)
    assert told[0][0].startswith("Study")
    assert told[-1][0] == "In the role Tech project manager"
    assert sum("decides the date" in row[0] for row in told) == 1
    for picture in (wide, narrow):
        assert len([node for node in picture.all("g") if "row" in named(node)]) == len(told)
        assert picture.one("desc").text.count(". ") >= len(told) - 1


def named(node):
    return (node.attributes.get("class") or "").split()


def test_each_picture_has_a_name_and_words_that_say_the_same(shown):
    ids = {node.attributes["id"]: node for node in shown.all() if "id" in node.attributes}
    pictures = [node for node in shown.all("svg") if node.attributes.get("aria-hidden") != "true"]
    assert len(pictures) == 4
    for picture in pictures:
        assert picture.attributes["role"] == "img"
        by = [picture.attributes[f"aria-{way}"] for way in ("labelledby", "describedby")]
        assert [ids[name].tag for name in by] == ["title", "desc"]
        assert all(ids[name].text for name in by)


def test_what_was_done_is_drawn_against_the_promise_and_all_there_is(shown):
    hours = section(shown, "burn-up")
    done, promised, whole = (float(each[:-2]) for each in rows(hours)[-1][1:])
    assert 0 < done < promised <= whole
    assert f"{done:g} h done" in hours.text
    curves = [node for node in hours.all("polyline") if "done" in named(node)]
    assert len(curves) == 2


def test_before_the_fourth_week_there_is_no_burn_up():
    a_home(A_WAY, finished("rsk-01", on="2026-11-18"))
    assert "burn-up" not in [node.attributes["id"] for node in page().all("section")]


def test_skills_and_gates_say_what_is_there_and_what_is_asked_for(shown):
    assert rows(section(shown, "skills")) == [["Risk management", "1 of 2", "aware", "practised"]]
    gates = {row[0]: row[1:] for row in rows(section(shown, "gates"))}
    assert gates["Two projects"][0] == "1 of 2"
    assert gates["They say so"] == ["✓ met", "confirmed on 2 Oct 2026"]


def test_work_is_shown_with_its_outcome_and_its_evidence(shown):
    work = section(shown, "work")
    assert "A living register · 18 Nov 2026 · real · led" in work.text
    assert "Signed [off] by the board" in work.text
    assert work.one("a").attributes == {
        "href": "https://wiki.example.org/r?a=1&b=2",
        "rel": "noopener noreferrer",
    }
    assert "New CRM · 20 May 2026 Outcome: Live in May Size: 9 people" in shown.one("main").text
    assert section(shown, "stories").one("dl").text.startswith("Situation Then Task This")
    assert "PMP · 1 Jun 2026" in section(shown, "certificates").text


@pytest.mark.parametrize("name", PRIVATE)
def test_notes_lessons_answers_and_names_stay_out_unless_they_are_asked_for(name):
    assert PRIVATE[name] not in exported("html")
    assert PRIVATE[name] not in exported("svg")
    assert PRIVATE[name] in exported("html", "--with-notes")


def test_it_says_that_private_things_are_left_out(shown):
    left_out = "Notes and the names of others are left out."
    assert left_out in shown.one("footer").text
    assert left_out not in read_page(exported("html", "--with-notes")).one("footer").text


def test_landmarks_and_headings_are_in_order(shown):
    assert shown.one("html").attributes["lang"] == "en"
    body = shown.one("body")
    parts = [node.tag for node in body.children if not isinstance(node, str)]
    assert parts == ["a", "header", "nav", "main", "footer"]
    assert shown.one("nav").attributes["aria-label"]
    levels = [int(node.tag[1]) for node in shown.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_way_inside_the_page_leads_somewhere(shown):
    ids = [node.attributes["id"] for node in shown.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    inside = [link.attributes["href"] for link in shown.all("a")]
    assert {href[1:] for href in inside if href.startswith("#")} <= set(ids)
    assert next(shown.all("a")).attributes["href"] == "#content"
    for part in shown.all("section"):
        heading = next(part.all("h2"))
        assert part.attributes["aria-labelledby"] == heading.attributes["id"]


def test_a_table_has_a_caption_and_heads_for_columns_and_rows(shown):
    tables = list(shown.all("table"))
    assert len(tables) == 4
    for table in tables:
        assert table.one("caption").text
        assert all(head.text for head in table.one("thead").all("th"))
        scopes = [head.attributes["scope"] for head in table.one("tbody").all("th")]
        assert scopes == ["row"] * len(list(table.one("tbody").all("tr")))


def test_it_asks_for_nothing_and_runs_nothing(shown):
    """The policy forbids all but the one sheet, which it knows by its hash."""
    sheet = "".join(shown.one("style").texts())
    known = b64encode(sha256(sheet.encode()).digest()).decode()
    policies = [node.attributes for node in shown.all("meta") if "http-equiv" in node.attributes]
    assert policies == [
        {
            "http-equiv": "Content-Security-Policy",
            "content": f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'",
        }
    ]
    fetching = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "form"}
    assert [node.tag for node in shown.all(*fetching, "use", "image", "foreignobject")] == []
    names = {name for node in shown.all() for name in node.attributes}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    assert {name for name in names if name.endswith("href")} == {"href"}


def test_it_has_room_on_a_telephone_by_night_and_on_paper(shown):
    sheet = shown.one("style").text
    for wish in ("prefers-color-scheme:dark", "max-width:46rem", "@media print"):
        assert wish in sheet
    metas = {
        node.attributes.get("name"): node.attributes.get("content") for node in shown.all("meta")
    }
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["referrer"] == "no-referrer"


def test_a_role_that_is_gone_leaves_the_work_to_be_shown():
    a_home(A_WAY, *ENTRIES, a_profile(role="gone"))
    shown = page("--name", "Ada")
    assert "No plan is shown: " in shown.one("header").text
    assert "A living register" in shown.one("main").text
    assert run_cli("export", "svg").code == 1


def test_who_holds_the_role_and_has_nothing_left_is_told_so():
    done = a_curriculum(an_exercise(), a_role("tech-pm", needs={"risk": 2}))
    a_home(done, finished("rsk-01"), a_profile(role="tech-pm", target="tech-pm"))
    shown = page()
    assert "In the role already." in shown.one("header").text
    assert shown.one("h1").text == "About tech-pm"


def test_what_is_asked_of_nobody_has_no_date_and_says_why():
    a_home(a_curriculum(a_role("tech-pm", search=None)))
    assert "No day: " in page().one("header").text
    assert "No day: " in run_cli("export", "svg").out


def test_a_way_that_is_shut_says_why_and_names_no_command_to_whoever_is_shown_it():
    asked = a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("pmo", work="pmo", months=12),))
    a_home(a_curriculum(an_exercise(), a_role("starter", work=("technical",)), asked))
    shown = page()
    assert (
        "No day: 12 months of pmo work: nothing on this way gives them." in shown.one("header").text
    )
    assert rows(section(shown, "gates"))[0][2] == "not within twenty years"
    for name in ("html", "svg"):
        assert "pmcareer experience" not in run_cli("export", name).out


def test_who_needs_over_ten_years_is_promised_nothing():
    many = a_curriculum(*(an_exercise(f"e{number}", hours=(20, 30, 40)) for number in range(20)))
    a_home(many, a_profile(hours_per_week=1.2))
    assert "As likely as not in the role beyond ten years." in page().one("header").text
    a_home(many, a_profile(hours_per_week=2.0))
    assert "Nothing within ten years is safe to promise." in page().one("header").text


def test_gates_that_nobody_can_date_make_it_no_earlier():
    asked = a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("they-say-so", kind="confirmed"),))
    a_home(a_curriculum(an_exercise(), a_role("starter"), asked))
    assert "No earlier than this: other people decide gates" in page().one("header").text
