"""The certifications, and those that are held."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.catalogue import Certification
from pmcareer.domain.evidence import Certified
from pmcareer.domain.problem import Problem

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.layout import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Every certification of the curriculum, and those that are held."""

    certifications: tuple[Certification, ...]
    held: Mapping[str, Certified]
    problems: tuple[Problem, ...] = ()


def render(answer: Certificates, page: "Page") -> Iterator["RenderableType"]:
    """Show each certification in a row of its own."""
    columns = (
        page.column("id", "item", key=True),
        page.column("title", wraps=True, key=True),
        page.column("issuer", wraps=True),
        page.column("held"),
    )
    rows = ((item.id, item.title, item.issuer, _held_words(item.id, answer)) for item in answer.certifications)
    yield page.records(columns, rows)


def _held_words(name: str, answer: Certificates) -> str:
    entry = answer.held.get(name)
    if entry is None:
        return ""
    return f"since {entry.on}" + (f", until {entry.expires}" if entry.expires else "")


def as_dict(answer: Certificates) -> dict[str, Any]:
    """Give each certification, and whether it is held."""
    return {"entry": None, "certifications": [_keys(item, answer) for item in answer.certifications]}


def _keys(item: Certification, answer: Certificates) -> dict[str, Any]:
    return {"id": item.id, "title": item.title, "held": item.id in answer.held, "as_of": item.as_of}
