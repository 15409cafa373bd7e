"""Which exercise serves which item of a framework: either side may say so."""

from pmcareer.domain.curriculum.serving import exercises_for, served_by, served_by_skill

from builders import a_curriculum, a_framework, an_exercise

OUTLINE = a_framework("pmp-2026", {"id": "r1", "exercises": ("rsk-01",)}, {"id": "r2"})


def serving(curriculum, place=0):
    (framework,) = curriculum.frameworks
    found = exercises_for(curriculum, framework, framework.items[place])
    return [exercise.id for exercise in found]


def test_an_item_names_exercises_and_an_exercise_names_items():
    own = an_exercise("own-01", frameworks=("pmp-2026:r1", "pmp-2026:r2"))
    curriculum = a_curriculum(OUTLINE, an_exercise("rsk-01"), own)
    assert (serving(curriculum, 0), serving(curriculum, 1)) == (["rsk-01", "own-01"], ["own-01"])
    assert [each.name for each in served_by(curriculum, own)] == ["pmp-2026:r1", "pmp-2026:r2"]


def test_what_is_named_by_both_sides_serves_once():
    both = an_exercise("rsk-01", frameworks=("pmp-2026:r1",))
    assert serving(a_curriculum(OUTLINE, both)) == ["rsk-01"]


def test_an_heir_serves_what_the_old_one_served_and_what_is_retired_serves_nothing():
    assert serving(a_curriculum(OUTLINE, an_exercise("new-01", replaces=("rsk-01",)))) == ["new-01"]
    retired = an_exercise("rsk-01", retired=True)
    assert serving(a_curriculum(OUTLINE, retired, an_exercise("rsk-02"))) == []


def test_a_skill_serves_by_its_exercises_and_by_its_level():
    by_level = a_framework("apm3", {"id": "28", "skills": {"risk": 3}})
    curriculum = a_curriculum(OUTLINE, by_level, an_exercise("rsk-01"))
    assert [each.name for each in served_by_skill(curriculum, "risk")] == ["pmp-2026:r1", "apm3:28"]
