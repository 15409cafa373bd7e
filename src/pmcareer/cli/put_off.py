"""Modules that a library loads in passing, put off until something in them is used."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from typing import Final

FOR_PLUGINS: Final = ("csv", "importlib.metadata._adapters", "zipfile")
"""What Pydantic loads on its way to plugins of installed packages, though they are switched off:
what reads archives and, by far the most of it, mail."""


class _PutOff:
    """Finds modules that are loaded when they are first used: the recipe of `LazyLoader`."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, _: object = None) -> ModuleSpec | None:
        """Find one of them; None leaves all others to those who always find them."""
        spec = PathFinder.find_spec(name, path) if name in FOR_PLUGINS else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec


def put_off_plugins() -> None:
    """Have what only plugins need loaded no sooner than something in it is used."""
    sys.meta_path.insert(0, _PutOff)
