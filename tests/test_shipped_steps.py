"""What the shipped steps promise: nobody is left with nothing to do about what sets their date."""

from collections import Counter
from pathlib import Path

from markdown_it import MarkdownIt

from pmcareer.domain.curriculum.gate import ByOthers
from pmcareer.exports.sheet import examples_in, sheet_of
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.curriculum.sheets import read_sheet, sheet_folders
from sweeps import of_each

SHIPPED = read_curriculum(None)
STEPS = [step for step in SHIPPED.steps if not step.retired]
FOLDERS = sheet_folders(SHIPPED, None)
FEWEST, MOST = 3, 6
SHORTEST, LONGEST = 5, 120
"""Minutes."""
LONGEST_TITLE = 60
LONGEST_DO = 300
"""Letters: two sentences that fit a card of 22 lines."""
MOST_BYTES = 122_000
"""What is parsed each time that a step is looked for: a sixth of a millisecond for each thousand.

Half of the moves came later, and most of them are served by naming no start at all.
"""
DETOURS = [role.id for role in SHIPPED.roles if role.detour]
GATES = [
    gate.id
    for item in (*SHIPPED.roles, *SHIPPED.moves)
    for gate in item.gates
    if isinstance(gate, ByOthers)
]
CERTIFICATES = [each.id for each in SHIPPED.certifications]
OTHERS = [*DETOURS, *GATES, *CERTIFICATES, "search"]

of_each_step = of_each(STEPS, called=lambda step: step.id)


def steps_for(name):
    # What is done while one is on a detour has the detour as its start.
    return [step for step in STEPS if name in step.use_for and name not in step.source]


def test_there_is_something_to_serve():
    assert all((DETOURS, GATES, CERTIFICATES))


@of_each(SHIPPED.moves, called=lambda move: f"{move.source} {move.target}")
def test_every_move_has_three_to_six_steps(move):
    serving = [
        step
        for step in STEPS
        if move.target in step.use_for and (not step.source or move.source in step.source)
    ]
    assert FEWEST <= len(serving) <= MOST


@of_each(OTHERS)
def test_every_detour_gate_and_certificate_and_the_search_has_three_to_six_steps(name):
    assert FEWEST <= len(steps_for(name)) <= MOST


@of_each(DETOURS)
def test_somebody_on_a_detour_that_gives_months_has_steps_for_the_time_there(name):
    there = [step for step in STEPS if name in step.source]
    assert there or not SHIPPED.role[name].work_shares


@of_each_step
def test_it_says_what_to_do_and_why_and_what_shows_that_it_is_done(step):
    assert step.do
    assert step.why
    assert len(step.do) <= LONGEST_DO
    assert 2 <= len(step.accept) <= 4
    assert len(set(step.accept)) == len(step.accept)


@of_each_step
def test_it_fits_into_an_evening(step):
    assert SHORTEST <= step.minutes <= LONGEST


@of_each_step
def test_its_title_fits_a_line(step):
    assert len(step.title) <= LONGEST_TITLE


@of_each_step
def test_its_sheet_can_be_filled_in(step):
    text = sheet_of(step, read_sheet(step.sheet, FOLDERS) if step.sheet else None)
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<h1>") == 1
    assert text.count("- [ ] ") >= len(step.accept)
    assert "<table>" in html


def test_no_two_are_called_the_same():
    titles = Counter(step.title.lower() for step in STEPS)
    assert [title for title, times in titles.items() if times > 1] == []


@of_each(OTHERS)
def test_something_can_be_done_at_once_and_nothing_waits_for_what_is_for_others(name):
    serving = steps_for(name)
    ids = {step.id for step in serving}
    assert any(not step.requires for step in serving)
    for step in serving:
        assert set(step.requires) <= ids | SHIPPED.exercise.keys()


def test_asks_that_wait_for_an_answer_are_asked_again_within_three_weeks():
    waiting = [step.waits for step in STEPS if step.waits]
    assert waiting
    assert all(14 <= days <= 21 for days in waiting)


def test_every_sheet_of_a_step_has_a_good_and_a_poor_example_and_room():
    for name in {step.sheet for step in STEPS if step.sheet}:
        text = (Path(FOLDERS[0]) / name).read_text(encoding="utf-8")
        assert text.startswith("## ")
        examples = examples_in(text)
        assert "### A good one" in examples
        assert "### A poor one" in examples
        assert "- [ ] " in text
        assert "| |" in text


def test_the_file_is_small_enough_to_be_parsed_on_the_way_to_an_answer():
    assert (Path(FOLDERS[0]) / "steps.toml").stat().st_size <= MOST_BYTES
