"""Graded samples are there for shipped skills as we tell their levels, and shown by `assess`."""

import pytest

from pmcareer.errors import BadGuide
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.curriculum.samples import read_samples, samples_of
from running import a_home, run_cli

from builders import a_curriculum, an_exercise

SHIPPED = read_curriculum(None)
GRADED = [skill for skill in SHIPPED.skills if samples_of(skill, SHIPPED, None)]


@pytest.mark.parametrize("skill", GRADED, ids=lambda skill: skill.id)
def test_two_samples_of_neighbouring_levels_say_why_this_one_and_not_the_next(skill):
    lower, higher = samples_of(skill, SHIPPED, None)
    assert higher.level == lower.level + 1
    for sample in (lower, higher):
        assert 80 <= len(sample.text.split()) <= 150
        assert f"evel {sample.level}" in sample.why
        assert f"evel {sample.level + 1}" in sample.why_not


def test_assess_shows_them_with_the_one_skill():
    assert GRADED
    skill = GRADED[0]
    out = run_cli("assess", skill.id).out
    for sample in samples_of(skill, SHIPPED, None):
        assert f"This is level {sample.level}" in out
    [keys] = run_cli("assess", skill.id, "--json").json["skills"]
    assert len(keys["samples"]) == 2
    assert "This is level" not in run_cli("assess").out


def test_a_skill_whose_levels_are_told_otherwise_has_none():
    other = GRADED[0].model_copy(update={"levels": ("a", "b")})
    assert samples_of(other, SHIPPED, None) == ()


def test_an_own_curriculum_has_none():
    a_home(a_curriculum(an_exercise("rsk-01")))
    [keys] = run_cli("assess", "risk", "--json").json["skills"]
    assert keys["samples"] == []


def test_a_broken_file_is_one_sentence(tmp_path):
    file = tmp_path / "risk.toml"
    file.write_text("[[samples]]\nlevel = 9\n", encoding="utf-8")
    with pytest.raises(BadGuide) as failed:
        read_samples(file)
    assert "\n" not in failed.value.message
