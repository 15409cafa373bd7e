"""A law: every shipped exercise brings its parts, mistakes, readings, sheet, examples and figures."""

import re
import tomllib
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from pmcareer.domain.curriculum.guide import doubts_of, faults_of
from pmcareer.domain.practice.answers import answers_in
from pmcareer.domain.practice.asked import asked_of, expected_of
from pmcareer.domain.practice.marking import marked
from pmcareer.exports.filled import held_against, with_mark
from pmcareer.exports.sheet import examples_in, sheet_of
from pmcareer.storage.curriculum.guide_files import parsed, shipped_guide
from pmcareer.storage.curriculum.guides import figures_of, readings_named
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.practice import read_firm, read_table
from running import run_cli
from sweeps import of_each

DATA = Path(__file__).parents[1] / "data"
SHIPPED = read_curriculum(None)
EXERCISES = tuple(each for each in SHIPPED.exercises if not each.retired)
SHELF = parsed(DATA / "readings.toml")
READINGS = dict(zip(SHELF, readings_named(SHELF), strict=True))
FIRM = read_firm()
EXAMPLES = ("A good example", "A poor example", "The three faults", "A mail to your reviewer")
MOST_BYTES_OF_A_SHEET = 6_500
WRITTEN_ON = date(2026, 11, 22)
ROOM = re.compile(r"\|\s*\||…|^- \[ \]|^#{2,3} |^\d\. |:\s*$")
"""A line of a sheet that is there to be filled in, or heads some that are."""
LIKE = 0.5
"""How alike a good and a poor example may be: the likest that are shipped have 0.29."""
COMPANY = re.compile(
    r"^(meet|interview|ask (?!for)|ring|call|agree|sit down with|talk)", re.IGNORECASE
)
WANTS_AN_ACCOUNT = re.compile(
    r"log-?in|sign-?in|sign-?up|account|subscri|paywall|scribd|dokumen|1library|docplayer",
    re.IGNORECASE,
)

of_each_exercise = of_each(EXERCISES, called=lambda exercise: exercise.id)


table = lru_cache(read_table)


def guide(exercise):
    return guides()[exercise.id]


@cache
def guides():
    """Read what every test here looks at, once for the worker that runs them."""
    return {exercise.id: shipped_guide(exercise) for exercise in EXERCISES}


def own_sheet(exercise):
    return (DATA / "sheets" / f"{exercise.id}.md").read_text(encoding="utf-8")


def section(text, head):
    return text.split(f"## {head}\n")[1].split("\n## ")[0]


@of_each_exercise
def test_it_has_parts_that_fit_and_three_mistakes(exercise):
    found = guide(exercise)
    assert list(faults_of(found.parts, exercise.hours)) == []
    assert list(doubts_of(found.parts, found.mistakes)) == []
    assert found.parts
    assert found.mistakes
    for part in found.parts:
        assert part.minutes % 5 == 0
        assert len(part.text) <= 90
        assert "\n" not in part.text
    assert len(set(found.mistakes)) == len(found.mistakes)
    for mistake in found.mistakes:
        assert 60 <= len(mistake) <= 200


@of_each_exercise
def test_its_first_part_sends_nobody_to_others(exercise):
    assert not COMPANY.search(guide(exercise).parts[0].text)


@of_each_exercise
def test_its_sheet_has_room_for_more_than_its_points(exercise):
    own = re.split(r"^## (?:Figures|A good example)", own_sheet(exercise), flags=re.MULTILINE)[0]
    room = [line for line in own.splitlines() if ROOM.search(line)]
    assert len(room) >= len(exercise.accept) + 4


@of_each_exercise
def test_its_examples_differ_and_its_faults_are_three(exercise):
    text = own_sheet(exercise)
    good, poor = section(text, "A good example"), section(text, "A poor example")
    alike = SequenceMatcher(None, good, poor, autojunk=False)
    assert alike.real_quick_ratio() <= LIKE or alike.ratio() <= LIKE
    faults = re.findall(r"^(\d+)\. ", section(text, "The three faults"), flags=re.MULTILINE)
    assert faults == ["1", "2", "3"]


@of_each_exercise
def test_its_mail_is_quoted_and_has_a_subject_and_a_body(exercise):
    mail = section(own_sheet(exercise), "A mail to your reviewer").strip().splitlines()
    quoted = [line for line in mail if line.startswith(">")]
    assert quoted[0].startswith("> Subject: ")
    assert len(quoted) >= 3
    assert len(" ".join(quoted)) >= 150


def test_each_sheet_that_is_done_on_the_firm_says_how():
    silent = {
        each.id
        for each in EXERCISES
        if each.id in FIRM.exercises and "On the practice firm:" not in own_sheet(each)
    }
    assert silent == set()


def test_each_that_cannot_be_done_on_the_firm_has_a_reason_of_its_own():
    reasons = list(FIRM.not_here.values())
    assert len(set(reasons)) == len(reasons)


@of_each_exercise
def test_it_has_one_or_two_readings_that_are_on_the_shelf(exercise):
    names = guide(exercise).readings
    assert 1 <= len(set(names)) == len(names) <= 2
    assert set(names) <= READINGS.keys()


@of_each_exercise
def test_its_sheet_has_room_and_examples_in_their_order(exercise):
    text = own_sheet(exercise)
    heads = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert [head for head in heads if head in EXAMPLES] == list(EXAMPLES)
    assert heads[0] not in EXAMPLES
    assert len(text.encode()) <= MOST_BYTES_OF_A_SHEET
    assert "Find three faults before you read on." in text
    assert not re.search(r"<[a-z/!]|\]\(", text)


@of_each_exercise
def test_its_sheet_has_a_box_for_each_point_and_the_answers_last(exercise):
    found, own = guide(exercise), own_sheet(exercise)
    readings = [READINGS[name] for name in found.readings]
    text = sheet_of(exercise, own, readings, parts=found.parts, mistakes=found.mistakes)
    boxes = text.split("## Done when")[1].split("\n## ")[0]
    assert boxes.count("- [ ] ") == len(exercise.accept)
    heads = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert heads[-1] == "The three faults"
    assert text.split("## The three faults")[1].count("\n3. ") == 1
    # As it is given, nothing is written in it.
    assert held_against(text, text).notes == ()
    # Nor in an older edition, known by its mark.
    older = with_mark(text).replace("…", "...").replace("**", "__")
    assert held_against("# Newer\n", older).notes == ()
    filled = re.sub(r"^\|(?: \|)+$", "| Ada |", own, flags=re.MULTILINE)
    assert bool(held_against(own, filled).notes) == (filled != own)


@of_each_exercise
def test_its_example_is_the_good_one_the_poor_one_and_the_faults(exercise):
    text = examples_in(own_sheet(exercise))
    heads = re.findall(r"^#{1,6} (.+)$", text, flags=re.MULTILINE)
    assert [head for head in heads if head in EXAMPLES] == list(EXAMPLES[:3])
    assert text.startswith("## A good example")
    good, poor = text.split("## A poor example")
    assert good.count("\n>") >= 3
    assert "\n>" in poor.split("## The three faults")[0]


@of_each_exercise
def test_its_figures_can_be_computed_and_stand_in_the_sheet(exercise):
    figures = [asked_of(row) for row in figures_of(exercise, SHIPPED, None)]
    answers = answers_in(own_sheet(exercise)) or {}
    labels = {label for label in answers if label not in {"figure", "---"}}
    assert labels == {" ".join(each.asks.lower().split()) for each in figures}
    assert len({each.id for each in figures}) == len(figures)
    for each in figures:
        right = expected_of(each, table)
        typed = "none" if right is None else f"{right:,.6f}"
        [found] = marked([each], {" ".join(each.asks.lower().split()): typed}, table)
        assert found.state == "right"


def test_no_guide_or_sheet_is_of_an_exercise_that_is_not_there():
    names = {each.id for each in EXERCISES}
    steps = {Path(step.sheet).stem for step in SHIPPED.steps if step.sheet}
    skills = {skill.id for skill in SHIPPED.skills}
    for folder in ("guides", "figures"):
        for file in (DATA / folder).glob("*.toml"):
            assert file.stem in skills
            found = {
                SHIPPED.exercise[name].skill for name in tomllib.loads(file.read_text("utf-8"))
            }
            assert found == {file.stem}
    assert {file.stem for file in (DATA / "sheets").glob("*.md")} <= names | steps


def test_no_two_sheets_tell_the_same_example():
    firsts = [own_sheet(each).split("## A good example")[1][:200] for each in EXERCISES]
    assert len(set(firsts)) == len(firsts)


@of_each(READINGS.values(), called=lambda reading: reading.id)
def test_a_reading_has_an_address_its_minutes_and_the_day_it_was_opened_if_it_was(reading):
    assert re.fullmatch(r"https?://[a-z0-9.-]+\.[a-z]{2,}(/[^\s]*)?", reading.url)
    assert not WANTS_AN_ACCOUNT.search(reading.url)
    assert 3 <= reading.minutes <= 90
    assert reading.why
    assert reading.read is None or reading.read <= WRITTEN_ON


def test_every_skill_has_two_graded_samples():
    there = {file.stem for file in (DATA / "samples").glob("*.toml")}
    assert there == {skill.id for skill in SHIPPED.skills if not skill.retired}


def test_next_and_work_give_what_lies_there():
    task = run_cli("next", "--json").json["task"]
    name = task["id"] if task["kind"] == "exercise" else EXERCISES[0].id
    text = run_cli("work", name, "--print").out
    for part in task.get("parts", ()):
        assert part["text"].split()[0] in text
    assert "## A good example" in text
