"""What goes out: to stdout or into a file, whole or not at all, and over nothing that was not given up."""

import csv
import json
import re
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from pmcareer.exports import FORMATS
from running import a_home, run_cli, run_loaded

from builders import (
    a_certification,
    a_curriculum,
    a_logbook,
    a_profile,
    a_story,
    an_entry,
    an_exercise,
    certified,
    closed,
    experience,
    finished,
    practised,
    void,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", title="A living register"),
    an_exercise("rsk-02"),
    a_certification("pmp", title="PMP"),
)
TAKEN_BACK = worked("rsk-02", 30, on="2026-11-19")
ENTRIES = (
    a_profile(hours_per_week=5.0, on="2026-11-01"),
    finished(
        "rsk-01",
        on="2026-11-18",
        minutes=90,
        outcome="Signed [off]",
        evidence="https://wiki.example.org/r",
    ),
    TAKEN_BACK,
    void(TAKEN_BACK),
    closed("New CRM", "Live in May", on="2026-05-20"),
    experience("leading", "2025-01-01"),
    a_story("How it slipped", on="2026-11-10"),
)


@pytest.mark.parametrize("what", FORMATS)
def test_the_same_files_give_the_same_bytes(what):
    a_home(SMALL, *ENTRIES)
    first, second = run_cli("export", what), run_cli("export", what)
    assert first == second
    assert (first.code, first.err) == (0, "")
    assert first.out


@pytest.mark.parametrize("what", FORMATS)
def test_who_has_nothing_on_record_can_export_it(what, home):
    assert run_cli("export", what).code == 0
    assert not home.exists()


def test_json_has_every_entry_as_the_file_has_it():
    a_home(SMALL, *ENTRIES)
    exported = run_cli("export", "json").json
    rows = json.loads(
        json.dumps([entry.as_row() for entry in a_logbook(*ENTRIES).entries], default=str)
    )
    assert exported["entries"] == rows
    assert exported["void"] == [TAKEN_BACK.id]
    assert exported["profile"] == {"hours_per_week": 5.0}


def test_its_plan_is_the_plan():
    a_home(SMALL, *ENTRIES)
    exported, route = (
        run_cli("export", "json").json["plan"],
        run_cli("plan", "--json").json["routes"][0],
    )
    assert exported["finish"] == route["finish"]
    assert exported["study"] == route["study"]
    assert exported["left"] == route["effort_hours"]["left"]


def test_it_says_the_level_of_every_skill_and_what_the_target_needs():
    a_home(SMALL, *ENTRIES, an_entry("assessed", skill="risk", level=2, by="manager"))
    exported = run_cli("export", "json").json
    status = {skill["id"]: skill for skill in run_cli("status", "--json").json["skills"]}
    assert exported["skills"][0]["means"] == "practised"
    for skill in exported["skills"]:
        same = ("title", "level", "needed", "earned", "assessed", "assumed")
        assert {key: skill[key] for key in same} == {key: status[skill["id"]][key] for key in same}


def test_its_readiness_is_that_of_gap():
    a_home(SMALL, *ENTRIES)
    readiness, gap = run_cli("export", "json").json["readiness"], run_cli("gap", "--json").json
    assert 0 < readiness["value"] < 1
    assert {key: readiness[key] for key in ("value", "parts")} == gap["readiness"]
    assert readiness["target"] == gap["target"]


def test_a_role_that_is_gone_keeps_no_entry_in():
    a_home(SMALL, *ENTRIES, a_profile(role="gone"))
    exported = run_cli("export", "json").json
    assert exported["plan"] is exported["readiness"] is None
    assert {skill["needed"] for skill in exported["skills"]} == {None}
    assert len(exported["entries"]) == len(ENTRIES) + 1
    for what in ("csv", "markdown", "jsonresume", "worksheet"):
        assert run_cli("export", what).code == 0


def test_ids_that_the_curriculum_lost_stop_no_export():
    lost = (
        closed("Old", "Done", skills=("gone",), on="2026-01-02"),
        experience("leading", "2024-01-01", role="gone", id="e9"),
        certified("gone"),
        practised("gone"),
        a_story("Old", skills=("gone",)),
        finished("gone-01"),
    )
    a_home(SMALL, *lost)
    assert [what for what in FORMATS if run_cli("export", what).code != 0] == []
    assert run_cli("story", "matrix").code == 0
    assert run_cli("status").code == 0


def test_what_was_taken_back_is_no_row_of_a_table():
    a_home(SMALL, *ENTRIES)
    rows = list(csv.DictReader(StringIO(run_cli("export", "csv").out, newline="")))
    assert [row["what"] for row in rows] == ["rsk-01"]


def test_a_portfolio_shows_what_was_done_and_links_its_evidence():
    a_home(SMALL, *ENTRIES)
    tokens = MarkdownIt("commonmark", {"html": False}).parse(run_cli("export", "markdown").out)
    inline = [token for token in tokens if token.type == "inline"]
    texts = ["".join(part.content for part in token.children) for token in inline]
    links = [
        part.attrs["href"]
        for token in inline
        for part in token.children
        if part.type == "link_open"
    ]
    assert "New CRM" in texts
    assert "Outcome: Live in May" in texts
    assert (
        "A living register (2026-11-18): Signed [off]; evidence: https://wiki.example.org/r"
        in texts
    )
    assert "How it slipped" in texts
    assert links == ["https://wiki.example.org/r"]


def test_a_mentor_reads_the_last_four_weeks_and_what_is_next():
    a_home(SMALL, *ENTRIES)
    report = run_cli("export", "markdown", "--for", "mentor").out
    assert "**A living register** (2026-11-18)" in report
    assert "About rsk-02, 4 hours left" in report
    assert "New CRM" not in report


def test_in_the_first_week_a_mentor_reads_what_the_screens_say():
    many = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)))
    a_home(many)
    first = run_cli("export", "markdown", "--for", "mentor").out
    assert re.search(r"Study done: [-0-9]{10} if I keep 8 hours every week\. Half of people", first)
    assert "One in five needs longer than" in first
    a_home(many, a_profile(hours_per_week=0.1))
    assert (
        "Half of people who keep going need over ten years."
        in run_cli("export", "markdown", "--for", "mentor").out
    )
    a_home(many, *(finished(f"e{n}", on=f"2026-10-{10 + n}") for n in range(20)))
    assert "Study likely done: between" in run_cli("export", "markdown", "--for", "mentor").out


def test_a_file_is_written_whole_and_holds_what_stdout_would_show(tmp_path):
    a_home(SMALL, *ENTRIES)
    file = tmp_path / "study.ics"
    told = run_cli("export", "ics", "--output", str(file))
    assert (told.code, str(file) in told.out) == (0, True)
    assert file.read_bytes() == run_loaded("export", "ics").out.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["study.ics"]


def test_a_dash_is_stdout():
    a_home(SMALL, *ENTRIES)
    assert run_cli("export", "csv", "--output", "-") == run_cli("export", "csv")


def test_a_file_that_is_there_stays_unless_it_was_given_up(tmp_path):
    a_home(SMALL, *ENTRIES)
    file = tmp_path / "mine.md"
    file.write_text("Mine", encoding="utf-8")
    refused = run_cli("export", "markdown", "--output", str(file))
    assert (refused.code, refused.out, file.read_text(encoding="utf-8")) == (1, "", "Mine")
    assert "--force" in refused.err
    assert run_cli("export", "markdown", "--output", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("# Portfolio")


def test_the_logbook_and_the_curriculum_are_never_written_over():
    home = a_home(SMALL, *ENTRIES)
    for name in ("logbook.toml", "curriculum.toml"):
        before = (home / name).read_bytes()
        assert run_cli("export", "json", "--output", str(home / name), "--force").code == 1
        assert (home / name).read_bytes() == before


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("nowhere/x.md", id="a folder that is not there"),
        pytest.param("", id="a folder"),
    ],
)
def test_what_can_not_be_written_leaves_nothing_behind(place, tmp_path):
    a_home(SMALL, *ENTRIES)
    refused = run_cli("export", "markdown", "--output", str(tmp_path / place), "--force")
    assert (refused.code, refused.out) == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_an_export_for_a_script_carries_its_text():
    a_home(SMALL, *ENTRIES)
    answer = run_cli("export", "csv", "--json").json
    assert (answer["kind"], answer["file"]) == ("csv", None)
    assert answer["text"].startswith("on,kind,what")


def test_whose_it_is_stands_where_it_was_said():
    a_home(SMALL, *ENTRIES)
    said = ("--name", "Ada  Lovelace")
    assert run_cli("export", "json", *said).json["name"] == "Ada Lovelace"
    assert run_cli("export", "json").json["name"] is None
    assert run_cli("export", "jsonresume", *said).json["basics"]["name"] == "Ada Lovelace"
    assert run_cli("export", "markdown", *said).out.startswith("# Ada Lovelace: portfolio\n")
    report = run_cli("export", "markdown", "--for", "mentor", *said).out
    assert report.startswith("# Ada Lovelace: status report, 2026-11-21\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(("json", "--name", " "), "--name", id="a name of nothing"),
        pytest.param(("csv", "--name", "Ada"), "export json", id="a name where none stands"),
        pytest.param(("yaml",), "yaml", id="a format there is not"),
        pytest.param(("markdown", "--for", "boss"), "boss", id="a reader there is not"),
        pytest.param(("ics", "--weeks", "0"), "--weeks", id="no weeks"),
        pytest.param(("ics", "--weeks", "99"), "--weeks", id="too many weeks"),
        pytest.param(("ics", "--at", "25:00"), "25:00", id="no time of day"),
        pytest.param(("csv", "--output", ""), "--output", id="an empty file name"),
        pytest.param(("csv", "--weeks", "4"), "--weeks", id="an option of another format"),
    ],
)
def test_a_wrong_word_is_named_and_nothing_is_written(arguments, named):
    a_home(SMALL)
    wrong = run_cli("export", *arguments)
    assert (wrong.code, wrong.out) == (2, "")
    assert named in wrong.err


def test_a_certificate_there_is_not_has_no_worksheet():
    a_home(SMALL)
    wrong = run_cli("export", "worksheet", "--certificate", "pnp")
    assert (wrong.code, "'pmp'" in wrong.err) == (1, True)


def test_the_worksheet_is_of_the_curriculums_default_certificate_else_of_its_first():
    first, second = a_certification("first"), a_certification("second")
    a_home(a_curriculum(an_exercise(), first, second))
    assert "About first" in run_cli("export", "worksheet").out
    default = a_certification("second", default=True)
    a_home(a_curriculum(an_exercise(), first, default))
    assert "About second" in run_cli("export", "worksheet").out


def test_without_certificates_there_is_no_worksheet():
    a_home(a_curriculum(an_exercise()))
    done = run_cli("export", "worksheet")
    assert done.code == 2
    assert "a curriculum with certifications" in done.err
