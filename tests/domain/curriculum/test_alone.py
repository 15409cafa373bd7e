import re

from pmcareer.domain.curriculum.alone import for_one_alone
from pmcareer.domain.curriculum.items import DoneAlone
from pmcareer.domain.person.person import person_of
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise

SHIPPED = read_curriculum(None)
NEAR = re.compile(r"your (own )?PM\b|your project manager|another PM\b")


def texts_of(curriculum):
    for each in curriculum.exercises:
        if each.skill != "stakeholders" or each.level < 4:
            yield " ".join((each.title, *each.accept, each.at_work or ""))


def test_nobody_alone_is_sent_to_a_project_manager_near():
    for context in ("alone", "contract", "break"):
        said = a_logbook(a_profile(context=context))
        found = list(texts_of(person_of(SHIPPED, said, TODAY).curriculum))

        assert list(filter(NEAR.search, found)) == []
    assert list(filter(NEAR.search, texts_of(SHIPPED)))


def test_what_is_not_worded_anew_stays_and_at_home_nothing_is_said_of_work():
    alone = DoneAlone(title="Watch from outside")
    plain = a_curriculum(
        an_exercise("app-01", alone=alone, at_work="Ask inside"), an_exercise(at_work="At it")
    )
    here, away = (for_one_alone(plain, is_away=is_away) for is_away in (False, True))

    assert here.exercise["app-01"].title == "Watch from outside"
    assert here.exercise["app-01"].at_work == "Ask inside"
    assert here.exercise["rsk-01"] is plain.exercise["rsk-01"]
    assert away.exercise["app-01"].at_work is None
    assert away.exercise["rsk-01"].at_work is None
    assert here.as_written is plain
    assert for_one_alone(plain, is_away=False) is here
