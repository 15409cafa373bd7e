"""Problems of what helps with an exercise: parts that don't fit it, too many or too few of them."""

from dataclasses import replace

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guide import doubts_of, faults_of
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.links import Finding, Said, findings


def guide_problems(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find parts that contradict their exercise; what may well be meant is a warning."""
    doubtful = findings(curriculum, ("exercises",), _doubtful)
    warnings = [replace(each, severity="warning") for each in doubtful]
    return (*findings(curriculum, ("exercises",), _wrong), *warnings)


def _wrong(exercise: Exercise) -> Said:
    yield from faults_of(exercise.parts, exercise.hours)


def _doubtful(exercise: Exercise) -> Said:
    yield from doubts_of(exercise.parts, exercise.mistakes)
