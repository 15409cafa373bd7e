"""A curriculum's file: read, laid over the shipped one, or refused with every problem at once."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.curriculum.tables import MODELS
from pmcareer.errors import DataFileBroken, NewerCurriculum, NoSuchFile, NotReadable
from pmcareer.storage.curriculum.packing import PACK, packed
from pmcareer.storage.curriculum.reading import _shipped, check_curriculum, read_curriculum
from pmcareer.storage.paths import shipped_curriculum
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    curriculum_text,
    worked,
)

HEAD = 'format = 1\ntitle = "A small one"\nversion = "2026.11"\n'
SMALL = (
    HEAD
    + """
[[skills]]
id = "risk"
title = "Risk management"
side = "ways-of-working"

[[exercises]]
id = "rsk-01"
skill = "risk"
title = "First risks"
level = 2
hours = [1, 2, 3]
core = true

[[roles]]
id = "starter"
title = "Where it begins"
needs = {}

[[roles]]
id = "tech-pm"
title = "Tech project manager"
needs = { risk = 2 }
"""
)
IS_VALIDATED = """
import sys
from pathlib import Path
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.storage.curriculum.reading import _shipped
_shipped(Path(sys.argv[1]))
print(Exercise.__pydantic_complete__)
"""
needs_shipped = pytest.mark.skipif(
    not shipped_curriculum().is_file(), reason="needs data/curriculum.toml"
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "curriculum.toml"


def problems_with(file, content):
    """Give the problems as lines "7: where: message hint"."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataFileBroken) as caught:
        read_curriculum(file)
    assert caught.value.exit_code == 3
    assert all(problem.file == str(file) for problem in caught.value.problems)
    return [
        f"{each.line}: {each.where}: {each.message} {each.hint}".strip()
        for each in caught.value.problems
    ]


def test_what_is_written_is_read(file):
    curriculum = a_curriculum(
        an_exercise("rsk-01"), an_exercise("rsk-02", requires=("rsk-01",)), a_move()
    )
    file.write_text(curriculum_text(curriculum))
    assert read_curriculum(file) == curriculum


def test_skills_exercises_and_roles_are_enough(file):
    file.write_text(SMALL)
    assert read_curriculum(file).title == "A small one"
    assert check_curriculum(file).problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_byte_order_mark_and_any_line_end_are_read(file, end):
    """F24."""
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", end).encode())
    assert read_curriculum(file).exercises[0].id == "rsk-01"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(NoSuchFile, match=r"nowhere\.toml") as caught:
        read_curriculum(tmp_path / "nowhere.toml")
    assert caught.value.exit_code == 1


def test_a_folder_is_no_curriculum(tmp_path):
    with pytest.raises(NotReadable):
        read_curriculum(tmp_path)


def test_a_newer_format_asks_for_an_update(file):
    file.write_text(SMALL.replace("format = 1", "format = 2").replace("level", "height"))
    with pytest.raises(NewerCurriculum, match="format 2") as caught:
        read_curriculum(file)
    assert "pip install --upgrade pmcareer" in caught.value.hint


def test_every_wrong_value_is_told_at_once_with_line_item_and_mend(file):
    text = SMALL.replace('"ways-of-working"', '"way-of-working"').replace(
        "level = 2\n", "level = 9\nlevle = 2\n"
    )
    text = text.replace("hours = [1, 2, 3]", "hours = [1, -2, inf]").replace(
        'title = "Where it begins"\n', ""
    )
    assert problems_with(file, text + 'colour = "red"\n') == [
        "8: skills risk, side: there is no side 'way-of-working'. Did you mean 'ways-of-working'?",
        "14: exercises rsk-01, level: 9 is out of bounds. It must be at most 5.",
        "15: exercises rsk-01, levle: nothing knows this key. Did you mean 'level'?",
        "16: exercises rsk-01, hours 2: -2 is out of bounds. It must be more than 0.",
        "16: exercises rsk-01, hours 3: inf is not a number that can be counted with.",
        "19: roles starter, title: it is missing. Add title = …",
        "27: roles tech-pm, colour: nothing knows this key. Take it out.",
    ]


def test_wrong_values_and_links_that_lead_nowhere_are_told_in_one_pass(file):
    text = SMALL.replace('"ways-of-working"', '"way-of-working"')
    text = text.replace("level = 2", 'level = 9\nrequires = ["rsk-1", "no id"]')
    text = text.replace("{ risk = 2 }", "{ risk = 7, tools = 2 }")
    move = '\n[[moves]]\nfrom = "starter"\nto = "tech"\nmonths = [1]\n'
    told = [
        problem.partition("? ")[0].partition(". ")[0]
        for problem in problems_with(file, text + move)
    ]
    assert [line.split(": ", 1)[1].rstrip(".") for line in told] == [
        "skills risk, side: there is no side 'way-of-working'",
        "exercises rsk-01, level: 9 is out of bounds",
        "exercises rsk-01, requires 2: 'no id' is no id",
        "exercises rsk-01, requires: there is no exercise 'rsk-1'",
        "roles tech-pm, needs, risk: 7 is out of bounds",
        "roles tech-pm, needs: there is no skill 'tools'",
        "moves starter -> tech, to: there is no role 'tech'",
        "moves starter -> tech, months 2: value 2 is missing",
        "moves starter -> tech, months 3: value 3 is missing",
    ]


def test_what_is_left_out_for_being_wrong_is_not_missed(file):
    """An exercise of level 9 is there all the same: nothing says that it is not."""
    text = SMALL.replace("level = 2", "level = 9") + (
        '\n[[exercises]]\nid = "rsk-02"\nskill = "risk"\ntitle = "More"\nlevel = 2\n'
        'hours = [1, 2, 3]\nrequires = ["rsk-01"]\n\n[[exercises]]\ntitle = "Nameless"\n'
    )
    told = problems_with(file, text)
    assert len([line for line in told if "rsk-01" in line]) == 1
    assert not any("there is no" in line for line in told)


def test_a_role_that_needs_nothing_need_not_say_so(file):
    file.write_text(SMALL.replace("needs = {}\n", ""))
    assert read_curriculum(file).role["starter"].needs == {}


def test_an_extension_with_wrong_values_is_told_its_links_too(file):
    text = (
        HEAD + 'extends = "shipped"\n\n[[exercises]]\nid = "our-01"\nskill = "rsk"\nlevel = "3"\n'
    )
    told = problems_with(file, text)
    assert [line.split(": ")[1] for line in told].count("exercises our-01, skill") == 1
    assert any("exercises our-01, hours: it is missing" in line for line in told)
    assert all("(shipped)" not in line for line in told)


def test_a_wrong_gate_below_a_role_has_its_own_line(file):
    first = '\n[[roles.gates]]\nid = "g"\nkind = "confirmed"\n'
    second = '\n[[roles.gates]]\nid = "h"\nkind = "experience"\nmonths = "12"\n'
    assert problems_with(file, SMALL + first + second) == [
        "32: roles tech-pm, gates 2, work: it is missing. Add work = …",
        "35: roles tech-pm, gates 2, months: '12' is not a number.",
    ]


def test_a_value_of_a_wrong_form_is_told_the_form_and_no_file_that_may_not_be_there(file):
    link = '\n[[resources]]\nid = "book"\ntitle = "A book"\nurl = "ftp://a"\n'
    problems = problems_with(file, SMALL + link)
    assert any("It has to match ^https?://" in problem for problem in problems), problems
    assert not any("docs/" in problem for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"risk"\ntitle = "Risk',
            '"../../x"\ntitle = "Risk',
            "skills ../../x, id: '../../x' is no id.",
        ),
        ('id = "rsk-01"', 'id = "CON"', "exercises CON, id: 'CON' is no id."),
        ('id = "rsk-01"', f'id = "{"a" * 300}"', "is no id. An id has at most 64"),
        (
            "First risks",
            "a\\u001b]52;c;x\\u0007",
            "title: the text holds a character that can't be seen and could control",
        ),
        ("First risks", "a\\u202eb", "title: the text holds a character that can't be seen"),
        ('"First risks"', '""', "title: the text is empty."),
        ("[1, 2, 3]", "[nan, 2, 3]", "hours 1: nan is not a number that can be counted with."),
        ("[1, 2, 3]", "[1, 2]", "hours 3: value 3 is missing."),
        ("[1, 2, 3]", "[true, 2, 3]", "hours 1: true is not a number."),
        (
            "[1, 2, 3]",
            f"[1, 2, {10**30}]",
            "hours 3: 1000000000000000000000000000000 is out of bounds.",
        ),
        ("core = true", "core = 1", "core: 1 is not true or false."),
        ("core = true", 'requires = "rsk-02"', "requires: 'rsk-02' is not a list in [brackets]."),
        ("core = true", 'requires = ["rsk-2"]', "requires: there is no exercise 'rsk-2'."),
    ],
)
def test_a_hostile_or_careless_value_is_told_in_our_words(file, old, new, said):
    """F33, F36, F38."""
    assert old in SMALL
    problems = problems_with(file, SMALL.replace(old, new, 1))
    assert any(said in problem for problem in problems), problems
    assert not any(
        "Input should" in problem or "\x1b" in problem or "\u202e" in problem
        for problem in problems
    )


UNREADABLE = {
    "a byte that is no text": (b"x = '\xff'", f"byte {len(HEAD) + 5} (0xff) is not UTF-8 text."),
    "a bomb of dots": (b".".join([b"a"] * 20_000) + b" = 1", "too many dots or brackets"),
    "a bomb of dots in a header": (
        b"[" + b".".join([b"a"] * 20_000) + b"]",
        "too many dots or brackets",
    ),
    "a field of small bombs": (
        b"\n".join(b"a%d." % at + b".".join([b"b"] * 99) + b" = 1" for at in range(9000)),
        "too many",
    ),
    "a bomb behind a text": (
        b'x = { y = """\n""", ' + b".".join([b"a"] * 20_000) + b" = 1 }",
        "too many dots",
    ),
    "a bomb of brackets": (b"x = " + b"[" * 3_000, "too many dots or brackets"),
    "a tower of brackets": (
        b"x = " + b"[\n" * 3_000 + b"1" + b"]\n" * 3_000,
        "brackets are nested too deeply",
    ),
    "a number without end": (b"x = " + b"9" * 4_301, "a number has more digits than can be read."),
    "a text of quotes not closed": (b'x = "' + b'\\"' * 500_000, "a text is not closed."),
    "a header of blanks": (b"[" + b" " * 1_000_000, "this is no key."),
    "a key twice": (b'title = "again"', "this key is there twice."),
    "a text not closed": (b'x = "abc', "a text is not closed."),
    "half a table": (b"[[skills", "a table's name is not closed."),
}


@pytest.mark.parametrize(("line", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_toml_is_told_with_its_line(file, line, said):
    """F25, F38, F39."""
    (problem,) = problems_with(file, HEAD.encode() + line)
    assert said in problem
    assert problem.startswith("5: " if b'\n"' in line else "4: ")


def test_dots_and_brackets_inside_texts_are_no_bomb(file):
    file.write_text(SMALL.replace("First risks", "." * 200 + "[" * 100))
    assert read_curriculum(file).exercises[0].title.startswith("...")


def test_every_table_that_can_not_be_read_is_told(file):
    text = SMALL.replace("level = 2", "level = ").replace("needs = {}", "needs = {")
    assert [problem.split(":")[0] for problem in problems_with(file, text)] == ["14", "21"]


@pytest.mark.parametrize("table", MODELS)
def test_a_row_that_says_little_is_told_what_it_lacks_in_every_table(file, table):
    row = f'\n[[{table}]]\nid = "little"\nnonsense = 1\n'
    assert any("nonsense" in problem for problem in problems_with(file, SMALL + row))


def test_a_file_too_large_to_be_a_curriculum_is_refused(file):
    """F28."""
    assert "a curriculum can have 2,000,000" in problems_with(file, "#" * 2_000_001)[0]


def test_five_thousand_exercises_in_a_chain_are_read_and_in_a_ring_told(file):
    """F37."""
    steps = [
        an_exercise(f"e{number}", requires=(f"e{number + 1}",) if number < 4999 else ())
        for number in range(5000)
    ]
    file.write_text(curriculum_text(a_curriculum(*steps)))
    assert len(read_curriculum(file).exercises) == 5000
    ring = [*steps[:-1], an_exercise("e4999", requires=("e0",))]
    (problem,) = problems_with(file, curriculum_text(a_curriculum(*ring)))
    assert "each of these waits for the next: e0 -> e1 -> e2" in problem
    assert problem.endswith("-> e4999 -> e0. Take one `requires` out of the ring.")


def test_a_thousand_problems_are_found_and_the_first_twenty_shown(file):
    """F40."""
    exercises = [an_exercise(f"e{number}", requires=("nowhere",)) for number in range(1000)]
    file.write_text(curriculum_text(a_curriculum(*exercises)))
    with pytest.raises(DataFileBroken) as caught:
        read_curriculum(file)
    assert len(caught.value.problems) == 1000
    assert caught.value.message.endswith("… and 980 more")


@needs_shipped
def test_the_shipped_curriculum_has_no_problem():
    checked = check_curriculum(None)
    assert checked.problems == ()
    assert len(checked.curriculum.exercises) == 205


@needs_shipped
def test_the_shipped_curriculum_is_read_once_however_often_it_is_asked_for():
    """Whoever waits for another writer works the answer out anew, up to five times."""
    assert read_curriculum(None) is read_curriculum(None)


@needs_shipped
def test_a_curriculum_that_extends_the_shipped_one_replaces_and_adds(file):
    shipped = read_curriculum(None)
    move = shipped.moves[0]
    file.write_text(
        f'{HEAD}extends = "shipped"\n'
        '\n[[exercises]]\nid = "pmf-01"\nskill = "risk"\ntitle = "Mine"\n'
        "level = 2\nhours = [1, 2, 3]\n"
        '\n[[exercises]]\nid = "own-01"\nskill = "risk"\ntitle = "New"\n'
        "level = 2\nhours = [1, 2, 3]\n"
        'requires = ["pmf-02"]\n'
        f'\n[[moves]]\nfrom = "{move.source}"\nto = "{move.target}"\nmonths = [1, 2, 3]\n'
    )
    mine = read_curriculum(file)
    assert mine.title == "A small one"
    assert mine.exercise["pmf-01"].title == "Mine"
    assert [item.id for item in mine.exercises] == [
        *(item.id for item in shipped.exercises),
        "own-01",
    ]
    assert mine.moves[0].months == (1, 2, 3)
    assert len(mine.moves) == len(shipped.moves)
    assert mine.default_target == shipped.default_target


@needs_shipped
def test_problems_of_an_extension_have_the_lines_of_the_users_file(file):
    own = (
        '\n[[exercises]]\nid = "own-01"\nskill = "risc"\ntitle = "New"\n'
        "level = 2\nhours = [1, 2, 3]\n"
    )
    problems = problems_with(file, HEAD + 'extends = "shipped"\n' + own + own)
    assert problems == [
        "8: exercises own-01, skill: there is no skill 'risc'. Did you mean 'risk'?",
        "14: exercises own-01, id: this id is there twice. Give one of them another id.",
        "15: exercises own-01, skill: there is no skill 'risc'. Did you mean 'risk'?",
    ]


@settings(max_examples=200)
@given(place=st.integers(0, len(SMALL)), junk=st.binary(max_size=3), cut=st.integers(0, 20))
def test_whatever_happened_to_the_file_it_is_read_or_explained(tmp_path_factory, place, junk, cut):
    file = tmp_path_factory.mktemp("any") / "curriculum.toml"
    whole = SMALL.encode()
    file.write_bytes(whole[:place] + junk + whole[place + cut :])
    try:
        read_curriculum(file)
    except DataFileBroken as error:
        assert error.problems  # noqa: PT017 -- reading it is right as well
    except NewerCurriculum:
        assert b"format = 1\n" not in file.read_bytes()


def test_reading_a_sound_curriculum_loads_nothing_that_explains_unsound_ones(file):
    file.write_text(SMALL)
    code = (
        "import sys; from pathlib import Path;"
        "from pmcareer.storage.curriculum.reading import read_curriculum;"
        f"read_curriculum(Path({str(file)!r}));"
        "unwanted = ('explaining', 'curriculum.problems', 'curriculum.checks', 'filelock',"
        " 'tomli_w');"
        "print([name for name in sys.modules if name.endswith(unwanted)])"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout == "[]\n"


def test_the_shipped_file_lies_in_the_package_or_beside_its_sources():
    assert shipped_curriculum().parts[-2:] == ("data", "curriculum.toml")
    assert (
        Path(__file__).resolve().parents[3] == shipped_curriculum().parents[1]
        or "pmcareer" in shipped_curriculum().parts
    )


def test_a_role_needs_a_skill_that_is_there(file):
    curriculum = a_curriculum(an_exercise(), a_role("a"), a_role("b", needs={"risk": 2}))
    file.write_text(curriculum_text(curriculum).replace("risk = 2", "risks = 2"))
    assert check_curriculum(file).problems[0].message == "there is no skill 'risks'."


def test_without_a_certificate_the_file_of_certificates_stays_shut():
    a_home(None, a_profile(role="programmer", target="tech-pm"), worked("pmf-01", 45))
    _shipped.cache_clear()
    assert (run_cli("next").code, run_cli("plan").code) == (0, 0)
    read = vars(read_curriculum(None))
    assert {"steps", "advice"} <= read.keys()
    assert read.keys().isdisjoint({"certifications", "prompts", "industries", "frameworks"})


CATALOGUE = ("advice", "certifications", "practices", "profile", "prompts", "steps", "traits")


@needs_shipped
def test_from_packs_a_curriculum_is_the_same(tmp_path):
    plain, quick = a_copy_of_ours(tmp_path / "plain"), a_copy_of_ours(tmp_path / "packed")
    for table in quick.parent.glob("*.toml"):
        table.with_suffix(PACK).write_bytes(packed(table.read_bytes(), tomllib.loads))
    assert _shipped(quick) == _shipped(plain)
    for table in CATALOGUE:
        assert getattr(_shipped(quick), table) == getattr(_shipped(plain), table)


@needs_shipped
def test_what_validates_is_not_even_made_for_what_is_packed(tmp_path):
    file = a_copy_of_ours(tmp_path)
    for is_packed in (False, True):
        if is_packed:
            file.with_suffix(PACK).write_bytes(packed(file.read_bytes(), tomllib.loads))
        line = [sys.executable, "-c", IS_VALIDATED, str(file)]
        said = subprocess.run(line, check=True, capture_output=True, text=True).stdout
        assert said == f"{not is_packed}\n"


@needs_shipped
@pytest.mark.parametrize("name", ["curriculum", "steps"])
def test_a_file_of_ours_that_was_edited_is_validated_whatever_was_packed(tmp_path, name):
    file = a_copy_of_ours(tmp_path)
    table = file.with_name(f"{name}.toml")
    was = table.read_bytes()
    table.with_suffix(PACK).write_bytes(packed(was, tomllib.loads))
    table.write_bytes(re.sub(rb'\nid = "', b'\nid = 3 # "', was, count=1))
    with pytest.raises(DataFileBroken):
        _ = _shipped(file).steps


def a_copy_of_ours(folder):
    """Give the shipped curriculum in a folder, its tables beside it, and no packs."""
    folder.mkdir(exist_ok=True)
    for table in shipped_curriculum().parent.glob("*.toml"):
        shutil.copy(table, folder)
    return folder / "curriculum.toml"
