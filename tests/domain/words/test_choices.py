import pytest

from pmcareer.domain.words.choices import Choice, chosen, several_chosen
from pmcareer.errors import NoSuchNumber, NotAmong, SeveralFit

ROLES = (
    Choice(id="programmer", title="Programmer or analyst", aliases=("developer", "tester")),
    Choice(id="team-lead", title="Team lead", aliases=("lead developer", "test manager")),
    Choice(id="tech-pm", title="Tech project manager", aliases=("project manager",)),
)
DETOUR = Choice(id="part-time-mba", title="Part-time MBA", aliases=("MBA",))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2", "team-lead"),
        (" 02 ", "team-lead"),
        ("tech-pm", "tech-pm"),
        ("Tech PM", "tech-pm"),
        ("analyst", "programmer"),
        ("developer", "programmer"),
        ("Test  Manager", "team-lead"),
        ("prog", "programmer"),
    ],
)
def test_a_number_an_id_a_title_and_another_name_mean_a_choice(typed, meant):
    assert chosen(ROLES, typed).id == meant


def test_what_is_not_listed_can_be_named_where_nothing_listed_fits():
    assert chosen(ROLES, "mba", (DETOUR,)) is DETOUR
    with pytest.raises(NoSuchNumber):
        chosen(ROLES, "4", (DETOUR,))


@pytest.mark.parametrize("typed", ["0", "4", "99999999999"])
def test_a_number_that_none_bears_is_asked_again(typed):
    with pytest.raises(NoSuchNumber) as refused:
        chosen(ROLES, typed)
    assert refused.value.as_answer() == f"There is no number {typed}. They go from 1 to 3."


def test_words_that_fit_several_name_them_with_their_numbers():
    with pytest.raises(SeveralFit) as refused:
        chosen(ROLES, "test")
    said = refused.value.as_answer()
    assert said == "'test' can be 1 Programmer or analyst; 2 Team lead. Which number?"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tster", "'tster' is none of these. Did you mean 1 Programmer or analyst?"),
        ("astronaut", "'astronaut' is none of these. Type a number from 1 to 3, a word, or Enter."),
        ("", "'' is none of these. Type a number"),
    ],
)
def test_a_word_it_does_not_know_gets_the_nearest(typed, said):
    with pytest.raises(NotAmong) as refused:
        chosen(ROLES, typed)
    assert refused.value.as_answer().startswith(said)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", ["programmer"]),
        ("3 1", ["tech-pm", "programmer"]),
        ("3,1, 3", ["tech-pm", "programmer"]),
        ("developer, team lead", ["programmer", "team-lead"]),
        ("2, tester", ["team-lead", "programmer"]),
    ],
)
def test_several_can_be_chosen_each_once(typed, meant):
    assert [each.id for each in several_chosen(ROLES, typed)] == meant


def test_one_wrong_word_among_several_is_named():
    with pytest.raises(NotAmong, match="coffee"):
        several_chosen(ROLES, "tester, coffee")
    with pytest.raises(NotAmong):
        several_chosen(ROLES, " , ")
