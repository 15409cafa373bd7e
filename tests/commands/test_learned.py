"""`learned`: a course with its hours, for the units that a certificate asks for."""

from running import a_home, run_cli

from builders import a_certification, a_curriculum, an_exercise, certified

RENEW = {"years": 3, "units": 60, "unit": "PDU", "min_education": 35, "min_per_side": 8}
SMALL = a_curriculum(an_exercise("rsk-01"), a_certification("pmp", renew=RENEW))
POWER = ("learned", "Facilitation", "--hours", "14", "--side", "power-skills")


def test_a_course_is_kept_with_its_hours_side_and_provider():
    a_home(SMALL)
    entry = run_cli(*POWER, "--provider", "A school", "--on", "yesterday", "--json").json["entry"]
    assert entry["kind"] == "learned"
    assert (entry["title"], entry["hours"], entry["side"]) == ("Facilitation", 14, "power-skills")
    assert (entry["provider"], entry["on"]) == ("A school", "2026-11-20")


def test_hours_are_read_as_people_write_them():
    a_home(SMALL)
    for typed, hours in (("1,5", 1.5), ("90 min", 1.5), ("two hours", 2), ("1000", 1000)):
        told = run_cli("learned", "A course", "--hours", typed, "--dry-run", "--json")
        assert told.json["entry"]["hours"] == hours


def test_hours_that_are_none_and_sides_that_are_none_are_refused():
    home = a_home(SMALL)
    for wrong in (["--hours", "0"], ["--hours", "1001"], ["--hours", "long"], []):
        assert run_cli("learned", "A course", *wrong).code == 2
    result = run_cli("learned", "A course", "--hours", "3", "--side", "power-skill")
    assert result.code == 2
    assert "power-skills" in result.err
    assert not (home / "logbook.toml").exists()


def test_giving_back_and_practising_are_sides_of_their_own():
    a_home(SMALL)
    for side in ("giving-back", "practising"):
        assert run_cli("learned", "Mentoring", "--hours", "5", "--side", side).code == 0


def test_alone_it_lists_what_was_kept():
    a_home(SMALL)
    assert "No course is kept yet" in run_cli("learned").out
    run_cli(*POWER, "--for", "pmp")
    listed = run_cli("learned", "--json").json["courses"]
    assert [each["title"] for each in listed] == ["Facilitation"]
    screen = run_cli("learned", COLUMNS="80").out
    for part in ("14", "power skills", "for About pmp", listed[0]["id"]):
        assert part in screen


def test_it_can_be_taken_back_and_stands_in_the_history_and_in_the_table():
    a_home(SMALL)
    run_cli(*POWER)
    assert "Learned Facilitation (14 h, power-skills)" in run_cli("history").out
    assert "Facilitation" in run_cli("export", "csv").out
    run_cli("undo")
    assert run_cli("learned", "--json").json["courses"] == []


def test_a_certificate_that_is_held_says_what_its_courses_come_to_and_what_is_missing():
    a_home(SMALL, certified("pmp", on="2025-03-01"))
    run_cli(*POWER)
    ledger = run_cli("certificate", "pmp", "--json").json["certifications"][0]["renewal"]["ledger"]
    assert (ledger["counted"], ledger["missing"], ledger["due_on"]) == (14, 46, "2028-03-01")
    screen = " ".join(run_cli("certificate", "pmp").out.split())
    assert "14 of 60, 1 Mar 2025 to 1 Mar 2028" in screen
    assert "8 of ways of working and 8 of business acumen among them" in screen


def test_a_course_for_a_certificate_is_study_that_is_done():
    pmp = a_certification("pmp", study_hours=(70, 70, 70))
    a_home(a_curriculum(an_exercise("rsk-01"), pmp))
    run_cli("learned", "PMP course", "--hours", "35", "--for", "pmp")
    (found,) = run_cli("certificate", "pmp", "--json").json["certifications"]
    assert (found["study_hours"], found["hours_done"]) == (70, 35)
    assert "35 of them done" in run_cli("certificate", "pmp").out


def test_the_hours_of_a_course_keep_the_promise_of_the_week_and_earn_nothing_of_the_plan():
    a_home(SMALL)
    run_cli("learned", "A course", "--hours", "6")
    hours = run_cli("review", "--json").json["hours"]
    assert (hours["logged"], hours["credited"]) == (6, 0)
