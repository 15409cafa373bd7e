"""Other formats: an answer becomes text.

The tables here load nothing, so that the menu may offer the words in them.
"""

FORMATS = {
    "json": "everything",
    "csv": "spreadsheet",
    "ics": "ics",
    "markdown": "portfolio",
    "jsonresume": "resume",
    "worksheet": "worksheet",
    "html": "page",
    "svg": "svg",
}
"""A format, as it is typed, to the module beside this one that declares it."""

READERS = {"employer": "portfolio", "mentor": "mentor"}
"""Whom a page of Markdown is for, to the module that writes it."""
