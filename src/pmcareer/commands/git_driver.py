"""`pmcareer merge --git-driver %O %A %B`: what git runs where two branches changed the logbook."""

from collections.abc import Sequence
from pathlib import Path

from pmcareer.errors import WrongValue
from pmcareer.settings import Settings
from pmcareer.storage.logbook.git_driver import accept_removed, merge_for_git
from pmcareer.views.git_driver import GitMerged

FILES = 3


def run(settings: Settings, files: Sequence[str]) -> GitMerged:
    """Merge the files that git gives into the second of them.

    What a side took out is let go of: that it is gone then is no loss.

    Raises:
        WrongValue: they are not three.
    """
    if len(files) != FILES:
        given = " ".join(files)
        raise WrongValue("--git-driver", given, "three files: the base, ours and theirs")
    base, ours, theirs = map(Path, files)
    merge = merge_for_git(base, ours, theirs)
    accept_removed(merge, settings.logbook, settings.state)
    return GitMerged(open=merge.open, has_marks=merge.has_marks, can_be_joined=merge.can_be_joined)
