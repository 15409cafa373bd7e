from datetime import date

import pytest

from pmcareer.domain.logbook.entries import MOST_PRACTICES
from running import a_home, run_cli, talk

from builders import a_curriculum, a_detour, a_practice, a_profile, an_advice, an_exercise

SMALL = a_curriculum(
    an_exercise("rsk-01"),
    *(a_practice(f"h0{number}") for number in range(1, 5)),
    an_advice("r01"),
    an_advice("r02"),
    a_detour(),
)


def said(*arguments):
    """Set something, and give the entry without what every entry has."""
    a_home(SMALL)
    entry = run_cli("profile", *arguments, "--json").json["entry"]
    return {key: value for key, value in entry.items() if key not in {"kind", "on", "at", "id"}}


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["--role", "start"], {"role": "starter"}),
        (
            ["--target", "tech-pm", "--hours-per-week", "7.5"],
            {"target": "tech-pm", "hours_per_week": 7.5},
        ),
        (["--past-weeks", "0"], {"past_weeks": 0}),
        (
            ["--role", "starter", "--since", "2024-03-01"],
            {"role": "starter", "since": "2024-03-01"},
        ),
        (["--role", "starter", "--since", "none"], {"role": "starter", "since": "none"}),
        (["--looking"], {"looking": "2026-11-21"}),
        (["--looking", "monday"], {"looking": "2026-11-16"}),
        (["--looking", "none"], {"looking": "none"}),
        (["--route", "1"], {"route": "direct"}),
        (["--route", "dir"], {"route": "direct"}),
        (["--route", "none"], {"route": "none"}),
        (["--without", "delivery"], {"without": ["delivery-stint"]}),
        (["--without", "none"], {"without": []}),
        (["--education", "Master"], {"education": "master"}),
        (
            ["--pmo-services", "benefits,prioritisation"],
            {"pmo_services": ["benefits", "prioritisation"]},
        ),
        (["--pmo-services", "none"], {"pmo_services": []}),
        (["--practices", "h01", "--practices", "h02,h03"], {"practices": ["h01", "h02", "h03"]}),
        (["--study-days", "tue,mon"], {"study_days": ["mon", "tue"]}),
        (
            ["--study-days", "all"],
            {"study_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
        ),
        (["--days-off", "2026-12-24..2027-01-03"], {"days_off": ["2026-12-24..2027-01-03"]}),
        (["--mute", "r01"], {"muted": ["r01"]}),
        (["--mentor", "Ada", "--note", "since May"], {"mentor": "Ada", "note": "since May"}),
    ],
)
def test_only_what_was_said_is_written(arguments, written):
    assert said(*arguments) == written


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--role", ""], "ROLE"),
        (["--mentor", ""], "--mentor"),
        (["--mentor", "  "], "--mentor"),
        (["--past-weeks", "27"], "--past-weeks"),
        (["--since", "2024-03-01"], "--since"),
        (["--role", "starter", "--since", "soon"], "--since"),
        (["--looking", "soon"], "--looking"),
        (["--without", "starter"], "--without"),
        (["--education", "phd"], "--education"),
        (["--pmo-services", ""], "--pmo-services"),
        (["--pmo-services", "benefits,,"], "--pmo-services"),
        (["--practices", "h01,h02,h03,h04"], "at most 3"),
        (["--study-days", "someday"], "--study-days"),
        (["--days-off", "christmas"], "christmas"),
        (["--days-off", "2027-01-03..2026-12-24"], "--days-off"),
        (["--mute", ""], "--mute"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_written(arguments, named):
    home = a_home(SMALL)
    result = run_cli("profile", *arguments)
    assert result.code == 2
    assert named in result.err
    assert not (home / "logbook.toml").exists()


def test_the_help_says_how_many_practices_there_may_be():
    # The help is read without the domain, so it has the number as a word of its own.
    assert MOST_PRACTICES == 3
    assert "Three habits at most" in " ".join(run_cli("profile", "--help").out.split())


def test_days_off_and_muted_ids_add_up_until_they_are_cleared():
    said("--days-off", "2026-12-24..2026-12-26", "--mute", "r01")
    assert said("--days-off", "2027-05-01")["days_off"] == [
        "2026-12-24..2026-12-26",
        "2027-05-01..2027-05-01",
    ]
    assert said("--mute", "r02,streak")["muted"] == ["r01", "r02", "streak"]
    assert said("--unmute", "r01", "--days-off", "none") == {
        "muted": ["r02", "streak"],
        "days_off": [],
    }


def test_the_profile_shows_the_newest_value_of_each_key():
    said("--target", "tech-pm", "--mentor", "Ada")
    said("--mentor", "Grace")
    answer = run_cli("profile", "--json").json
    assert answer["profile"]["mentor"] == "Grace"
    assert answer["profile"]["target"] == "tech-pm"
    assert answer["profile"]["role"] is None
    assert answer["entry"] is None
    assert "Grace" in run_cli("profile").out


def test_saying_the_same_again_is_fine_and_said():
    said("--mentor", "Ada")
    assert run_cli("profile", "--mentor", "Ada", "--json").json["same"] == ["mentor"]
    assert "As before: mentor." in run_cli("profile", "--mentor", "Ada").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["profile", "--route", "nowhere"], "unknown-route"),
        (["profile", "--target", "delivery"], "detour-target"),
        (["start", "--target", "delivery"], "detour-target"),
        (["plan", "--target", "delivery", "--save"], "detour-target"),
        (["profile", "--role", "starter", "--since", "2030-01-01"], "future-day"),
    ],
)
def test_what_leads_nowhere_is_refused_where_it_is_typed_and_nothing_is_written(arguments, code):
    home = a_home(SMALL)
    answer = run_cli(*arguments, "--json")
    assert (answer.error["code"], answer.code != 0) == (code, True)
    assert not (home / "logbook.toml").exists()


def test_the_day_since_which_one_has_the_role_is_shown_where_start_put_it():
    a_home()
    begun = ["--role", "programmer", "--since", "2023-02", "--target", "tech-pm", "--no-input"]
    assert run_cli("start", *begun).code == 0
    shown = run_cli("profile").out
    assert "1 Feb 2023, on record as experience" in shown
    assert "not said        left, looking" in shown
    assert run_cli("profile", "--json").json["since_on_record"] == "2023-02-01"


def test_the_first_day_of_the_role_held_is_none_of_the_detour_that_one_is_on():
    a_home()
    begun = ["--role", "pmo-manager", "--since", "2023-02", "--target", "portfolio-pmo"]
    assert run_cli("start", *begun, "--no-input").code == 0
    told = run_cli("profile", "--role", "delivery-stint").out
    assert "Since when? Until then no month counts that lies behind you:" in told
    assert "pmcareer profile --role delivery-stint --since DATE" in told
    assert "on record as experience" not in run_cli("profile").out
    assert "Since when? pmcareer profile --role delivery-stint --since DATE" in run_cli("plan").out
    since = ["--role", "delivery-stint", "--since", "2026-06-01"]
    assert "Since when" not in run_cli("profile", *since).out
    assert "Since when" not in run_cli("plan").out


def test_a_new_role_takes_back_what_held_for_the_one_before_it():
    a_home(SMALL)
    for arguments in (["--role", "starter", "--since", "2024-03-01"], ["--looking"]):
        assert run_cli("profile", *arguments).code == 0
    changed = run_cli("profile", "--role", "tech-pm", "--json").json["profile"]
    assert (changed["since"], changed["looking"], changed["role"]) == (None, None, "tech-pm")


def test_plan_follows_the_chosen_way_and_says_what_it_costs():
    for arguments in (
        ["--role", "pmo-manager", "--target", "portfolio-pmo"],
        ["--without", "consulting"],
        ["--route", "2"],
    ):
        assert run_cli("profile", *arguments).code == 0
    plan = run_cli("plan", "--json").json
    chosen = plan["routes"][0]
    assert plan["chosen"] == chosen["id"] == run_cli("profile", "--json").json["profile"]["route"]
    assert plan["choice"]["days"] > 0
    assert plan["choice"]["against"] != chosen["id"]
    assert all("consulting" not in route["id"] for route in plan["routes"])
    detail = run_cli("plan", "--detail").out
    assert "Your choice" in detail
    assert "Not said" in detail
    gap = run_cli("gap", "--json").json
    assert gap["finish"]["likely"] == chosen["finish"]["likely"]
    assert run_cli("profile", "--route", "none").code == 0
    # Consulting is still not wanted, and no earlier way leads through it.
    assert run_cli("plan", "--json").json["choice"]["days"] == 0


def test_experience_and_projects_ask_what_they_leave_open():
    asked = run_cli("experience", "pmo", "--from", "2024-01-01", "--role", "pmo-manager").out
    assert "pmcareer profile --role pmo-manager --since 2024-01-01" in asked
    asked = run_cli("project", "CRM", "--outcome", "Live", "--size", "8 months").out
    assert "pmcareer experience leading --from 2026-03-21 --to 2026-11-21" in asked.replace(
        "\n", " "
    )


def test_a_first_day_without_a_role_written_by_hand_stops_no_other_answer():
    a_home(None, a_profile(since=date(2024, 11, 3), on="2026-04-18"))
    assert run_cli("profile", "--target", "tech-pm").code == 0
    assert run_cli("profile", "--since", "2024-11-03").code != 0


def test_a_situation_typed_for_the_role_is_kept_as_the_context_and_leaves_the_role():
    a_home(None, a_profile(role="tech-pm", context="small-firm"))
    answer = run_cli("profile", "--role", "contractor", "--json")

    assert answer.code == 0
    assert answer.json["profile"]["role"] == "tech-pm"
    assert answer.json["profile"]["context"] == "small-firm, contract"


def test_without_a_role_on_record_a_sentence_says_how_to_tell_it():
    a_home()
    answer = run_cli("profile", "--role", "between jobs", "--json")

    assert answer.code == 0
    asked, changed = answer.json["remarks"]
    assert changed.startswith('Because you said "I come back after a break": ')
    assert asked.startswith("On a break, or back from one: which role do you do then")
    assert asked.endswith("pmcareer profile --role ROLE")


def test_on_a_terminal_the_role_before_is_asked_of_who_names_a_situation():
    a_home()
    shown, code = talk("profile", "--role", "career break", answers=["tech pm\n", "2022-10\n"])

    assert code == 0
    assert "The role that you do then, or did last" in shown
    known = run_cli("profile", "--json").json["profile"]
    assert (known["role"], known["context"], known["left"]) == ("tech-pm", "break", "2022-10-01")


def test_who_is_in_a_post_again_is_on_a_break_no_more():
    away = a_profile(role="tech-pm", context="break, alone", left=date(2022, 10, 1))
    a_home(None, away)
    answer = run_cli("profile", "--role", "senior-pm", "--since", "2026-11-02", "--json")

    assert answer.json["profile"]["context"] == "alone"
    assert answer.json["profile"]["left"] is None


def test_what_a_word_changes_is_the_same_whether_the_role_is_said_with_it_or_before():
    role = ["--role", "pmo-analyst", "--since", "2024-11-01", "--target", "pmo-manager"]
    together = run_cli("profile", *role, "--pmo-type", "project").out
    run_cli("undo")
    run_cli("profile", *role)
    apart = run_cli("profile", "--pmo-type", "project").out
    assert because_in(together) == because_in(apart) != ""


def because_in(shown):
    """Cut out what stands between the cause and the way back."""
    return shown.partition("Because you said")[2].partition("Wrong?")[0]


def test_a_certificate_to_aim_at_changes_the_plan_that_names_it():
    run_cli("start", "--role", "tech-pm", "--since", "2019-01", "--no-input")
    shown = run_cli("profile", "--education", "bachelor", "--goal-certificate", "pmp").out
    assert "changes nothing" not in shown
    assert "PMP, 190 h that the dates leave out" in run_cli("plan", "--detail").out


def test_who_said_only_when_they_left_is_told_so_and_never_that_they_said_more():
    run_cli("profile", "--role", "tech-pm", "--since", "2014-01-01", "--target", "tech-pm")
    run_cli("profile", "--left", "2022-10-31")
    shown = " ".join(run_cli("plan", "--detail").out.split())

    assert 'you said "I come back after a break"' not in shown
    assert "Because you have left your post" in shown
    said = run_cli("profile", "--context", "break").out
    assert 'you said "I come back after a break"' in " ".join(said.split())
