"""Of the same there is one answer, and of what only looks the same there are two."""

from pmcareer.domain.ground.shared import Shared


def test_what_was_made_of_the_same_is_not_made_again():
    made, shared = [], Shared()

    def make() -> list[str]:
        made.append("once more")
        return ["an answer"]

    curriculum = object()
    first = shared.once(make, "order", 3, of=(curriculum,))

    assert shared.once(make, "order", 3, of=(curriculum,)) is first
    assert made == ["once more"]


def test_another_name_value_or_object_has_its_own_answer():
    shared, curriculum, other = Shared(), object(), object()
    keys = [
        ("order", 3, (curriculum,)),
        ("asked", 3, (curriculum,)),
        ("order", 4, (curriculum,)),
        ("order", 3, (other,)),
        ("order", 3, (curriculum, other)),
        ("order", 3, ()),
    ]

    def answers() -> list[int]:
        return [shared.once(lambda at=at: at, *key[:2], of=key[2]) for at, key in enumerate(keys)]

    assert answers() == answers() == [*range(len(keys))]


def test_equal_objects_are_not_the_very_object():
    one, same = ["an entry"], ["an entry"]
    shared = Shared()

    assert shared.once(lambda: "of one", "kept", of=(one,)) == "of one"
    assert shared.once(lambda: "of the other", "kept", of=(same,)) == "of the other"


def test_an_answer_keeps_what_it_is_of():
    # Else another object could get its place in memory, and with it its answer.
    shared = Shared()

    found = [shared.once(lambda n=n: n, "kept", of=([n],)) for n in range(100)]

    assert found == [*range(100)]
