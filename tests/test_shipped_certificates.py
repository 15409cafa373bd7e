"""The certificates that pmcareer brings: where each fact is from, how old it is, what fits a screen."""

import json
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmcareer.domain.ground.vocabulary import ASPECTS
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli
from sweeps import of_each

from builders import a_profile, an_entry, certified, experience

CURRICULUM = read_curriculum(None)
CERTIFICATES = CURRICULUM.certifications
MAJORITY = ["pmp", "capm", "csm", "psm-1", "prince2", "msp", "p3o", "chpp", "pgmp", "ipma-b"]
YEAR = timedelta(days=366)
LATEST = max(item.as_of for item in CERTIFICATES)

of_each_certificate = of_each(CERTIFICATES, called=lambda item: item.id)


@of_each_certificate
def test_each_names_its_issuers_page_its_day_and_no_repository_of_a_person(item):
    assert item.url.startswith("https://")
    assert not re.search(r"github|repository|seed/tracks", item.source, re.IGNORECASE)


@of_each_certificate
def test_the_facts_of_each_were_looked_at_within_a_year_of_the_newest(item):
    # What was found to be older bears its own day, and `check --fresh` names it.
    assert LATEST - item.as_of < YEAR


@of_each_certificate
def test_what_is_disputed_says_which_reading_counts_or_that_it_is_open(item):
    if item.disputed and item.gates:
        assert "count" in item.disputed


@of_each_certificate
def test_what_is_recommended_says_what_it_buys(item):
    assert item.buys or not item.offer_to


def test_no_figure_is_shown_that_nobody_read():
    judged = [item for item in CERTIFICATES if item.confidence == "judgement"]
    for item in judged:
        assert not re.search(r"\d", item.exam or "")
        assert item.study_hours is None


def test_of_every_fact_is_known_how_it_is_known():
    ways = {item.known(aspect) for item in CERTIFICATES for aspect in ASPECTS}
    assert ways == {"read", "third-party", "reported", "judgement"}


def test_of_two_readings_of_the_months_the_longer_counts_and_both_are_shown():
    a_home(None, experience("programme", "2016-01-01"), a_profile(education="bachelor"))
    keys = run_cli("certificate", "pgmp", "--json").json["certifications"][0]
    assert [gate["needed_months"] for gate in keys["gates"]] == [48, 48]
    screen = " ".join(run_cli("certificate", "pgmp").out.split())
    assert "48 and 48 months" in screen
    assert "36 and 36 and 21 hours" in screen


SITUATIONS = {
    "nobody": (),
    "a newcomer who leads": (experience("leading", "2026-01-01"),),
    "a lapsed PMP, back at work": (
        a_profile(role="tech-pm", target="senior-pm", education="bachelor", id="p1"),
        experience("leading", "2014-01-01", "2022-06-30"),
        certified("pmp", on="2016-03-01", expires=None, id="c1"),
        certified("csm", on="2022-09-10", id="c2"),
        certified("prince2", on="2019-05-01", id="c3"),
    ),
    "a PMP with courses": (
        a_profile(role="senior-pm", target="programme-manager", id="p2"),
        experience("programme", "2016-01-01", id="e2"),
        certified("pmp", on="2025-03-01", id="c4"),
        an_entry("learned", title="A", hours=14.0, side="power-skills", on="2026-01-10", id="l1"),
        an_entry("learned", title="B", hours=9.0, side="giving-back", on="2026-02-10", id="l2"),
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_list_and_each_certificate_fit_one_screen(situation, monkeypatch):
    a_home(None, *SITUATIONS[situation])
    for name in ("", *MAJORITY):
        screen = run_cli("certificate", *filter(None, [name]), COLUMNS="80").out
        assert len(screen.splitlines()) <= 22, name


def test_a_csm_of_2022_is_not_held_and_no_renewal_is_made_up():
    a_home(None, certified("csm", on="2022-09-10"))
    listed = run_cli("certificate", "--json").json["certifications"]
    csm = next(item for item in listed if item["id"] == "csm")
    assert (csm["held"], csm["state"], csm["exam_again"]) == (False, "unknown", False)
    assert (csm["until"], csm["renewal"]) == ("2024-09-10", None)
    assert "unknown: lapsed on 10 Sep 2024 unless renewed" in run_cli("certificate").out


def test_a_renewal_is_put_on_record_as_the_certificate_was():
    a_home(None, certified("csm", on="2022-09-10"))
    run_cli("certificate", "csm", "--on", "2024-09-01", "--expires", "2026-12-10")
    (csm,) = run_cli("certificate", "csm", "--json").json["certifications"]
    assert (csm["held"], csm["since"], csm["until"]) == (True, "2022-09-10", "2026-12-10")


def test_a_lapsed_pmp_says_what_still_counts_and_is_offered_before_a_capm():
    led = experience("leading", "2014-01-01", "2022-06-30")
    profile = a_profile(role="tech-pm", target="senior-pm", education="bachelor")
    a_home(None, led, profile, certified("pmp", on="2016-03-01", expires=None))
    run_cli("certificate", "pmp", "--on", "2016-03-02", "--expires", "2022-03-02")
    screen = " ".join(run_cli("certificate", "pmp").out.split())
    assert "it takes a new exam" in screen
    assert "counts yet the months above" in screen
    found = run_cli("certificate", "--json").json["recommended"]
    assert [each["id"] for each in found][:1] == ["pmp"]
    assert "capm" not in [each["id"] for each in found]


def test_months_of_a_complexity_that_nobody_told_are_not_counted():
    a_home(None, experience("leading", "2018-01-01"))
    told = " ".join(run_cli("certificate", "ipma-b").out.split())
    assert "can't be counted: tell which projects were complex" in told
    run_cli("experience", "leading", "--from", "2018-01-01", "--complexity", "3,3,3,3,3,3,3,2,2,2")
    (ipma,) = run_cli("certificate", "ipma-b", "--json").json["certifications"]
    assert ipma["open_on"] == "2026-11-21"


def test_the_words_of_every_shipped_certificate_are_in_the_file_of_their_own():
    data = Path(__file__).parents[1] / "data"
    whole = tomllib.loads((data / "curriculum.toml").read_text(encoding="utf-8"))
    assert "certifications" not in whole


def test_what_ran_out_is_not_shown_to_employers_and_what_may_have_is_shown_as_that():
    ran_out = certified("pmp", on="2016-03-01", expires=None, id="p1")
    a_home(None, certified("csm", on="2022-09-10"), ran_out, certified("psm-1", on="2020-01-01"))
    run_cli("certificate", "pmp", "--on", "2016-03-02", "--expires", "2022-03-02")
    for portfolio in (run_cli("export", "markdown").out, run_cli("export", "html").out):
        assert "PSM I" in portfolio
        assert "Project Management Professional" not in portfolio
        assert "2024" in portfolio
    resume = json.loads(run_cli("export", "jsonresume").out)
    assert [each["date"] for each in resume["certificates"]] == ["2020-01-01"]


PLACES = [role.id for role in CURRICULUM.roles if role.is_place]


@pytest.mark.slow
@pytest.mark.parametrize("target", PLACES)
def test_on_every_way_it_is_said_what_to_pay_for_or_why_for_nothing(target):
    for role in PLACES[::3]:
        a_home(None, a_profile(role=role, since=date(2021, 11, 1), target=target))
        keys = run_cli("certificate", "--json").json
        assert bool(keys["recommended"]) != bool(keys["none_to_pay"])
        clocks = {each["id"]: each for each in keys["certifications"]}
        for each in keys["recommended"]:
            assert each["why"]
            assert each["buys"]
            for other in each["alternatives"]:
                assert clocks[other]["open_on"] <= "2027-11-21"
        listed = {name for name, each in clocks.items() if each["on_your_way"]}
        assert _said_to_help() <= listed


def _said_to_help():
    for part in run_cli("gap", "--json").json["readiness"]["parts"]:
        if part["id"] == "certificates":
            return set(part["text"].removesuffix(" would help").split(" or "))
    return set()


def test_in_grace_units_are_missing_until_the_last_day_on_which_they_count():
    a_home(None, certified("pmp", on="2023-05-01", expires=date(2026, 5, 1)))
    screen = " ".join(run_cli("certificate", "pmp").out.split())
    assert "can be renewed until 1 May 2027" in screen
    assert "among them, until 1 May 2027" in screen
