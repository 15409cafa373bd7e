"""A plan at a glance: the two days, the way drawn in time, and the next moves, on one screen."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.plan.timeline import Timeline
from pmcareer.views.parts.because import because_in_short
from pmcareer.views.parts.dates import is_far_off
from pmcareer.views.parts.text import if_said, one_line, plural
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.drawing import AXIS_AND_LEGEND, draw, room_for_the_way
from pmcareer.views.plan.moves import render_moves
from pmcareer.views.plan.sentences import Pieces, arrival, edition_words, grounds, since_baseline

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Hanging, Page, Piece
    from pmcareer.views.parts.styled import Block

MOST_LINES = 22
"""Of a terminal of 24: one for the command, and one for what is typed next."""
EVERY_ROW = 1000
BLANKS = 2
LEAST_ROWS = 4 + AXIS_AND_LEGEND
LEAVE_OUT = (
    (),
    ("To weigh",),
    ("To weigh", "Next"),
    ("To weigh", "Next", "Before"),
    ("To weigh", "Next", "Before", "To be proved"),
    ("To weigh", "Next", "Before", "To be proved", "What helps"),
    ("To weigh", "Next", "Before", "To be proved", "What helps", "Certificate", "Only others"),
)
"""The moves that there may be no room for."""
LONGEST_TITLE = 40
PICTURE_SHARE = 0.58
WIDE = 110
"""From so many columns on the moves stand beside the picture."""


def render_glance(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the days first, then the picture in what room is left, then the moves."""
    yield from render_head(answer, page)
    if page.width >= WIDE and not page.piped:
        yield page.blank()
        yield from _wide(answer, page)
        yield page.blank()
        yield _foot(answer, page)
    else:
        yield page.fitted(partial(_fitting, answer, page))


def _fitting(answer: PlanAnswer, page: "Page", height: "Height") -> "Blocks":
    """Choose the moves and the rows of the picture that one screen has room for."""
    foot = [_foot(answer, page)]
    # Whoever has not said where they stand is told so below it.
    taken = height([*render_head(answer, page), *foot, *map(page.line, answer.hints)])
    # Another program reads every row, however many there are.
    most = EVERY_ROW if page.piped else MOST_LINES
    moves, room = _moves(answer, page, height, most - taken - BLANKS)
    picture = list(_picture(answer.timeline, page, room))
    yield from page.apart(picture, moves)
    if room > len(picture):
        yield page.blank()
    yield from foot


def _moves(
    answer: PlanAnswer, page: "Page", height: "Height", room: int
) -> "tuple[list[Block], int]":
    """Leave out moves until a picture with all posts has room; else one with what decides."""
    whole = room_for_the_way(answer.timeline)
    tried: list[tuple[list[Block], int]] = []
    for without in LEAVE_OUT:
        moves = list(render_moves(answer, page, without))
        tried.append((moves, room - height(moves)))
        if tried[-1][1] >= whole:
            return tried[-1]
    # What helps gives way to a post, and else only where not even what decides has room.
    *but_last, last = tried
    fitting = next((each for each in but_last if each[1] >= LEAST_ROWS), last)
    # Where a narrow page breaks every sentence it is a line longer rather than a post shorter.
    return (but_last[-1][0], whole) if page.narrow else fitting


def _picture(timeline: Timeline, page: "Page", room: int) -> "Blocks":
    if timeline.is_drawn:
        yield page.blank()
        yield from draw(timeline, page, room)


def _wide(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Set the moves beside the picture, on which there is room for every row."""
    left = page.of_width(int(page.width * PICTURE_SHARE))
    right = page.of_width(page.width - left.width - 2)
    timeline = answer.timeline
    drawn = list(draw(timeline, left, MOST_LINES - 4)) if timeline.is_drawn else []
    if drawn:
        yield page.beside(drawn, list(render_moves(answer, right)), left.width)
    else:
        yield from render_moves(answer, page)


def render_head(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw what it is about, and the two days with what they rest on."""
    title = title_of(answer)
    # On a narrow page the axis stays, and words go.
    way = "" if page.narrow else f"  {_way(answer, page.width - len(title) - 2)}"
    yield page.line((title, "heading"), (way, "quiet"))
    for pieces in (*arrival(answer, page), *_beside_it(answer)):
        yield page.line(*pieces, indent=2)
    for words in because_in_short(answer.because, page, indent=2):
        yield page.line((words, "quiet"), indent=2)


def _beside_it(answer: PlanAnswer) -> Iterator[Pieces]:
    """Say what the days rest on, and whether they have moved."""
    for words in (*grounds(answer), *edition_words(answer.edition)):
        yield [words]
    moved = since_baseline(answer)
    if moved:
        yield [f"{moved} Why: pmcareer plan --why"]


def title_of(answer: PlanAnswer) -> str:
    """Name the target as a heading: by its whole title where that is short enough."""
    title = one_line(answer.target.title)
    return title if len(title) <= LONGEST_TITLE else answer.title_of(answer.target.id)


def _way(answer: PlanAnswer, room: int) -> str:
    """Say by which way, in as many words as there is room for: the picture has all its posts."""
    _, _, way = answer.way.partition(", ")
    route, first = _place_of(answer), _first_post(answer)
    for words in (answer.way + route, answer.way, way + route, way, first + route):
        if len(words) <= room:
            return words
    return first


def _first_post(answer: PlanAnswer) -> str:
    """Name the first post of the way, and say how many more there are."""
    named = [answer.title_of(name) for name in answer.posts]
    if not named:
        return "straight"
    more = if_said(" and {}", plural(len(named) - 1, "more post") if named[1:] else "")
    return f"by way of {named[0]}{more}"


def _place_of(answer: PlanAnswer) -> str:
    """Say "route 1 of 6", where there is more than one."""
    ids = [each.route.id for each in answer.routes]
    place = ids.index(answer.chosen.route.id) + 1
    return f" (route {place} of {answer.ways})" if answer.ways > 1 else ""


def _foot(answer: PlanAnswer, page: "Page") -> "Hanging":
    """Name the further commands that have something to say here."""
    pieces: list[Piece] = []
    for words, option in _further(answer):
        pieces += [f" {page.glyph('dot')} "] if pieces else []
        pieces += [f"{words} ", (option, "command")]
    return page.line(*pieces)


def _further(answer: PlanAnswer) -> Iterator[tuple[str, str]]:
    likely = answer.chosen.finish.likely or answer.today
    yield "Exercises", "--all"
    if answer.ways > 1:
        yield "routes", "--compare"
    if likely > answer.today and not is_far_off(likely, answer.today):
        yield "a date", f"--by {likely.isoformat()[:7]}"
    yield "numbers", "--detail"
