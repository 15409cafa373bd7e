"""Which versions of what we stand on are installed."""

from importlib.metadata import PackageNotFoundError, version


def version_of(distribution: str) -> str:
    """Give the version of an installed distribution."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
