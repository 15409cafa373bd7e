"""Text that commands no terminal, calendar or spreadsheet; and the few words that exports share."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pmcareer.domain.logbook.entries import Closed, Story
from pmcareer.domain.person.person import Person

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
Keys = dict[str, Any]
"""The keys of an object of JSON."""
WEB_LINK = re.compile(r"https?://[^\s<>\"'`\\^{}|\x00-\x20]+", re.IGNORECASE)


def without_controls(text: object) -> str:
    """Take out control, bidirectional and invisible characters; line breaks and tabs stay."""
    return _HIDDEN.sub("", str(text).replace("\r\n", "\n"))


def on_one_line(text: object) -> str:
    """Take out the same, and join the lines."""
    return " ".join(without_controls(text).split())


def is_web_link(text: str) -> bool:
    """Tell whether a text is an address of the web and nothing else."""
    return WEB_LINK.fullmatch(text) is not None


def number(value: float) -> str:
    """Write a number without a needless end: 14.7, 14."""
    return f"{value:.1f}".removesuffix(".0")


def skill_titles(entry: Closed | Story, person: Person) -> list[str]:
    """Name the skills that a project or a story shows, as far as the curriculum knows them."""
    known = person.curriculum.skill
    return [known[name].title for name in entry.skills if name in known]


def newest_first(projects: Iterable[Closed]) -> list[Closed]:
    """Order projects by the day they ended, the last one first."""
    return sorted(projects, key=lambda entry: (entry.on, entry.id), reverse=True)


def json_text(keys: Keys) -> str:
    """Write an object as a file of its own, days and times as ISO text."""
    # ASCII, so that no program on the way has to guess the encoding.
    return json.dumps(keys, ensure_ascii=True, allow_nan=False, indent=2, default=_iso) + "\n"


def _iso(value: date | datetime) -> str:
    return value.isoformat()
