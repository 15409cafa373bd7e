"""Tables of the practice firm, and files that are none."""

import os

import pytest

from pmcareer.errors import BadTable
from pmcareer.storage.practice import (
    MOST_BYTES,
    practice_folder,
    read_firm,
    read_table,
    read_text,
)


def refusal(read, name, folder):
    with pytest.raises(BadTable) as error:
        read(name, folder)
    return error.value.message


def test_a_table_has_its_header_and_each_row_its_line(tmp_path):
    text = '\ufeffid,said\na,"two\nlines, and a comma"\nb,\n'
    (tmp_path / "x.csv").write_bytes(text.replace("\n", "\r\n").encode())
    table = read_table("x.csv", tmp_path)
    assert table.columns == ("id", "said")
    assert [row.cells for row in table.rows] == [
        {"id": "a", "said": "two\r\nlines, and a comma"},
        {"id": "b", "said": ""},
    ]
    assert [row.line for row in table.rows] == [3, 4], "the line on which a row ends"


def test_without_a_folder_it_is_the_firm_that_is_shipped():
    assert read_text("README.md").startswith("# Tidewell Lines\n")
    assert read_text("README.md") == (practice_folder() / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,on\na,1\nb\n", "x.csv:3: 1 cells, and 2 columns."),
        (b"id,on\na,1,2\n", "x.csv:2: 3 cells, and 2 columns."),
        (b"id,id\na,1\n", "x.csv:1: the header has to name each column, and each once."),
        (b"id,\na,1\n", "x.csv:1: the header has to name each column, and each once."),
        (b"", "x.csv:1: the header has to name each column, and each once."),
        (b'id\n"a\n', "x.csv:2: unexpected end of data."),
        (b"id\nok\n\xff\n", "x.csv:3: it is no UTF-8 text."),
        (b"x" * (MOST_BYTES + 1), "x.csv: it is larger than 100,000 bytes."),
    ],
)
def test_what_is_no_table_is_said_once_with_its_line(tmp_path, content, message):
    (tmp_path / "x.csv").write_bytes(content)
    assert refusal(read_table, "x.csv", tmp_path) == message


@pytest.mark.parametrize("name", ["../x.csv", "/etc/hostname", "a/../../x.csv", "c:x", "a\\x"])
def test_a_name_leads_nowhere_else(tmp_path, name):
    (tmp_path / "x.csv").write_text("id\n", "utf-8")
    (tmp_path / "firm").mkdir()
    message = refusal(read_text, name, tmp_path / "firm")
    assert message == f"{name}: it does not lie below the folder of the firm."


def test_nor_does_a_link(tmp_path):
    (tmp_path / "x.csv").write_text("id\n", "utf-8")
    (tmp_path / "firm").mkdir()
    (tmp_path / "firm" / "x.csv").symlink_to(tmp_path / "x.csv")
    assert "does not lie below" in refusal(read_text, "x.csv", tmp_path / "firm")


def test_a_folder_a_pipe_and_nothing_are_refused_and_nobody_waits(tmp_path):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe", "nothing"):
        assert refusal(read_text, name, tmp_path).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[files]\n[exercises]\n", "firm.toml: there is no table 'not_here'."),
        ("[files\n", "firm.toml:1: "),
    ],
)
def test_an_index_that_is_none_is_named(tmp_path, text, message):
    (tmp_path / "firm.toml").write_text(text, "utf-8")
    with pytest.raises(BadTable) as error:
        read_firm(tmp_path)
    assert error.value.message.startswith(message)


def test_an_index_says_what_is_there_what_for_and_what_is_not(tmp_path):
    (tmp_path / "firm.toml").write_text(
        '[files]\n"a.csv" = "Dates"\n[exercises]\nx-01 = ["a.csv"]\n[not_here]\nx-02 = "Alone."\n',
        "utf-8",
    )
    firm = read_firm(tmp_path)
    assert firm.files == {"a.csv": "Dates"}
    assert firm.exercises == {"x-01": ("a.csv",)}
    assert firm.not_here == {"x-02": "Alone."}
