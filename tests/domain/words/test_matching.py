import pytest

from pmcareer.domain.words.choices import Choice
from pmcareer.domain.words.matching import begins_words, fitting, words_to_find

THINGS = (
    Choice(id="team-lead", title="Team lead", aliases=("QA lead",)),
    Choice(id="qa-lead-2", title="Lead of quality", replaces=("quality",)),
    Choice(id="gone", title="Team lead of old", retired=True),
)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        pytest.param("quality", ["qa-lead-2"], id="an old id before words of a title"),
        pytest.param("team lead", ["team-lead"], id="a title before its words"),
        pytest.param("qa lead", ["team-lead"], id="another name before the start of an id"),
        pytest.param("team", ["team-lead"], id="what is retired is seldom meant"),
        pytest.param("of old", ["gone"], id="but can be"),
        pytest.param("lead", ["team-lead", "qa-lead-2"], id="all that a word fits"),
        pytest.param("director", [], id="none"),
    ],
)
def test_the_surest_sign_that_anything_bears_decides(wanted, meant):
    assert [each.id for each in fitting(THINGS, wanted)] == meant


def test_words_begin_words_and_a_letter_or_two_are_too_few():
    assert begins_words(words_to_find("cha tea"), "A team charter")
    assert not begins_words(words_to_find("art"), "A team charter")
    assert not begins_words(words_to_find("te"), "A team charter")
    assert not begins_words(words_to_find("---"), "A team charter")
