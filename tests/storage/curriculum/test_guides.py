"""What helps with the exercises of a skill lies in a file of its own, and is read for those alone."""

import pytest

from pmcareer.errors import BadGuide
from pmcareer.storage.curriculum.guide_files import guide_in, parsed
from pmcareer.storage.curriculum.guides import (
    figures_of,
    guide_of,
    is_as_shipped,
    readings_named,
)
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.paths import shipped_curriculum

SHIPPED = read_curriculum(None)
FIRST = SHIPPED.exercises[0]


def test_a_shipped_exercise_in_other_words_is_other_work():
    other = FIRST.model_copy(update={"title": "Something else"})
    assert is_as_shipped(FIRST, SHIPPED, None)
    assert not is_as_shipped(other, SHIPPED, None)


def test_a_curriculum_that_stands_alone_has_no_guides_of_ours(tmp_path):
    assert not is_as_shipped(FIRST, SHIPPED, tmp_path / "mine.toml")


def test_figures_are_asked_of_a_shipped_exercise_in_its_own_words_alone(tmp_path):
    asks = next(each for each in SHIPPED.exercises if figures_of(each, SHIPPED, None))
    assert figures_of(asks.model_copy(update={"title": "Other"}), SHIPPED, None) == ()
    assert figures_of(asks, SHIPPED, tmp_path / "mine.toml") == ()


def test_ones_own_keys_go_before_the_file():
    own = FIRST.model_copy(update={"mistakes": ("Mine.",)})
    guide, shipped = guide_of(own, SHIPPED, None), guide_of(FIRST, SHIPPED, None)
    assert guide.mistakes == ("Mine.",)
    assert shipped.parts
    assert (guide.parts, guide.readings) == (shipped.parts, shipped.readings)


def test_one_point_more_keeps_the_guide_and_one_less_does_not():
    more = FIRST.model_copy(update={"accept": (*FIRST.accept, "The office has a copy")})
    less = FIRST.model_copy(update={"accept": FIRST.accept[1:]})
    assert guide_of(more, SHIPPED, None) == guide_of(FIRST, SHIPPED, None)
    assert not is_as_shipped(less, SHIPPED, None)


def test_shipped_parts_are_left_out_where_ones_own_hours_contradict_them():
    short = FIRST.model_copy(update={"hours": (0.1, 0.2, 0.3)})
    guide = guide_of(short, SHIPPED, None)
    assert guide.parts == ()
    assert guide.mistakes == guide_of(FIRST, SHIPPED, None).mistakes


@pytest.mark.parametrize(
    "text",
    [
        "[a]\nparts = 3",
        "parts = [",
        '[a]\nparts = [{ minutes = "25", text = "Do it." }]',
        "[a]\nmore = 1",
        "a = 1",
        "\xff",
    ],
)
def test_a_broken_guide_is_one_sentence_with_its_file(text, tmp_path):
    file = tmp_path / "pmf-01.toml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadGuide) as failed:
        guide_in(file, "a")
    assert str(file) in failed.value.message
    assert "\n" not in failed.value.message


@pytest.mark.parametrize(
    ("text", "wrong"),
    [('[a]\ntitle = "A"\nminutes = "9"', "minutes"), ("[b]", "'a'"), ("a = 1", "'a'")],
)
def test_a_broken_reading_is_one_sentence_with_its_file(text, wrong, tmp_path):
    file = tmp_path / "readings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadGuide) as failed:
        list(readings_named(["a"], file))
    assert str(file) in failed.value.message
    assert wrong in failed.value.message
    assert "\n" not in failed.value.message


def test_every_reading_has_an_address_of_the_web_and_says_when_it_was_opened_or_not():
    readings = list(readings_named(parsed(shipped_curriculum().with_name("readings.toml"))))
    assert len(readings) >= 70
    for reading in readings:
        assert reading.url.startswith("https://") or reading.url.startswith("http://careerreturn")
        assert reading.minutes
        assert reading.why
    assert any(reading.read for reading in readings)
    assert any(reading.read is None for reading in readings)
