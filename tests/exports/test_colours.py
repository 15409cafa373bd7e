"""Colours that everybody can tell apart: by WCAG's own formula, by light and by dark."""

import re

import pytest

from pmcareer.exports.colours import DARK, LIGHT, SHAPES, TEXTS, colours_css
from pmcareer.exports.style import ALONE, page_css, picture_css


def luminance(colour):
    """The relative luminance of WCAG 2.2: "#ffffff" is 1, "#000000" is 0."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", TEXTS)
def test_what_is_written_can_be_read(colours, name):
    faint = {on: contrast(colours[name], colours[on]) for on in TEXTS[name]}
    assert min(faint.values()) >= 4.5, faint


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", SHAPES)
def test_what_is_drawn_can_be_seen(colours, name):
    faint = {on: contrast(colours[name], colours[on]) for on in SHAPES[name]}
    assert min(faint.values()) >= 3, faint


@pytest.mark.parametrize("css", [page_css(), ALONE], ids=["page", "picture"])
def test_a_sheet_has_no_colour_but_those(css):
    named = set(re.findall(r"var\(--([a-z]+)\)", css))
    assert named <= LIGHT.keys() == DARK.keys()
    written = css.replace(colours_css(), "")
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|opacity", written) == []


@pytest.mark.parametrize("css", [page_css(), ALONE], ids=["page", "picture"])
def test_every_colour_of_text_is_tried(css):
    """What `color` and the `fill` of words name, and what is stroked or filled, stands in the tables."""
    texts = set(re.findall(r"[{;]color:var\(--([a-z]+)\)", css))
    drawn = set(re.findall(r"(?:fill|stroke):var\(--([a-z]+)\)", css))
    grounds = {"ground", "panel", "marked", "rule"}
    assert texts <= TEXTS.keys()
    assert drawn - grounds <= TEXTS.keys() | SHAPES.keys()


def test_a_sheet_asks_for_nothing_from_elsewhere():
    for css in (page_css(), picture_css()):
        assert re.findall(r"@import|url\(|expression|behavior", css) == []


def test_a_picture_alone_needs_no_variables_and_is_light_where_media_are_not_known():
    """Programs for slides know neither: a name of a colour would be black on black to them."""
    css = picture_css()
    light, _, dark = css.partition("@media screen and (prefers-color-scheme:dark)")
    assert "var(" not in css
    assert "--" not in css
    assert set(re.findall("#[0-9a-f]{6}", light)) <= set(LIGHT.values())
    assert set(re.findall("#[0-9a-f]{6}", dark)) <= set(DARK.values())
    assert light.count("#") == dark.count("#") == ALONE.count("var(")
