"""Tables as a parser gave them once, packed beside their TOML: unpacked in a quarter of its time.

The wheel carries them. They are JSON, deflated with the text of the TOML itself as the dictionary,
and so add a thirtieth to its size. A pack names the SHA-256 of that text: once it is edited, the
pack is left alone.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

Tables = dict[str, Any]
PACK = ".pack"
"""How the name of a pack ends, where that of its file ends in .toml."""
TABLE = rb"(?m)^(?=\[\[[a-z_]+\]\]\s*$)"
"""Where an array of tables goes on, and nothing above it is needed to read what follows."""
DAY = "is the day"
"""The key of a table that stands for a day, for which JSON has no word."""
MOST_BYTES = 24_000
"""Of a piece: a dictionary reaches back over 32,768 bytes."""


def packed(raw: bytes, parse: Callable[[str], Mapping[str, Any]]) -> bytes:
    """Pack what a TOML file holds.

    Raises:
        TypeError: it holds a moment, for which there is no word.
        ValueError: it would be read otherwise: the parts of a table lie far apart, or one has the
            key that stands for a day.
    """
    whole: Tables = {}
    lengths: list[tuple[int, int]] = []
    deflated = b""
    for piece in _pieces(raw):
        press = zlib.compressobj(level=9, zdict=_as_json_has_it(piece))
        tables = parse(piece.decode("utf-8"))
        _add(tables, whole)
        pressed = press.compress(_json_of(tables)) + press.flush()
        lengths.append((len(piece), len(pressed)))
        deflated += pressed
    if repr(_with_days(whole)) != repr(parse(raw.decode("utf-8"))):
        raise ValueError
    return b"%b\n%b\n%b" % (_digest(raw), _json_of(lengths), deflated)


def _json_of(value: object) -> bytes:
    import json  # noqa: PLC0415 -- only who builds a wheel writes JSON

    return json.dumps(value, ensure_ascii=False, default=_as_table).encode("utf-8")


def _as_table(value: object) -> Tables:
    if type(value) is not date:
        raise TypeError
    return {DAY: value.isoformat()}


def _with_days(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON holds
    if isinstance(value, list):
        return [*map(_with_days, value)]
    if not isinstance(value, dict):
        return value
    if DAY in value:
        return date.fromisoformat(value[DAY])
    return {key: _with_days(inner) for key, inner in value.items()}


def _digest(raw: bytes) -> bytes:
    return sha256(raw).hexdigest().encode("ascii")


def _pieces(raw: bytes) -> Iterator[bytes]:
    piece = b""
    for table in re.split(TABLE, raw):
        if piece and len(piece) + len(table) > MOST_BYTES:
            yield piece
            piece = b""
        piece += table
    yield piece


def unpacked(raw: bytes, pack: bytes) -> Tables | None:
    """Read what a TOML file holds; None where this is no pack of its bytes, or a damaged one."""
    try:
        return _tables(raw, pack)
    except (AttributeError, RecursionError, TypeError, ValueError, zlib.error):
        return None


def _tables(raw: bytes, pack: bytes) -> Tables | None:
    from pydantic_core import from_json  # noqa: PLC0415 -- who builds a wheel has none

    digest, lengths, deflated = pack.split(b"\n", 2)
    # A checksum of the kind that zlib keeps of its dictionary would bear two values that change
    # places.
    if digest != _digest(raw):
        return None
    whole: Tables = {}
    begin = at = 0
    for length, size in from_json(lengths):
        piece = raw[begin : begin + length]
        press = zlib.decompressobj(zdict=_as_json_has_it(piece))
        tables = press.decompress(deflated[at : at + size])
        if not press.eof:
            return None
        found = from_json(tables)
        if DAY.encode("ascii") in tables:
            found = _with_days(found)
        _add(found, whole)
        begin, at = begin + length, at + size
    return whole if begin == len(raw) else None


def _add(tables: Mapping[str, Any], whole: Tables) -> None:
    """Put the tables of a piece to those of the pieces before it."""
    for name, rows in tables.items():
        if isinstance(rows, list):
            whole.setdefault(name, []).extend(rows)
        else:
            whole[name] = rows


def _as_json_has_it(piece: bytes) -> bytes:
    """Write TOML nearly as JSON has it, so that rows are found whole: id": "a", "title": "A"."""
    return piece.replace(b" = ", b'": ').replace(b"\n", b', "')
