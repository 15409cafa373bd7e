"""Sheets come from below a curriculum's folder, and from nowhere else."""

import errno
import os

import pytest

from disks import (
    FaultyFiles,
    Killed,
    disk_full,
    failing,
    input_output_error,
    killed_after,
    killed_before,
    killed_halfway,
    lying_write,
)
from pmcareer.errors import BadSheet, NotStored, SheetThere
from pmcareer.storage.curriculum.sheets import (
    MOST_BYTES,
    read_sheet,
    sheet_findings,
    sheet_folders,
    write_sheet,
)

from builders import a_curriculum, a_step


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "ours"
    (inside / "sheets").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    return inside


def refused(name, folder):
    with pytest.raises(BadSheet) as error:
        read_sheet(name, (folder,))
    return error.value.why


@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "sheets/../../secret.md",
        "/etc/passwd",
        "sheets//a.md",
        "./a.md",
        "..\\secret.md",
        "C:\\secret.md",
        "c:secret.md",
        "",
    ],
)
def test_a_path_that_does_not_go_down_is_refused(name, folder):
    assert "downwards" in refused(name, folder)


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_read(folder):
    (folder / "out.md").symlink_to(folder.parent / "secret.md")
    (folder / "sheets" / "a.md").write_text("ours", encoding="utf-8")
    (folder / "in.md").symlink_to(folder / "sheets" / "a.md")
    assert "leads out" in refused("out.md", folder)
    assert read_sheet("in.md", (folder,)) == "ours"


def test_a_folder_behind_a_link_leads_out_too(folder):
    (folder / "way").symlink_to(folder.parent)
    assert "leads out" in refused("way/secret.md", folder)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"x" * (MOST_BYTES + 1), "larger than 200,000 bytes", id="too large"),
        pytest.param(b"\xff\xfe\x00", "no UTF-8", id="no UTF-8"),
        pytest.param(b" \n", "empty", id="empty"),
    ],
)
def test_what_is_no_text_of_a_sensible_size_is_refused(content, why, folder):
    (folder / "a.md").write_bytes(content)
    assert why in refused("a.md", folder)


def test_the_largest_one_is_read(folder):
    (folder / "a.md").write_bytes(b"x" * MOST_BYTES)
    assert len(read_sheet("a.md", (folder,))) == MOST_BYTES


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_holds_nobody_up(folder):
    os.mkfifo(folder / "pipe.md")
    assert "it is no file" in refused("pipe.md", folder)


def test_folders_and_what_is_not_there_are_refused(folder):
    assert refused("sheets", folder)
    assert "no such file" in refused("sheets/gone.md", folder)
    (folder / "loose.md").symlink_to(folder / "gone.md")
    assert refused("loose.md", folder)


def test_a_mark_at_the_start_of_the_file_is_no_text(folder):
    (folder / "a.md").write_bytes(b"\xef\xbb\xbf## Ours")
    assert read_sheet("a.md", (folder,)) == "## Ours"


def test_the_nearest_folder_goes_first_even_where_its_file_is_bad(folder):
    other = folder.parent / "shipped"
    other.mkdir()
    for each, text in ((folder, "ours"), (other, "theirs")):
        (each / "a.md").write_text(text, encoding="utf-8")
    (other / "b.md").write_text("theirs", encoding="utf-8")
    assert read_sheet("a.md", (folder, other)) == "ours"
    assert read_sheet("b.md", (folder, other)) == "theirs"
    (folder / "b.md").write_bytes(b"")
    with pytest.raises(BadSheet):
        read_sheet("b.md", (folder, other))


def test_only_what_extends_the_shipped_curriculum_has_its_sheets(folder):
    file = folder / "curriculum.toml"
    alone, over = a_curriculum(), a_curriculum(extends="shipped")
    assert sheet_folders(alone, file) == (folder,)
    assert [each.name for each in sheet_folders(over, file)] == [folder.name, "data"]
    assert [each.name for each in sheet_folders(alone, None)] == ["data"]


def test_each_step_with_a_bad_sheet_is_found_with_its_place(folder):
    (folder / "a.md").write_text("ours", encoding="utf-8")
    steps = (
        a_step("one", sheet="a.md"),
        a_step("two", sheet="gone.md"),
        a_step("three"),
        a_step("four", sheet="gone.md"),
    )
    found = list(sheet_findings(a_curriculum(*steps), (folder,)))
    assert [(each.index, each.item, each.key) for each in found] == [
        (1, "two", "sheet"),
        (3, "four", "sheet"),
    ]
    assert all("gone.md" in each.message and each.hint for each in found)


def test_a_sheet_is_written_once(tmp_path):
    path = tmp_path / "work" / "a.md"
    assert write_sheet(path, "mine\n", makes_folder=True) == path
    with pytest.raises(SheetThere):
        write_sheet(path, "theirs\n", makes_folder=True)
    assert path.read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_nobody_named_as_ours_is_not_made(tmp_path):
    with pytest.raises(NotStored):
        write_sheet(tmp_path / "gone" / "a.md", "mine\n", makes_folder=False)
    assert not (tmp_path / "gone").exists()


def test_a_name_that_is_no_path_is_one_sentence(tmp_path):
    with pytest.raises(NotStored):
        write_sheet(tmp_path / "a\0b.md", "mine\n", makes_folder=False)


def the_disk_asked_for(path, files):
    """Write a sheet on a disk that may fail, and say whether it was promised."""
    try:
        write_sheet(path, "mine\n", makes_folder=True, files=files)
    except (NotStored, Killed):
        return False
    return True


@pytest.mark.parametrize(
    "fault",
    [disk_full, input_output_error, killed_before, killed_after, killed_halfway, lying_write],
)
def test_whatever_step_fails_there_is_a_whole_sheet_or_none(fault, tmp_path):
    whole = FaultyFiles()
    write_sheet(tmp_path / "whole" / "a.md", "mine\n", makes_folder=True, files=whole)
    assert "fsync" in whole.trace
    for at in range(1, len(whole.trace) + 1):
        path = tmp_path / str(at) / "a.md"
        is_promised = the_disk_asked_for(path, FaultyFiles(at=at, fault=fault))
        assert path.exists() or not is_promised
        assert not path.exists() or path.read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("fault", [disk_full, input_output_error])
def test_what_a_disk_refused_leaves_no_sheet(fault, tmp_path):
    whole = FaultyFiles()
    write_sheet(tmp_path / "whole" / "a.md", "mine\n", makes_folder=True, files=whole)
    refused_once = False
    for at in range(1, len(whole.trace) + 1):
        path = tmp_path / str(at) / "a.md"
        if not the_disk_asked_for(path, FaultyFiles(at=at, fault=fault)):
            refused_once = True
            assert not path.exists()
    assert refused_once


def test_a_disk_without_second_names_keeps_the_sheet_too(tmp_path):
    whole = FaultyFiles()
    write_sheet(tmp_path / "whole" / "a.md", "mine\n", makes_folder=True, files=whole)
    at = whole.trace.index("link") + 1
    path = tmp_path / "other" / "a.md"
    assert the_disk_asked_for(path, FaultyFiles(at=at, fault=failing(errno.EPERM)))
    assert path.read_text(encoding="utf-8") == "mine\n"
    assert [each.name for each in path.parent.iterdir()] == ["a.md"]
