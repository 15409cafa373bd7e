"""Kinds of work: which months count as which."""

from collections.abc import Mapping
from functools import cache

IMPLIES: dict[str, tuple[str, ...]] = {
    "technical": (),
    "analysis": (),
    "hands-on": (),
    "delivery": ("hands-on",),
    "leading": ("delivery", "hands-on"),
    "programme": ("leading", "delivery", "hands-on"),
    "people": ("guiding",),
    "guiding": (),
    "pmo": (),
    "portfolio": (),
    "business": (),
    "risk": (),
    "agile": (),
    "complex": ("leading", "delivery", "hands-on"),
    "very-complex": ("complex", "leading", "delivery", "hands-on"),
    "construction": ("leading", "delivery", "hands-on"),
    "scheduling": ("hands-on",),
    "change": ("hands-on",),
    "product": ("hands-on",),
}
WITHIN_ANY_POST = ("agile", "analysis", "risk", "scheduling", "complex", "very-complex")
"""Kinds that months of many posts have beside their own: they tell nothing of the post."""
UNIONS = {
    "project-related": ("hands-on", "pmo", "portfolio"),
    "professional": tuple(IMPLIES),
}


@cache
def wanted_kinds(work: str) -> frozenset[str]:
    """Take a gate's `work` apart: "pmo+portfolio" wants either, "professional" wants any."""
    kinds = work.split("+")
    return frozenset(kind for name in kinds for kind in UNIONS.get(name, (name,)))


@cache
def counts(kind: str, work: str) -> bool:
    """Tell whether a month of this kind is a month of the wanted work."""
    return not wanted_kinds(work).isdisjoint((kind, *IMPLIES.get(kind, ())))


def implies(kind: str, other: str) -> bool:
    """Tell whether a month of one kind is one of another kind, too."""
    return kind != other and other in IMPLIES.get(kind, ())


def share_of(shares: Mapping[str, float], work: str) -> float:
    """Say which part of a month in a role counts as the wanted work, 0 to 1."""
    best = 0.0
    for kind, share in shares.items():
        if share > best and counts(kind, work):
            best = share
    return best


def known_words() -> tuple[str, ...]:
    """List every word that `work` may be made of."""
    return (*IMPLIES, *UNIONS)
