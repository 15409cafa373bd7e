"""What else looks after a logbook."""

import os

import pytest

from pmcareer.storage.logbook.care import others_may_write


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_everybody_may_change_is_told(tmp_path):
    """F45."""
    tmp_path.chmod(0o777)
    assert others_may_write(tmp_path)
    tmp_path.chmod(0o755)
    assert not others_may_write(tmp_path)
    assert not others_may_write(tmp_path / "nowhere")
