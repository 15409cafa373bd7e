"""A logbook of every kind, the damage that a disk, a sync or a hand does to it, and what is lost.

Nothing of pmcareer is asked here: which entries are whole is told from the bytes alone.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

import tomli_w

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_lesson,
    a_move,
    a_practice,
    a_profile,
    a_prompt,
    a_role,
    a_step,
    a_story,
    an_entry,
    an_exercise,
    answered,
    assessed,
    certified,
    closed,
    deferred,
    did,
    experience,
    finished,
    practised,
    rated,
    void,
    worked,
)

BOM = codecs.BOM_UTF8
HEADER = re.compile(rb"[ \t]*\[\[[ \t]*entries[ \t]*\]\][ \t]*(#.*)?")
MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")

EXERCISES = tuple(f"rsk-{number:02}" for number in range(1, 13))
CURRICULUM = a_curriculum(
    *(an_exercise(name) for name in EXERCISES),
    a_practice("h01"),
    a_certification("pmp"),
    a_prompt("q01"),
    a_step("s1", **{"for": "tech-pm"}),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    a_detour("delivery-stint"),
    a_move("starter", "tech-pm"),
    traits=({"id": "calm", "title": "Calm"},),
)

PROMISED = {
    "target": "tech-pm",
    "route": "starter-tech-pm",
    "hours_per_week": 5.0,
    "pace": 4.5,
    "exercises": ("rsk-11=4.0", "rsk-12=4.0"),
    "gates": (),
    "curriculum": "2026.11",
}


def entries():
    """Some forty entries: each kind, some with all of their keys, texts in many scripts."""
    done = [
        finished(name, on=f"2026-03-{number:02}", minutes=30 * number, id=f"done{number:06}")
        for number, name in enumerate(EXERCISES[:8], start=1)
    ]
    some = [
        worked(name, 45, on=f"2026-04-{number:02}", left=90, id=f"work{number:06}")
        for number, name in enumerate(EXERCISES[8:], start=1)
    ]
    kept = [practised("h01", on=f"2026-05-{day:02}", id=f"habit{day:05}") for day in range(1, 9)]
    taken_back = worked("rsk-09", 15, on="2026-04-20", id="mistake001")
    said = [
        a_profile(hours_per_week=6.5, on="2026-02-01", id="profile001"),
        a_profile(study_days=("mon", "sat"), mentor="Zoë Ångström", id="profile002"),
        deferred("rsk-12", "2026-12-24", on="2026-06-01", id="defer00001"),
        assessed("risk", 1, "manager", on="2026-06-02", note="見積り 😀 e\u0301", id="assess0001"),
        experience("hands-on", "2019-01-01", "2024-02-29", role="starter", id="months0001"),
        closed(size="4 people", skills=("risk",), on="2026-06-03", id="project001"),
        certified(on="2026-06-04", expires=date(2029, 6, 4), id="certif0001"),
        answered(text="Слово: [[entries]] and 'quotes' and \"more\"", id="answer0001"),
        rated("calm", 3, on="2026-06-05", id="rating0001"),
        did("s1", what="A call", **{"with": "Bob"}, begun=True, on="2026-06-06", id="did0000001"),
        closed("C:\\new\\tab", on="2026-06-07", id="project002"),
        an_entry("baseline", on="2026-06-12", id="baseline01", **PROMISED),
        a_lesson('First line\n[[entries]]\nid = "no entry"\n\n# no comment', id="lesson0001"),
        a_lesson("It said: '''what'''\tthen", on="2026-06-09", id="lesson0002"),
        a_story("One", skills=("risk",), entries=("done000001",), on="2026-06-10", id="story00001"),
        a_story("Two\nlines", result="So\nit went", on="2026-06-11", id="story00002"),
        taken_back,
        void("mistake001", on="2026-04-21", id="void000001"),
        void("habit00008", on="2026-05-09", note="twice", id="void000002"),
    ]
    return (*done, *said[:9], *some, *said[9:], *kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An entry's own lines, from its header to the end of the line of its id."""

    id: str
    text: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A logbook before anything happened to it."""

    raw: bytes
    blocks: tuple[Block, ...]

    @property
    def ids(self):
        return tuple(block.id for block in self.blocks)


def styled(style):
    """Write the entries as a hand would keep them, in one of four `STYLES`."""
    pieces = [b"# pmcareer logbook. Mine.\nformat = 1\n\n"]
    blocks = []
    for number, entry in enumerate(entries()):
        if number % 5 == 0:
            pieces.append(f"# {number}: the ä of March\n\n".encode())
        header = ("[[entries]]", "[[ entries ]]  # mine", "  [[entries]]")[number % 3]
        text = header + "\n" + _table(entry.as_row(), by_hand=number % 2 == 0)
        blocks.append(Block(id=entry.id, text=text.encode()))
        pieces += [text.encode(), (b"\n", b"", b"\n\n")[number % 3]]
    start, turn, end = STYLES[style]
    raw = start + b"".join(turn(piece) for piece in pieces)
    ended = raw[: len(raw) - len(end)] if raw.endswith(end) else raw
    return Whole(
        raw=ended.rstrip(b"\r\n") if style == "no last line end" else ended,
        blocks=tuple(Block(id=each.id, text=turn(each.text)) for each in blocks),
    )


def _as_it_is(piece):
    return piece


def _of_windows(piece):
    return piece.replace(b"\n", b"\r\n")


def _mixed(piece):
    return _of_windows(piece) if len(piece) % 2 else piece


STYLES = {
    "plain": (b"", _as_it_is, b""),
    "of Windows, with a mark": (BOM, _of_windows, b""),
    "mixed": (b"", _mixed, b""),
    "no last line end": (b"", _as_it_is, b""),
}


def _table(row, *, by_hand):
    """Write a row's keys; by hand texts stand in several lines, and comments behind values."""
    if not by_hand:
        return tomli_w.dumps(row)
    lines = []
    for key, value in row.items():
        line = tomli_w.dumps({key: value})
        if key != "id" and isinstance(value, str) and " " in value and "\r" not in value:
            line = f"{key} = {_in_lines(value)}\n"
        elif key == "on":
            line = line.replace("\n", "   # the day\n\n")
        lines.append(line)
    return "".join(lines)


def _in_lines(text):
    if "'''" not in text and "\t" not in text:
        return f"'''\n{text}'''"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""\n{escaped}"""'


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What was done, in words, and what came of it."""

    said: str
    raw: bytes


def damages(whole, seed, count):
    """Draw damages, each kind in turn; the same seed draws the same ones."""
    for number in range(count):
        yield damage(whole, seed + number)


def damage(whole, number):
    """Draw the damage of this number."""
    draw = Random(number)  # noqa: S311 -- no secret, and the same on every machine
    names = list(KINDS)
    name = names[number % len(names)]
    raw = KINDS[name](whole, draw)
    return Damage(said=f"{name}, number {number}", raw=raw)


def _flipped_bits(whole, draw):
    raw = bytearray(whole.raw)
    for _ in range(draw.choice((1, 1, 1, 2, 8))):
        raw[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
    return bytes(raw)


def _other_byte(whole, draw):
    raw = bytearray(whole.raw)
    raw[draw.randrange(len(raw))] = draw.choice(b"\"'\\#[]={}\x00\xff\n\r\t a9-")
    return bytes(raw)


def _cut_tail(whole, draw):
    return whole.raw[: draw.randrange(len(whole.raw))]


def _block_of_nulls(whole, draw):
    start = draw.randrange(len(whole.raw))
    size = draw.choice((1, 7, 512, 4096))
    kept = draw.choice((start, start + size))
    return whole.raw[:start] + bytes(size) + whole.raw[kept:]


def _lines(whole):
    return whole.raw.splitlines(keepends=True)


def _line_gone(whole, draw):
    lines = _lines(whole)
    del lines[draw.randrange(len(lines))]
    return b"".join(lines)


def _line_twice(whole, draw):
    lines = _lines(whole)
    here = draw.randrange(len(lines))
    return b"".join([*lines[: here + 1], *lines[here:]])


def _lines_swapped(whole, draw):
    lines = _lines(whole)
    here, there = draw.sample(range(len(lines)), 2)
    lines[here], lines[there] = lines[there], lines[here]
    return b"".join(lines)


def _conflict_markers(whole, draw):
    """As git leaves it: a stretch of lines in two forms, or in three."""
    lines = _lines(whole)
    here = draw.randrange(len(lines))
    there = min(len(lines), here + draw.choice((0, 1, 5, 12)))
    ours, theirs = lines[here:there], draw.choice((lines[here:there], [b"# theirs\n"], []))
    end = b"\r\n" if whole.raw.count(b"\r\n") * 2 > whole.raw.count(b"\n") else b"\n"
    base = draw.choice(([], [b"||||||| 1234567" + end, *ours]))
    if ours and not ours[-1].endswith(b"\n"):
        ours[-1] += end
    marks = [
        b"<<<<<<< HEAD" + end,
        *ours,
        *base,
        b"=======" + end,
        *theirs,
        b">>>>>>> laptop" + end,
    ]
    return b"".join([*lines[:here], *marks, *lines[there:]])


def _entry_cut_out(whole, draw):
    block = draw.choice(whole.blocks)
    return whole.raw.replace(block.text, b"", 1)


def _block_with(whole, draw, change):
    block = draw.choice(whole.blocks)
    return whole.raw.replace(block.text, change(block.text), 1)


def _header_misspelt(whole, draw):
    wrong = draw.choice((b"[[entrie3]]", b"[[entry]]", b"[entries]", b"[[Entries]]", b"[[entries]"))
    return _block_with(
        whole, draw, lambda text: re.sub(rb"\[\[ ?entries ?\]\]", wrong, text, count=1)
    )


def _key_renamed(whole, draw):
    def change(text):
        keys = re.findall(rb"^(\w+) = ", text, re.MULTILINE)
        key = draw.choice(keys)
        return text.replace(key + b" = ", draw.choice((key + b"x", b"kind", b"id")) + b" = ", 1)

    return _block_with(whole, draw, change)


def _type_changed(whole, draw):
    def change(text):
        values = [*re.finditer(rb"^(\w+) = ([^\r\n#]*)", text, re.MULTILINE)]
        value = draw.choice(values)
        other = draw.choice((b"7", b'"x"', b"[1]", b"{a = 1}", b"true", b"2026-13-01", b"nan"))
        return text[: value.start(2)] + other + text[value.end(2) :]

    return _block_with(whole, draw, change)


def _other_encoding(whole, draw):
    start = draw.randrange(len(whole.raw))
    end = min(len(whole.raw), start + draw.choice((20, 200, 2000)))
    piece = whole.raw[start:end].decode("utf-8", "replace")
    encoding = draw.choice(("utf-16-le", "latin-1", "cp1252", "utf-7"))
    return whole.raw[:start] + piece.encode(encoding, "replace") + whole.raw[end:]


def _two_files_glued(whole, draw):
    other = styled(draw.choice(list(STYLES))).raw
    cut = draw.choice((len(other), len(other) // 2))
    return draw.choice((whole.raw + other[:cut], other[:cut] + whole.raw))


KINDS = {
    "flipped bits": _flipped_bits,
    "another byte": _other_byte,
    "a cut tail": _cut_tail,
    "a block of NULs": _block_of_nulls,
    "a line gone": _line_gone,
    "a line twice": _line_twice,
    "two lines swapped": _lines_swapped,
    "git's markers": _conflict_markers,
    "an entry cut out": _entry_cut_out,
    "a header misspelt": _header_misspelt,
    "a key renamed": _key_renamed,
    "a value of another type": _type_changed,
    "another encoding": _other_encoding,
    "two files glued": _two_files_glued,
}


def intact(whole, raw) -> Iterator[str]:
    """Name the entries whose lines are all there, with nothing of another entry among them.

    Whoever looks at the file would say of them that nothing happened to them: their lines follow
    one another, and after them comes a header, a comment, a mark of git's, or the end.
    """
    for block in whole.blocks:
        for start, end in _places(block.text.rstrip(b"\r\n"), raw):
            if _ends(raw[end:]) and not _is_in_text(raw[:start]):
                yield block.id
                break


def _places(text, raw):
    """Find where whole lines are these."""
    for found in re.finditer(re.escape(text), raw):
        begins = found.start() == 0 or raw[found.start() - 1 : found.start()] == b"\n"
        after = raw[found.end() : found.end() + 2]
        if begins and (not after or after.startswith((b"\n", b"\r\n"))):
            yield found.span()


def _ends(rest):
    """Tell whether an entry can be over, by the first line after it that says something."""
    for line in rest.split(b"\n")[1:]:
        bare = line.strip()
        if bare:
            return bare.startswith((b"#", *MARKERS)) or HEADER.fullmatch(bare) is not None
    return True


def _is_in_text(before):
    """Tell whether a text in three quotes that began above was never closed."""
    return any(before.count(quotes) % 2 for quotes in (b'"""', b"'''"))
