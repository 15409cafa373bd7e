"""What the options before the command decide, for the one command that runs."""

from collections.abc import Mapping
from dataclasses import dataclass

import typer

from pmcareer.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Settings, and how the answer is to look."""

    settings: Settings
    environment: Mapping[str, str]
    color: str
    """auto, always or never."""
    plain: bool


def session_of(context: typer.Context) -> Session:
    """Give the session that the options before the command opened."""
    session = context.find_root().obj
    assert isinstance(session, Session)  # noqa: S101 -- the root callback runs before any command
    return session


def settings_of(context: typer.Context) -> Settings:
    """Give the settings for a command."""
    return session_of(context).settings
