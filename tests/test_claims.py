"""Every claim of the three source texts is met somewhere: `claims.md` says where, and here it is looked at."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from running import run_cli
from sweeps import sweep

TABLE = (Path(__file__).parent / "claims.md").read_text(encoding="utf-8")
CLAIMS = [
    tuple(cell.strip() for cell in row)
    for row in re.findall(r"(?m)^\| (S\d-\d+) \| (.+?) \| (.+?) \|$", TABLE)
]
FURNITURE = {
    "S0-46": "share links",
    "S0-47": "an invitation to comment",
    "S2-02": "a photo credit",
    "S2-38": "an invitation to discuss",
}
CLAIM = re.compile(r"S[0-2]-[0-9]{2,3}")
HOW_IT_IS_KNOWN = re.compile(
    r"our judgement.*|.+, read 20[0-9]{2}-[0-9]{2}-[0-9]{2}|.+, reported by others.*"
)
SOURCED = ("curriculum", "steps", "certifications", "prompts", "frameworks", "industries")
"""The files whose items say where they come from."""
CLAIMS_PER_TEXT = {"S0": 47, "S1": 147, "S2": 38}


@cache
def screen(line):
    """What is seen by somebody with an empty home."""
    result = run_cli(*line.split())
    assert result.code == 0, result.err
    return result.out


@pytest.mark.parametrize(("claim", "line", "words"), sweep(CLAIMS, quick=CLAIMS[::6]))
def test_the_claim_stands_on_the_screen(claim, line, words):
    assert words in screen(line)
    if line.startswith(("show", "certificate ")):
        assert claim in re.findall(r"S\d-\d+", screen(line))


def test_all_232_claims_have_a_place_but_the_furniture():
    every = {
        f"{text}-{number:02}"
        for text, count in CLAIMS_PER_TEXT.items()
        for number in range(1, count + 1)
    }
    assert len(every) == 232
    assert [claim for claim, _, _ in CLAIMS] == sorted(every - FURNITURE.keys(), key=_by_number)
    assert all(f"{claim} {what}" in TABLE for claim, what in FURNITURE.items())


def _by_number(claim):
    text, number = claim.split("-")
    return text, int(number)


def test_the_curriculum_names_every_claim_and_no_other():
    data = Path(__file__).parents[1] / "data"
    files = [data / f"{name}.toml" for name in SOURCED]
    tables = [
        table
        for file in files
        for table in tomllib.loads(file.read_text(encoding="utf-8")).values()
    ]
    named = {
        claim
        for table in tables
        if isinstance(table, list)
        for item in table
        for claim in item.get("sources", ())
    }
    assert set(filter(CLAIM.fullmatch, named)) == {claim for claim, _, _ in CLAIMS}


@pytest.mark.parametrize("file", [f"{name}.toml" for name in SOURCED])
def test_every_source_of_what_is_shipped_is_a_claim_or_says_how_it_is_known(file):
    """A claim of the three texts can be looked up; all else was read, was reported, or is ours."""
    text = (Path(__file__).parents[1] / "data" / file).read_text(encoding="utf-8")
    tables = [rows for rows in tomllib.loads(text).values() if isinstance(rows, list)]
    named = {source for rows in tables for row in rows for source in row.get("sources", ())}
    assert named
    assert [source for source in named if not _is_known(source)] == []


def _is_known(source):
    return CLAIM.fullmatch(source) or HOW_IT_IS_KNOWN.fullmatch(source)
