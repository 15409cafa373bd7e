"""What else looks after a logbook."""

import os

import pytest

from pmcareer.storage.logbook.care import others_may_write, read_logbook_anyhow
from pmcareer.storage.logbook.rows import MOST_BYTES


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_everybody_may_change_is_told(tmp_path):
    """F45."""
    tmp_path.chmod(0o777)
    assert others_may_write(tmp_path)
    tmp_path.chmod(0o755)
    assert not others_may_write(tmp_path)
    assert not others_may_write(tmp_path / "nowhere")


def test_a_file_too_large_to_be_a_logbook_is_a_problem_and_no_failure(tmp_path):
    """F28: `doctor` goes on."""
    huge = tmp_path / "logbook.toml"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    logbook = read_logbook_anyhow(huge)
    assert logbook.entries == ()
    assert len(logbook.problems) == 1
