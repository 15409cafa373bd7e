"""HTML: one page to show, whole in itself: no script, nothing fetched, private things left out."""

from base64 import b64encode
from hashlib import sha256

from pmcareer.exports.blocks import Blocks, day
from pmcareer.exports.format import Format
from pmcareer.exports.page_plan import plan_sections
from pmcareer.exports.page_record import record_sections
from pmcareer.exports.plain import number
from pmcareer.exports.record import NAME
from pmcareer.exports.showcase import WITH_NOTES, Showcase
from pmcareer.exports.style import page_css
from pmcareer.exports.tree import Element, el, said, within, written
from pmcareer.exports.way import Way, arrival_words

PORTFOLIO = "Portfolio"
EMPTY = "Nothing is on record yet."


def page_of(shown: Showcase) -> str:
    """Write the page."""
    sections = [*plan_sections(shown), *record_sections(shown)]
    page = el("html", _head(shown), _body(shown, sections), lang="en")
    return f"{written(page, 'html')}\n"


def _head(shown: Showcase) -> Element:
    css = page_css()
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(css)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", _title(shown)),
        el("style", css),
    )


def _policy(css: str) -> str:
    """Forbid everything but this one style sheet."""
    # The sheet is known by its hash: one that came in with a text would be left out.
    digest = b64encode(sha256(css.encode()).digest()).decode()
    style = f"style-src 'sha256-{digest}'"
    return f"default-src 'none'; {style}; base-uri 'none'; form-action 'none'"


def _title(shown: Showcase) -> str:
    if shown.way:
        return shown.way.title
    return shown.record.name or PORTFOLIO


def _body(shown: Showcase, sections: list[Element]) -> Element:
    return el(
        "body",
        el("a", "Skip to the content", href="#content", class_="skip"),
        el("header", el("div", *_heading(shown), class_="inner")),
        _contents(sections) if len(sections) > 1 else None,
        el("main", *(sections or [el("p", EMPTY)]), id="content", tabindex="-1"),
        _footer(shown),
    )


def _heading(shown: Showcase) -> Blocks:
    name = shown.record.name
    if shown.way is None:
        yield el("h1", said(name or PORTFOLIO))
        yield el("p", f"As of {shown.person.today}. No plan is shown: {shown.why_no_way}")
        return
    yield from _whose(name, shown.way.to)
    yield _from(shown.way)
    yield from _arrival(shown.way)
    if shown.whole:
        yield _so_far(shown, shown.way)


def _whose(name: str, to: str) -> Blocks:
    if name:
        yield el("h1", said(name))
        yield el("p", said(to), class_="target")
    else:
        yield el("h1", said(to))


def _arrival(way: Way) -> Blocks:
    for before, day_named, behind in arrival_words(way.route.finish, way.today):
        yield el("p", before, el("strong", day_named), behind, class_="arrival")
    if words := way.route.finish.late_because:
        yield el("p", words, class_="fact")


def _from(way: Way) -> Element:
    start = f"From {way.origin}, as" if way.origin else "As"
    return el("p", f"{start} of ", day(way.today), class_="fact")


def _so_far(shown: Showcase, way: Way) -> Element:
    done, left = way.route.hours_done, way.route.hours_left
    exercises = f"{shown.done} of {shown.whole} exercises of the route are finished"
    hours = f"{number(done)} of {number(done + left)} hours are done"
    return el("p", f"{exercises}; {hours}.")


def _contents(sections: list[Element]) -> Element:
    return el("nav", within("ul", map(_link_to, sections)), aria_label="Contents")


def _link_to(section: Element) -> Element:
    # "Gates: what study alone does not open" is "Gates" there.
    title, *_ = "".join(section[0].itertext()).split(":")
    return el("li", el("a", title, href=f"#{section.get('id')}"))


def _footer(shown: Showcase) -> Element:
    text = "Made by pmcareer from a logbook. Days to come are forecasts."
    if not shown.with_notes:
        text += " Notes and the names of others are left out."
    return el("footer", el("p", text))


FORMAT = Format(name="html", rests_on=Showcase, write=page_of, options=(NAME, WITH_NOTES))
