"""Look for known vulnerabilities in what is locked: `python locks/audit.py`, or `just audit`. Needs pip-audit.

Ends with 1 where there is one. Where the service can't be reached it says so, and ends with 0: being offline is no
vulnerability, and no proof that there is none.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
FILES = (HERE / "requirements.txt", HERE / "requirements-dev.txt")
UNREACHED = (
    "Could not connect",
    "ConnectionError",
    "is not redirecting",
    "Max retries",
    "timed out",
)


def main() -> int:
    """Audit both files, and give the exit code."""
    codes = [_audited(file) for file in FILES]
    return max(codes)


def _audited(file: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ("--require-hashes", "--disable-pip", "--progress-spinner", "off")
        asked = ("-r", str(file), "--format", "json", "--output", str(report))
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", *options, *asked],
            check=False,
            capture_output=True,
            text=True,
        )
        if report.exists():
            code, words = verdict(json.loads(report.read_text("utf-8"))["dependencies"])
        else:
            code, words = excuse(done.stderr)
    print(f"{file.name}: {words}")
    return code


def verdict(found: Iterable[Mapping]) -> tuple[int, str]:
    """Give an exit code, and a sentence, for what pip-audit found of each package."""
    packages = list(found)
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    known = [each for each in packages if each.get("vulns")]
    if known:
        lines = (f"{each['name']} {each['version']}: {_ids(each)}" for each in known)
        return 1, "known vulnerabilities in " + "; ".join(lines) + ". Renew the lock: just lock"
    if len(unknown) == len(packages):
        return 0, "not audited, as the service knows none of the packages: it is no real one"
    if unknown:
        return 0, f"nothing known of the others; not audited: {', '.join(unknown)}"
    return 0, f"no vulnerability is known of any of {len(packages)} packages"


def _ids(package: Mapping) -> str:
    return ", ".join(each["id"] for each in package["vulns"])


def excuse(complaint: str) -> tuple[int, str]:
    """Give an exit code, and a sentence, for what pip-audit says instead of a report."""
    if any(words in complaint for words in UNREACHED):
        return 0, "not audited, as the service can't be reached from here"
    return 1, f"not audited: {complaint.strip()[-500:]}"


if __name__ == "__main__":
    sys.exit(main())
