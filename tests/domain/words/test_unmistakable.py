import pytest

from pmcareer.domain.words.lookup import Named
from pmcareer.domain.words.unmistakable import refuse_guess, tells
from pmcareer.errors import OnlyAGuess

from builders import a_curriculum, an_exercise

TITLE = "Coach a junior PM over four sessions"
(COACHING,) = a_curriculum(an_exercise("mgs-04", title=TITLE, replaces=("coaching",))).exercises
MEANT = Named(kind="exercise", item=COACHING)


@pytest.mark.parametrize(
    "word", ["mgs-04", "mgs 04", "MGS", "coaching", TITLE, "coach a junior", "junior sessions"]
)
def test_an_id_its_start_and_two_words_of_a_title_are_no_guess(word):
    refuse_guess(MEANT, word)


@pytest.mark.parametrize("word", ["sessions", "a junior", "Coach", "over"])
def test_one_word_of_a_long_title_is_only_a_guess(word):
    with pytest.raises(OnlyAGuess) as refused:
        refuse_guess(MEANT, word)
    assert refused.value.titles == {"mgs-04": TITLE}
    assert "mgs-04" in refused.value.hint


def test_one_word_is_enough_where_it_is_half_of_the_title():
    assert tells("charter", "Draft charter")
    assert not tells("charter", "Read a project charter")
