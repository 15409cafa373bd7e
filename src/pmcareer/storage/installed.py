"""Which versions of what we stand on are installed."""

from importlib.metadata import PackageNotFoundError, version


def version_of(distribution: str) -> str:
    """Return the version of a distribution, as pip knows it."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
