import pytest

from pmcareer.domain.words.lookup import entry_named, role_named, something_named
from pmcareer.errors import AlreadyUndone, AmbiguousWord, UnknownEntry, UnknownWord, WrongValue

from builders import (
    a_curriculum,
    a_gate,
    a_lesson,
    a_logbook,
    a_practice,
    a_role,
    a_step,
    an_exercise,
    void,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", title="A living risk register"),
    an_exercise("rsk-02", title="Pre-mortem with the team", replaces=("old-02",)),
    an_exercise("pln-01", title="Risk budget", skill="planning"),
    an_exercise("pln-02", title="Gone", skill="planning", retired=True),
    a_practice("h01", title="Clear the oldest blocker"),
)


def exercise_meant(typed):
    return something_named(SMALL, typed, ["exercise"]).item.id


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("rsk-01", "rsk-01", id="an id"),
        pytest.param(" RSK-01 ", "rsk-01", id="an id in capitals"),
        pytest.param("old-02", "rsk-02", id="the id it had before"),
        pytest.param("a  Living risk Register", "rsk-01", id="a title"),
        pytest.param("living reg", "rsk-01", id="beginnings of words of a title"),
        pytest.param("pre-mortem", "rsk-02", id="a word with a dash"),
        pytest.param("pln", "pln-01", id="the start of an id, retired ones left out"),
        pytest.param("pln-02", "pln-02", id="a retired one by its id"),
    ],
)
def test_a_word_finds_the_exercise_it_means(typed, meant):
    assert exercise_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "among"), [("rsk", "rsk-01, rsk-02"), ("risk", "pln-01, rsk-01")]
)
def test_a_word_that_could_mean_several_is_not_guessed(typed, among):
    with pytest.raises(AmbiguousWord) as refused:
        exercise_meant(typed)
    assert among in refused.value.hint


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("rsk-99", "rsk-01"),
        ("rks-02", "rsk-02"),
        ("rks-02 25 minuts", "rsk-02"),
        ("living risc registre", "rsk-01"),
    ],
)
def test_a_wrong_word_gets_the_nearest_by_id_or_title(typed, near):
    with pytest.raises(UnknownWord) as refused:
        exercise_meant(typed)
    assert near in refused.value.hint
    assert refused.value.code == "unknown-item"


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_word_is_a_wrong_value(typed):
    with pytest.raises(WrongValue):
        exercise_meant(typed)


@pytest.mark.parametrize("typed", ["e", "a", "te"])
def test_a_letter_or_two_are_no_words_of_a_title(typed):
    with pytest.raises(UnknownWord):
        exercise_meant(typed)


def test_anything_is_found_with_its_kind():
    assert something_named(SMALL, "h01").kind == "practice"
    assert something_named(SMALL, "oldest blocker").item.id == "h01"
    assert something_named(SMALL, "planning").kind == "skill"
    assert something_named(SMALL, "tech-pm").kind == "role"


def test_what_is_vague_means_a_step_or_a_gate_only_where_nothing_else_fits():
    gate = a_gate("talk-held", kind="confirmed", title="A talk held")
    curriculum = a_curriculum(
        an_exercise("tlk-01", title="A talk on risk"),
        a_role("lead", gates=(gate,)),
        a_step("tlk", title="A talk with Anna", **{"for": "lead"}),
    )
    assert something_named(curriculum, "talk").item.id == "tlk-01"
    assert something_named(curriculum, "tlk").kind == "step"
    assert something_named(curriculum, "talk with").kind == "step"
    assert something_named(curriculum, "talk held").kind == "gate"
    assert something_named(curriculum, "talk-h").kind == "gate"


def test_an_entry_is_found_by_the_start_of_its_id():
    lesson = a_lesson("One", id="k7f3q2m9xd")
    assert entry_named(a_logbook(lesson), "k7f") == lesson
    assert entry_named(a_logbook(lesson), "K7F3Q2M9XD") == lesson


def test_an_entry_that_is_taken_back_says_how_it_comes_back():
    lesson = a_lesson("One", id="k7f3q2m9xd")
    with pytest.raises(AlreadyUndone) as refused:
        entry_named(a_logbook(lesson, void(lesson, id="aaaaaaaaaa")), "k7f")
    assert "pmcareer undo aaaaaaaaaa" in refused.value.hint


def test_an_entry_that_is_not_there_or_not_clear_is_refused():
    book = a_logbook(a_lesson("One", id="k7f3q2m9xd"), a_lesson("Two", id="k7aaaaaaaa"))
    with pytest.raises(UnknownEntry):
        entry_named(book, "zzz")
    with pytest.raises(AmbiguousWord):
        entry_named(book, "k7")


MAP = a_curriculum(
    a_role("programmer", title="Individual contributor", aliases=("developer", "QA engineer")),
    a_role("team-lead", title="Team lead", aliases=("lead developer", "test manager")),
    a_role("tech-pm", title="Tech project manager", aliases=("project manager",)),
    a_role("senior-pm", title="Senior project manager"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("developer", "programmer", id="an alias"),
        pytest.param(" qa  Engineer", "programmer", id="an alias in other letters"),
        pytest.param("project manager", "tech-pm", id="an alias that others bear within"),
        pytest.param("test man", "team-lead", id="beginnings of the words of an alias"),
        pytest.param("tech pm", "tech-pm", id="an id without its dash"),
        pytest.param("senior", "senior-pm", id="a word of a title"),
    ],
)
def test_a_role_is_found_by_what_else_it_is_called(typed, meant):
    assert role_named(MAP, typed).id == meant
    assert something_named(MAP, typed).item.id == meant


def test_a_word_of_two_roles_other_names_is_not_guessed():
    with pytest.raises(AmbiguousWord) as refused:
        role_named(MAP, "dev")
    assert "programmer, team-lead" in refused.value.hint


def test_a_mistyped_alias_gets_the_alias():
    with pytest.raises(UnknownWord) as refused:
        role_named(MAP, "develper")
    assert "'developer'" in refused.value.hint


def test_where_no_role_is_near_all_of_them_are_named_save_detours():
    with pytest.raises(UnknownWord) as refused:
        role_named(MAP, "wizzard")
    named = ", ".join(role.id for role in MAP.roles if not role.detour)
    assert refused.value.hint == f"There are: {named}. See: pmcareer list roles"
