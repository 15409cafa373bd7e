"""Where each file of the domain and of the views is proved: by a test of its own name, or as said here.

A screen and the JSON of a command are one answer, so most views are proved with their command;
tests/test_snapshots.py holds six whole screens in two widths besides.
"""

from pathlib import Path

from sweeps import of_each

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "pmcareer"
PROVED_IN = {
    # Values and tables: whoever computes with them proves them.
    "domain/coaching/agenda": "exports/test_ics.py",
    "domain/coaching/interview": "commands/test_start.py",
    "domain/coaching/mentor": "commands/test_export.py",
    "domain/coaching/remarks": "commands/test_log.py",
    "domain/coaching/review": "commands/test_review.py",
    "domain/coaching/answering": "commands/test_answer.py",
    "domain/coaching/changes": "domain/coaching/test_because.py",
    "domain/curriculum/answers": "domain/person/test_given.py",
    "domain/curriculum/catalogue": "storage/curriculum/test_reading.py",
    "domain/curriculum/curriculum": "storage/curriculum/test_reading.py",
    "domain/curriculum/gate": "domain/gates/test_gate_kinds.py",
    "domain/curriculum/guidance": "storage/curriculum/test_reading.py",
    "domain/curriculum/part": "domain/curriculum/test_guide.py",
    "domain/curriculum/samples": "storage/curriculum/test_samples.py",
    "views/parts/guide": "domain/plan/test_parts.py",
    "views/parts/log_lines": "domain/plan/test_parts.py",
    "domain/coaching/likely_target": "commands/test_start.py",
    "domain/curriculum/industries": "domain/curriculum/test_trades.py",
    "domain/curriculum/trade": "domain/curriculum/test_trades.py",
    "domain/curriculum/trade_exercise": "domain/curriculum/test_trades.py",
    "domain/curriculum/items": "storage/curriculum/test_reading.py",
    "domain/curriculum/links": "domain/curriculum/test_checks.py",
    "domain/forecast/outlook": "domain/forecast/test_stage_dates.py",
    "domain/forecast/pace_constants": "domain/forecast/test_pace.py",
    "domain/forecast/per_trial": "domain/forecast/test_walk.py",
    "domain/forecast/lacks": "domain/forecast/test_shared_beginnings.py",
    "domain/plan/rough": "domain/forecast/test_shared_beginnings.py",
    "domain/gates/state": "domain/gates/test_on_record.py",
    "domain/gates/study": "domain/gates/test_certificates.py",
    "domain/gates/wording": "domain/gates/test_gate_kinds.py",
    "domain/practice/question": "domain/practice/test_figures.py",
    "domain/ground/problem": "storage/curriculum/test_reading.py",
    "domain/ground/record": "storage/curriculum/test_reading.py",
    "domain/logbook/typed_entry": "commands/test_story.py",
    "domain/person/by_item": "domain/person/test_person.py",
    "domain/person/next_level": "commands/test_assess.py",
    "domain/person/tenure": "commands/test_start.py",
    "views/certificate/facts": "commands/test_certificate.py",
    "views/parts/plain_words": "test_glossary.py",
    "views/git_driver": "faults/test_git.py",
    "views/look_up/gates": "commands/test_steps.py",
    "domain/words/named": "domain/words/test_lookup.py",
    "domain/plan/cause": "domain/plan/test_drift.py",
    "domain/plan/gap": "commands/test_gap.py",
    "domain/plan/in_short": "commands/test_export.py",
    "domain/plan/milestones": "commands/test_status.py",
    "domain/plan/planned": "domain/plan/test_first.py",
    "domain/plan/replay": "domain/plan/test_drift.py",
    "domain/roadmap/fact": "test_facts_document.py",
    "domain/roadmap/rule_checks": "domain/ground/test_conditions.py",
    "domain/roadmap/weights": "domain/coaching/test_advice.py",
    "domain/words/framework_items": "commands/test_frameworks.py",
    "domain/words/optional": "commands/test_log.py",
    "domain/words/said_words": "commands/test_start.py",
    # What a command draws.
    "views/certificate/in_full": "commands/test_certificate.py",
    "views/certificate/answer": "commands/test_certificate.py",
    "views/certificate/keys": "commands/test_certificate.py",
    "views/certificate/ledger": "commands/test_certificate.py",
    "views/certificate/none_to_pay": "commands/test_certificate.py",
    "views/certificate/recommended": "commands/test_certificate.py",
    "views/certificate/screen": "commands/test_certificate.py",
    "views/certificate/words": "commands/test_certificate.py",
    "views/look_up/guidance": "commands/test_guidance.py",
    "views/look_up/job_search": "commands/test_guidance.py",
    "views/look_up/options": "commands/test_guidance.py",
    "views/lessons": "commands/test_lesson.py",
    "views/look_up/industry": "test_industries.py",
    "views/put_off": "commands/test_defer.py",
    "views/questions": "commands/test_answer.py",
    "views/plan/assumed": "test_three_dates.py",
    "views/parts/because": "test_answers_steer.py",
    "views/parts/aim": "domain/plan/test_aim.py",
    "views/parts/blocks": "views/parts/test_layout.py",
    "views/parts/checklist": "commands/test_next.py",
    "views/parts/entries": "commands/test_history.py",
    "views/parts/gates": "domain/gates/test_gate_kinds.py",
    "views/parts/items": "commands/test_show.py",
    "views/parts/keys": "commands/test_next.py",
    "views/parts/step_card": "commands/test_next_step.py",
    "views/parts/stored": "commands/test_assess.py",
    "views/parts/theme": "cli/test_streams.py",
    "views/plan/answer": "commands/test_plan.py",
    "views/plan/detail": "commands/test_plan.py",
    "views/plan/drawing": "laws/test_law_of_the_picture.py",
    "views/plan/glance": "laws/test_law_of_the_picture.py",
    "views/plan/in_full": "commands/test_plan.py",
    "views/plan/painting": "laws/test_law_of_the_picture.py",
    "views/plan/keys": "commands/test_plan.py",
    "views/plan/routes": "commands/test_list.py",
    "views/plan/screen": "commands/test_plan.py",
    "views/plan/sections": "commands/test_plan.py",
    "views/gap/answer": "commands/test_gap.py",
    "views/gap/framework": "commands/test_frameworks.py",
    "views/gap/framework_in_full": "commands/test_frameworks.py",
    "views/gap/framework_keys": "commands/test_frameworks.py",
    "views/look_up/frameworks": "commands/test_frameworks.py",
    "views/gap/in_full": "commands/test_gap.py",
    "views/gap/keys": "commands/test_gap.py",
    "views/gap/skills": "commands/test_gap.py",
    "views/gap/screen": "commands/test_gap.py",
    "views/gap/sentences": "commands/test_gap.py",
    "views/review/answer": "commands/test_review.py",
    "views/review/in_full": "commands/test_review.py",
    "views/review/keys": "commands/test_review.py",
    "views/review/screen": "commands/test_review.py",
    "views/review/sentences": "commands/test_review.py",
    "views/status/bars": "commands/test_status.py",
    "views/status/head": "commands/test_status.py",
    "views/status/in_full": "commands/test_status.py",
    "views/status/blocks": "test_one_screen.py",
    "views/status/answer": "commands/test_status.py",
    "views/status/keys": "commands/test_status.py",
    "views/status/screen": "commands/test_status.py",
}


def _files_of(floor: str) -> list[str]:
    files = (SOURCE / floor).rglob("*.py")
    return sorted(
        file.relative_to(SOURCE).with_suffix("").as_posix()
        for file in files
        if file.name != "__init__.py"
    )


FILES = [*_files_of("domain"), *_files_of("views")]


@of_each(FILES)
def test_a_file_is_proved_somewhere(file):
    folder, _, name = file.rpartition("/")
    own = TESTS / folder / f"test_{name}.py"
    with_its_command = TESTS / "commands" / f"test_{name}.py"
    if file in PROVED_IN:
        assert not own.is_file(), "it has a test of its own name by now: take the row out"
        assert (TESTS / PROVED_IN[file]).is_file()
    else:
        assert own.is_file() or (file.startswith("views/") and with_its_command.is_file())


def test_no_file_is_named_that_is_gone():
    assert sorted(PROVED_IN.keys() - set(FILES)) == []
