"""TOML as people leave it: decoded, parsed, every error with its line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmcareer.storage.bad_toml import BadToml

Row = Mapping[str, Any]
"""A table as the parser gives it."""
BOM = "\ufeff"


def parse(raw: bytes) -> dict[str, Any]:
    """Parse the bytes of a file.

    Raises:
        BadToml: whatever is wrong with them.
    """
    return parse_text(text_of(raw))


def text_of(raw: bytes) -> str:
    """Decode the bytes of a file, its byte order mark left out.

    Raises:
        BadToml: they are not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The decoder counts from behind the mark.
        start = error.start + len(raw) - len(error.object)
        line = raw.count(b"\n", 0, start) + 1
        message = f"byte {start} (0x{raw[start]:02x}) is not UTF-8 text."
        raise BadToml(message, "Save the file as UTF-8.", line) from None


def parse_text(text: str) -> dict[str, Any]:
    """Parse a text.

    Raises:
        BadToml: it is no TOML, or a bomb.
    """
    # The shipped curriculum is packed and a long logbook read by an expression: neither needs it.
    from pmcareer.storage.parser import parsed  # noqa: PLC0415

    return parsed(text)


def syntax_problems(pieces: Sequence[tuple[int, str]]) -> Iterator[BadToml]:
    """Tell what is wrong with pieces of a text, each given with the number of its first line."""
    for first_line, piece in pieces:
        try:
            parse_text(piece)
        except BadToml as bad:
            yield BadToml(bad.message, bad.hint, first_line + (bad.line or 1) - 1)
