"""A page in a real browser: it says nothing to the console, asks for nothing, and fits a telephone."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass

import pytest

from running import a_home, run_cli
from showing import A_WAY, ENTRIES

from builders import a_curriculum, an_exercise, finished

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here"),
]
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--allow-file-access-from-files"),
    # Nothing leaves this machine, whatever the page or the browser asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
BAD = """<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<style>p{color:red}</style></head><body><script>alert(1)</script><pre>%s</pre></body></html>"""
FETCHING = '<!DOCTYPE html><html><body><img src="http://127.0.0.1:9/pixel.png"></body></html>'
FRAME = """<!DOCTYPE html><html><body><iframe src="%s" width="%d" height="800" frameborder="0"></iframe>
<script>addEventListener("load", () => {
const inner = document.querySelector("iframe").contentDocument.documentElement;
document.title = `${inner.scrollWidth} of ${inner.clientWidth}`;
});</script></body></html>"""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a browser did with a page."""

    dom: str
    console: list
    requests: list


def seen(page, folder, *options):
    """Open a file in a browser of its own."""
    log = folder / "net.json"
    profile = f"--user-data-dir={folder / 'profile'}"
    more = (
        profile,
        f"--log-net-log={log}",
        "--enable-logging=stderr",
        "--virtual-time-budget=3000",
    )
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    done = subprocess.run(
        [BROWSER, *QUIET, *more, *options, "--dump-dom", page.as_uri()],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env=os.environ | home,
    )
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return Seen(dom=done.stdout, console=console, requests=_requests(log))


def _requests(log):
    """Every address that the page asked for, from the browser's own record of its network."""
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = [event["params"] for event in events if "initiator" in event.get("params", {})]
    # What no origin began is the browser's own: it asks for the time, and for news of itself.
    return sorted({each["url"] for each in asked if each["initiator"] != "not an origin"})


@pytest.fixture
def page(tmp_path):
    """The page of somebody with everything on record."""
    a_home(A_WAY, *ENTRIES)
    file = tmp_path / "page.html"
    done = run_cli(
        "export", "html", "--name", "Ada Lovelace", "--with-notes", "--output", str(file)
    )
    assert done.code == 0
    return file


def test_the_page_says_nothing_to_the_console_and_asks_for_nothing(page, tmp_path):
    there = seen(page, tmp_path)
    assert "Ada Lovelace" in there.dom
    assert (there.console, there.requests) == ([], [])


def test_a_page_that_breaks_its_policy_would_be_noticed(tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text(BAD % "x", "utf-8")
    assert len(seen(bad, tmp_path).console) >= 2


def test_a_page_that_asks_for_something_would_be_noticed(tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text(FETCHING, "utf-8")
    assert "http://127.0.0.1:9/pixel.png" in seen(bad, tmp_path).requests


def widths(page, tmp_path, width):
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME % (page.as_uri(), width), "utf-8")
    title = re.search(
        r"<title>(\d+) of (\d+)</title>", seen(frame, tmp_path, "--window-size=1400,900").dom
    )
    return int(title[1]), int(title[2])


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(page, tmp_path, width):
    assert widths(page, tmp_path, width) == (width, width)


def test_no_word_of_theirs_is_wider_than_a_telephone(tmp_path):
    endless = "W" * 180
    a_home(
        a_curriculum(an_exercise("rsk-01", title=endless)),
        finished("rsk-01", outcome=endless, evidence=f"https://a.example/{endless}"),
    )
    file = tmp_path / "page.html"
    assert run_cli("export", "html", "--name", endless, "--output", str(file)).code == 0
    assert widths(file, tmp_path, 390) == (390, 390)


def test_a_page_that_is_too_wide_would_be_noticed(tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text(BAD % ("x" * 500), "utf-8")
    wide, window = widths(bad, tmp_path, 390)
    assert wide > window == 390


def test_the_picture_says_nothing_and_asks_for_nothing(tmp_path):
    a_home(A_WAY, *ENTRIES)
    file = tmp_path / "way.svg"
    assert run_cli("export", "svg", "--output", str(file)).code == 0
    there = seen(file, tmp_path)
    assert (there.console, there.requests) == ([], [])
    assert "▲ decides the date" in there.dom
