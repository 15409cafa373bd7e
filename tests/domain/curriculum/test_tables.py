"""The tables of a curriculum: known as words, as models and by what one item is called."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.links import KEYS, LINKS
from pmcareer.domain.curriculum.tables import MODELS, ROWS
from pmcareer.domain.ground.vocabulary import ONE, TABLES


def test_every_table_has_a_model_a_name_for_one_item_and_a_place_in_the_curriculum():
    assert list(MODELS) == list(TABLES)
    assert ONE.keys() == MODELS.keys() - {"moves"}, "a move is named by the roles it joins"
    assert all(
        hasattr(Curriculum, table) or table in Curriculum.__annotations__ for table in TABLES
    )


def test_links_lead_from_fields_that_are_there_to_tables_that_are_there():
    for table, links in LINKS.items():
        for field, tables in links.items():
            assert field in ROWS[table].model_fields
            assert KEYS.get(field, field) == (ROWS[table].model_fields[field].alias or field)
            assert set(tables) <= {"sides", *TABLES}
