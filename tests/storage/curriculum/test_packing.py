"""What is packed is what the TOML says, and opens with that very text alone."""

import json
import tomllib
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.storage.curriculum.packing import packed, unpacked
from pmcareer.storage.toml import parse

DATA = Path(__file__).parents[3] / "data"
TEXT = b'title = "A"\n\n[[rows]]\nid = "a"\nwhy = "Because = so"\n\n[[rows]]\nid = "b"\n\n[[others]]\nx = [1, 2.5]\n'


@pytest.mark.parametrize("name", ["curriculum", "steps", "certifications", "prompts", "profile"])
def test_what_is_unpacked_is_what_the_parser_reads(name):
    raw = (DATA / f"{name}.toml").read_bytes()
    pack = packed(raw, tomllib.loads)
    assert unpacked(raw, pack) == parse(raw)
    assert len(pack) < len(raw) / 7


def test_what_is_unpacked_of_a_guide_is_what_the_parser_reads():
    guides = list(DATA.glob("guides/*.toml"))
    assert guides
    for guide in guides:
        raw = guide.read_bytes()
        assert unpacked(raw, packed(raw, tomllib.loads)) == parse(raw), guide.name


def test_a_row_may_be_larger_than_a_piece():
    large = "\n".join(
        f'[[rows]]\nid = "{number}"\ntext = "{"é" * 20_000}"\n' for number in range(3)
    )
    raw = large.encode()
    assert unpacked(raw, packed(raw, tomllib.loads)) == tomllib.loads(large)


def test_days_are_days_again():
    raw = b"on = 2026-11-21\nalso = [0001-01-01, 9999-12-31]\n[[rows]]\nas_of = 2026-11-21\n"
    assert unpacked(raw, packed(raw, tomllib.loads)) == tomllib.loads(raw.decode())


@pytest.mark.parametrize("moment", ["2026-11-21T08:00:00Z", "2026-11-21 08:00:00", "08:00:00"])
def test_tables_with_moments_are_not_packed(moment):
    with pytest.raises(TypeError):
        packed(f"at = {moment}\n".encode(), tomllib.loads)


def test_what_a_pack_would_say_otherwise_is_not_packed():
    far_apart = '[x.a]\none = 1\n[[rows]]\ntext = """{}"""\n[[others]]\nid = "a"\n[x.b]\ntwo = 2\n'
    for text in (far_apart.format("long " * 6000), 'x = { "is the day" = "2026-11-21" }\n'):
        with pytest.raises(ValueError):  # noqa: PT011 -- who builds a wheel sees where
            packed(text.encode(), tomllib.loads)


@pytest.mark.parametrize("pieces", [[b"[]"], [b"null"], [b"3"], [b'{"x": 1}', b'{"x": [2]}']])
def test_a_pack_of_something_else_opens_nothing(pieces):
    digest, _, _ = packed(TEXT, tomllib.loads).split(b"\n", 2)
    pressed = [zlib.compress(piece) for piece in pieces]
    texts = [len(TEXT) - len(pieces) + 1, *[1 for _ in pieces[1:]]]
    lengths = json.dumps([*zip(texts, map(len, pressed), strict=True)]).encode()

    assert unpacked(TEXT, b"%b\n%b\n%b" % (digest, lengths, b"".join(pressed))) is None


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace(b"Because", b"becausE"),
        TEXT + b'\n[[rows]]\nid = "c"\n',
        TEXT[:-1],
        b"\n" + TEXT,
        b"",
        # What a checksum of sums does not see.
        TEXT.replace(b'"a"', b'"c"').replace(b'"b"', b'"a"').replace(b'"c"', b'"b"'),
        TEXT.replace(b"[1, 2.5]", b"[2, 1.6]"),
    ],
)
def test_a_file_that_was_edited_does_not_open_its_old_pack(other):
    assert unpacked(other, packed(TEXT, tomllib.loads)) is None


def test_no_pack_opens_nothing():
    assert unpacked(TEXT, b"") is None


def test_a_pack_that_never_ends_opens_nothing():
    digest, _, deflated = packed(TEXT, tomllib.loads).split(b"\n", 2)
    assert unpacked(TEXT, b"%b\n%b\n%b" % (digest, b"[" * 100_000, deflated)) is None


def test_two_values_that_changed_places_are_read_as_they_stand():
    raw = (DATA / "curriculum.toml").read_bytes()
    edited = raw.replace(b'"met-02"', b'"?"').replace(b'"prd-02"', b'"met-02"')
    edited = edited.replace(b'"?"', b'"prd-02"')
    assert edited != raw
    assert unpacked(edited, packed(raw, tomllib.loads)) is None


@given(st.data())
def test_a_damaged_pack_opens_nothing_or_what_it_held(data):
    pack = packed(TEXT, tomllib.loads)
    place = data.draw(st.integers(0, len(pack) - 1))
    byte = data.draw(st.integers(0, 255))
    damaged = pack[:place] + bytes([byte]) + pack[place + 1 :]
    assert unpacked(TEXT, damaged) in (None, tomllib.loads(TEXT.decode()))


def test_a_pack_that_was_cut_short_opens_nothing():
    pack = packed(TEXT, tomllib.loads)
    assert [length for length in range(len(pack)) if unpacked(TEXT, pack[:length])] == []


def test_a_pack_without_its_last_pieces_opens_nothing():
    raw = (DATA / "curriculum.toml").read_bytes()
    digest, lengths, deflated = packed(raw, tomllib.loads).split(b"\n", 2)
    pieces = json.loads(lengths)
    assert len(pieces) > 1
    fewer = json.dumps(pieces[:-1]).encode()
    assert unpacked(raw, b"%b\n%b\n%b" % (digest, fewer, deflated)) is None
