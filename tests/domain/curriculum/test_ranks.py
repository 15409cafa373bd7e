from pmcareer.domain.curriculum.ranks import is_above

from builders import a_curriculum, a_move, a_role

LOWER = a_role("lower", years=(2, 9), work=("hands-on", "leading"))
HIGHER = a_role("higher", years=(8, 14), work=("programme",))
OTHER = a_role("other", years=(8, 14), work=("business",))
ASIDE = a_role("aside", years=(2, 9), work=("programme",))
ANY = a_role("any", years=(0, 1), work=("hands-on",))
MAP = a_curriculum(
    LOWER, HIGHER, OTHER, ASIDE, ANY, a_move("any", "lower"), a_move("lower", "higher"),
    a_move("lower", "other"), a_move("lower", "aside"),
)  # fmt: skip


def test_a_role_further_along_whose_work_is_of_that_kind_is_a_rank_above():
    assert is_above(MAP, HIGHER, LOWER)
    assert is_above(MAP, HIGHER, ANY)
    assert not is_above(MAP, LOWER, HIGHER)


def test_other_work_as_many_years_or_no_way_make_no_rank_above():
    assert not is_above(MAP, OTHER, LOWER)
    assert not is_above(MAP, ASIDE, LOWER)
    assert not is_above(MAP, HIGHER, OTHER)
    assert not is_above(MAP, HIGHER, a_role("unknown", work=("leading",)))
