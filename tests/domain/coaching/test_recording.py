import pytest

from pmcareer.domain.coaching.recording import entry_kind, refuse_slip, something_to_log
from pmcareer.domain.coaching.remarks import remarks_on
from pmcareer.domain.logbook.entries import Finished, Practised, Worked
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.lookup import something_named
from pmcareer.errors import (
    AlreadyLogged,
    AmbiguousWord,
    NotAlone,
    NothingToLog,
    NotLogged,
    OfAnotherUse,
    UnknownWord,
)

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_practice,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    did,
    finished,
    practised,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", requires=("rsk-01",), hours=(1, 1, 1)),
    an_exercise("rsk-05", level=1, core=False),
    an_exercise("rsk-09", span_days=56, hours=(1, 1, 1)),
    a_practice("h01"),
    a_job_step("j5"),
)


def somebody(*entries) -> Person:
    return person_of(SMALL, a_logbook(*entries), TODAY)


def planner(*entries) -> Planner:
    return Planner(person=somebody(*entries))


def kind(word: str, *, partial: bool = False, minutes=None, left=None, **said: str):
    meant = something_named(SMALL, word, ("exercise", "practice", "step"))
    return entry_kind(meant, partial=partial, minutes=minutes, left=left, said=said)


def test_without_a_word_it_is_todays_task():
    assert something_to_log(planner(), None).item.id == "rsk-01"
    assert something_to_log(planner(finished("rsk-01")), None).item.id == "rsk-02"


def test_without_a_task_today_nothing_is_logged():
    done = [finished(name, on="2026-11-01") for name in ("rsk-01", "rsk-02", "rsk-09")]
    # What is left is the search, and of that the one step was taken today.
    assert something_to_log(planner(*done), None).item.id == "j5"
    with pytest.raises(NothingToLog):
        something_to_log(planner(*done, did("j5")), None)


@pytest.mark.parametrize("word", ["rsk-02", "h01", "j5"])
def test_a_word_means_an_exercise_a_practice_or_a_step(word):
    assert something_to_log(planner(), word).item.id == word


def test_a_word_of_two_titles_means_the_practice_only_while_it_is_kept():
    both = a_curriculum(
        an_exercise("rsk-01", title="Round of risks"), a_practice("h01", title="Risks at nine")
    )

    def meant(*picked):
        log = a_logbook(a_profile(practices=picked, on="2026-11-02"))
        return something_to_log(Planner(person=person_of(both, log, TODAY)), "risks")

    assert meant("h01").item.id == "h01"
    with pytest.raises(AmbiguousWord):
        meant()


def test_a_wrong_word_is_nobodys_note():
    with pytest.raises(UnknownWord):
        something_to_log(planner(), "rsk-20")


@pytest.mark.parametrize("word", ["junior-pm", "Junior PM", "pmp"])
def test_a_role_or_a_certificate_is_no_exercise_whose_title_has_the_word(word):
    coached = an_exercise("mgs-04", title="Coach a junior PM with a PMP")
    roles = [a_role("coder"), a_role("junior-pm"), a_role("tech-pm")]
    has_both = a_curriculum(coached, *roles, a_certification("pmp"))
    known = Planner(person=person_of(has_both, a_logbook(), TODAY))
    with pytest.raises(NotLogged) as refused:
        something_to_log(known, word)
    assert refused.value.hint.endswith(word.lower().replace(" ", "-"))


def test_an_exercise_that_bears_the_id_of_a_role_is_still_an_exercise():
    has_both = a_curriculum(an_exercise("coder"), a_role("coder"))
    known = Planner(person=person_of(has_both, a_logbook(), TODAY))
    assert something_to_log(known, "coder").kind == "exercise"


def test_an_exercise_is_finished_unless_it_is_partial():
    assert kind("rsk-01", minutes=90, mode="simulated", part=None) == (
        Finished,
        {"exercise": "rsk-01", "minutes": 90, "mode": "simulated"},
    )
    assert kind("rsk-01", partial=True, minutes=45, note="Half")[0] is Worked
    assert kind("rsk-01")[1]["minutes"] is None


def test_what_is_left_is_kept_with_partial_work():
    assert kind("rsk-01", partial=True, minutes=45, left=180) == (
        Worked,
        {"exercise": "rsk-01", "minutes": 45, "left": 180},
    )


def test_a_practice_is_kept_and_a_step_is_done():
    assert kind("h01", minutes=5) == (Practised, {"practice": "h01", "minutes": 5})
    assert kind("j5", note="Sent")[1] == {"step": "j5", "note": "Sent"}
    assert kind("j5", minutes=30)[1] == {"step": "j5", "minutes": 30}
    assert kind("j5", outcome="A talk", whom="Acme")[1] == {
        "step": "j5",
        "outcome": "A talk",
        "with": "Acme",
    }
    assert kind("j5", partial=True)[1] == {"step": "j5", "begun": True}


@pytest.mark.parametrize(
    ("word", "keys", "option"),
    [
        pytest.param("rsk-01", {"partial": True}, "--partial", id="partial work without minutes"),
        pytest.param(
            "rsk-01",
            {"partial": True, "minutes": 9, "part": "led"},
            "--led",
            id="partial work that was led",
        ),
        pytest.param(
            "rsk-01",
            {"partial": True, "minutes": 9, "reviewed_by": "A"},
            "--reviewed-by",
            id="or reviewed",
        ),
        pytest.param("h01", {"partial": True, "minutes": 9}, "--partial", id="a practice in part"),
        pytest.param("h01", {"mode": "simulated"}, "--simulated", id="a practice simulated"),
        pytest.param("rsk-01", {"left": 180}, "--partial --left 3h", id="left of what is done"),
        pytest.param("h01", {"left": 9}, "--left", id="what is left of a practice"),
        pytest.param("j5", {"part": "led"}, "--led", id="a step that was led"),
        pytest.param("j5", {"left": 9, "partial": True}, "--left", id="what is left of a step"),
    ],
)
def test_what_has_no_place_in_an_entry_is_refused_by_its_name(word, keys, option):
    with pytest.raises((OfAnotherUse, NotAlone)) as refused:
        kind(word, **keys)
    assert option in f"{refused.value.message} {refused.value.hint}"


def test_the_same_exercise_twice_on_a_day_is_a_slip_unless_it_is_said():
    person = somebody(finished("rsk-01", on="2026-11-20"))
    again = finished("rsk-01", on="2026-11-20", id="again")

    with pytest.raises(AlreadyLogged):
        refuse_slip(person, again, again=False)
    refuse_slip(person, again, again=True)


@pytest.mark.parametrize(
    "entry",
    [
        finished("rsk-01", id="next-day"),
        finished("rsk-02", on="2026-11-20"),
        worked("rsk-01", on="2026-11-20"),
    ],
    ids=["another day", "another exercise", "work on it"],
)
def test_what_is_no_slip(entry):
    refuse_slip(somebody(finished("rsk-01", on="2026-11-20")), entry, again=False)


def remarks(entry, *entries) -> str:
    person, after = somebody(*entries), somebody(*entries, entry)
    return " ".join(remarks_on(person, entry, planner(*entries), after))


@pytest.mark.parametrize(
    ("entry", "before", "said"),
    [
        pytest.param(
            finished("rsk-02"), [], "builds on rsk-01, still open", id="what it builds on is open"
        ),
        pytest.param(
            finished("rsk-01"),
            [finished("rsk-01", on="2026-11-01")],
            "counts once",
            id="finished before",
        ),
        pytest.param(finished("rsk-05"), [], "not in your plan", id="outside the plan"),
        pytest.param(
            finished("rsk-09"),
            [worked("rsk-09", on="2026-11-01")],
            "spans 56 days, to 27 Dec 2026",
            id="an open span",
        ),
    ],
)
def test_what_is_unusual_is_said_and_not_refused(entry, before, said):
    assert said in remarks(entry, *before)


@pytest.mark.parametrize(
    ("entry", "before"),
    [
        pytest.param(finished("rsk-01"), [], id="the task of the day"),
        pytest.param(finished("rsk-02"), [finished("rsk-01")], id="what it builds on is done"),
        pytest.param(practised("h01"), [], id="a practice"),
        pytest.param(
            finished("rsk-09"), [worked("rsk-09", on="2026-09-01")], id="a span that is over"
        ),
    ],
)
def test_what_is_usual_needs_no_remark(entry, before):
    assert remarks(entry, *before) == ""


def test_partial_work_past_the_estimate_is_named_with_what_can_be_done():
    # The 5 hours of today run past 4; a quarter more of them is to come, 1 h 15.
    line = "5 of 4 h: finish it, split it, or say what is left: pmcareer log rsk-01 --partial"
    assert line in remarks(worked("rsk-01", 300))
    assert remarks(worked("rsk-01", 240)) == ""
    assert "of 4 h" not in remarks(finished("rsk-01", minutes=300))


def test_what_is_covered_is_not_missed():
    assert "still open" not in remarks(finished("rsk-02"), assessed("risk", 2, "manager"))
