"""`pmcareer doctor --git`: branches of the repository that the logbook lies in merge by entries."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from pmcareer.settings import Settings
from pmcareer.storage.attempting import attempted
from pmcareer.storage.git import (
    ATTRIBUTES,
    DRIVER,
    NOT_INSTALLED,
    UNSPECIFIED,
    InGit,
    add_attribute,
    driver_command,
    in_git,
    is_ours,
    may_be_in_git,
    missing_program,
    set_driver,
)
from pmcareer.storage.paths import real_path
from pmcareer.views.doctor import Check, Mended

AGAIN = "Then once more: pmcareer doctor --git"


def set_up(settings: Settings) -> Mended:
    """Set the merge driver up, and say what was written; what is there already stays."""
    # Through links: git merges the file where it lies.
    file = real_path(settings.logbook)
    if not file.parent.is_dir():
        return _refused(f"{file.parent} is not there yet. Log something first. {AGAIN}")
    found = in_git(file)
    if reason := _why_not(found, file):
        return _refused(reason)
    if found.is_set_up and found.driver == driver_command():
        return Mended(done=(f"git in {found.top} merges {file.name} with pmcareer already.",))
    return attempted(lambda: _written(file, found), _refused)


def _refused(reason: str) -> Mended:
    return Mended(left=(reason,))


def _why_not(found: InGit, file: Path) -> str:
    if not found.top:
        return _unusable(found.reason, file)
    if found.merges_with not in (UNSPECIFIED, DRIVER):
        said = f"git merges {file.name} with '{found.merges_with}' already; nothing was changed."
        return f"{said} Take that rule out (.gitattributes or .git/info/attributes). {AGAIN}"
    if found.driver and not is_ours(found.driver):
        said = f"merge.{DRIVER}.driver is another command already; nothing was changed."
        return f"{said} See: git config --get merge.{DRIVER}.driver"
    return ""


def _unusable(reason: str, file: Path) -> str:
    folder = file.parent
    if reason == NOT_INSTALLED:
        return f"{reason}; nothing was changed. Install it. {AGAIN}"
    if may_be_in_git(file):
        return f"{folder} is in no repository that git can use: {reason}."
    first = f"git init {quote(str(folder))}"
    return f"{folder} is in no repository. Make it one, and then say this once more: {first}"


def _written(file: Path, found: InGit) -> Mended:
    command = driver_command()
    if reason := set_driver(file, command):
        return _refused(f"git could not be told: {reason}. Nothing was changed.")
    done = [f"Told the repository {found.top} how to merge: merge.{DRIVER}.driver = {command}"]
    if found.merges_with != DRIVER:
        attributes = add_attribute(file)
        done.append(f"Added to {attributes}: {file.name} merge={DRIVER}. Commit it.")
    return Mended(done=tuple(done), left=tuple(_not_in_force(file)))


def _not_in_force(file: Path) -> Iterator[str]:
    if not in_git(file).is_set_up:
        yield f"Another rule of git still decides on {file.name}. See: git help attributes"


def merging_of(settings: Settings) -> Check:
    """Tell whether the logbook is in git, and how branches of it merge."""
    file = real_path(settings.logbook)
    if not may_be_in_git(file):
        return _well("the logbook is in no repository")
    found = in_git(file)
    if found.merges_with == DRIVER and (wrong := _wrong_driver(found)):
        return wrong
    if found.is_set_up:
        return _well(f"in {found.top}, which merges the logbook with pmcareer")
    if not found.top:
        return _well(f"not to be asked: {found.reason}")
    if found.merges_with != UNSPECIFIED:
        way = ""
        if found.merges_with == "union":
            way = f"That breaks an entry that two branches change: take that rule out. {AGAIN}"
        return _well(f"in {found.top}, which merges the logbook with '{found.merges_with}'", way)
    return _well(f"in {found.top}", "Let branches merge by entries: pmcareer doctor --git")


def _wrong_driver(found: InGit) -> Check | None:
    """Tell why git will not merge as .gitattributes says: those travel, commands do not."""
    again = "Tell it: pmcareer doctor --git"
    if not found.driver:
        detail = f"{ATTRIBUTES} has the logbook merged by pmcareer; git here doesn't know it yet."
    elif not is_ours(found.driver):
        detail = f"merge.{DRIVER}.driver is another command than pmcareer's: {found.driver}"
        again = f"Take it out: git config --unset merge.{DRIVER}.driver. {AGAIN}"
    elif gone := missing_program(found.driver):
        detail = f"git merges the logbook with a pmcareer that is gone: {gone} is not there."
    else:
        return None
    return Check(name="git", ok=False, detail=detail, hint=again)


def _well(detail: str, hint: str = "") -> Check:
    return Check(name="git", ok=True, detail=detail, hint=hint)
