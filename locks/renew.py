"""Lock what people install: `python locks/renew.py`, or `just lock`; `--upgrade` takes the newest of everything.

Needs uv and a package index. What was published within a week is left out: a release that somebody has taken over is
mostly noticed within days. `--newest` takes it all the same, for a mend that can't wait.
"""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from email.parser import Parser
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent / "pyproject.toml"
LOCK, FOR_PIP, FOR_DEVELOPERS = (
    HERE / name for name in ("pylock.toml", "requirements.txt", "requirements-dev.txt")
)
COMPONENTS = HERE / "components.toml"
DEVELOP = ("--extra", "test", "--group", "dev", "--group", "locks")
EVERYWHERE = ("--universal", "--python-version", "3.11", "--generate-hashes")
HEAD = "# Written by `just lock` (locks/renew.py) from {}; don't edit.\n"
LICENCES = {
    "Apache-2.0": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
}
"""What older packages say in a classifier or as they like, for those that have no License-Expression yet."""
LOOKED_AT = {"colorama": "BSD-3-Clause"}
"""Where the classifier is of a family, what the file LICENSE of the package is."""


def main(arguments: list[str]) -> None:
    """Write all four files anew."""
    options = ["--upgrade"] if "--upgrade" in arguments else []
    if "--newest" not in arguments:
        options += ["--exclude-newer", "7 days"]
    _compile(*options, "--format", "pylock.toml", "--output-file", str(LOCK))
    packages = tomllib.loads(LOCK.read_text("utf-8"))["packages"]
    lines = [requirement_of(package) for package in packages]
    _write(FOR_PIP, HEAD.format("locks/pylock.toml") + "".join(lines))
    constrained = (*DEVELOP, *options, "--constraints", str(FOR_PIP))
    _compile(*constrained, "--output-file", str(FOR_DEVELOPERS), and_what_builds=True)
    said = "".join(_components(packages))
    _write(COMPONENTS, HEAD.format("what the locked packages say of themselves") + said)


def _compile(*options: str, and_what_builds: bool = False) -> None:
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    sources = [str(PROJECT), *(["-"] if and_what_builds else [])]
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", *sources),
            *(*EVERYWHERE, "--custom-compile-command", "just lock", *options),
        ],
        check=True,
        input="\n".join(project["build-system"]["requires"]),
        text=True,
        stdout=subprocess.DEVNULL,
    )


def requirement_of(package: Mapping) -> str:
    """Give a package of the lock as pip's requirement, with a hash of each of its files."""
    where = f" ; {package['marker']}" if "marker" in package else ""
    files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else [])]
    hashes = sorted(f"    --hash=sha256:{file['hashes']['sha256']}" for file in files)
    return " \\\n".join((f"{package['name']}=={package['version']}{where}", *hashes)) + "\n"


def _components(packages: list[Mapping]) -> Iterator[str]:
    """Say of each package its licence and what it needs, as its own metadata do."""
    pins = [f"{package['name']}=={package['version']}" for package in packages]
    with tempfile.TemporaryDirectory() as folder:
        install = (sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps")
        subprocess.run([*install, "--target", folder, *pins], check=True)
        found = sorted(Path(folder).glob("*.dist-info/METADATA"))
        said = [Parser().parsestr(file.read_text("utf-8")) for file in found]
    names = {package["name"] for package in packages}
    for metadata in sorted(said, key=lambda metadata: _plain(metadata["Name"])):
        asked = metadata.get_all("Requires-Dist", ())
        needs = {_plain(line) for line in asked if "extra ==" not in line} & names
        yield f'\n[{_plain(metadata["Name"])}]\nversion = "{metadata["Version"]}"\n'
        yield f'licence = "{_licence_of(metadata)}"\nneeds = {sorted(needs)}\n'.replace("'", '"')


def _licence_of(metadata: Mapping) -> str:
    """Give the SPDX expression of a package, or stop: a licence is looked at, and never guessed."""
    if metadata["License-Expression"]:
        return str(metadata["License-Expression"])
    kinds = [
        line.split(" :: ")[-1] for line in metadata.get_all("Classifier", ()) if "License" in line
    ]
    licences = [LICENCES[kind] for kind in kinds or [metadata["License"]] if kind in LICENCES]
    if metadata["Name"] in LOOKED_AT:
        licences = [LOOKED_AT[metadata["Name"]]]
    if len(licences) != 1:
        sys.exit(f"Which licence has {metadata['Name']}? It says {kinds}, {metadata['License']}")
    return licences[0]


def _plain(requirement: str) -> str:
    """Give the name at the beginning of a requirement as an index writes it."""
    name = ""
    for letter in requirement:
        if not (letter.isalnum() or letter in "-_."):
            break
        name += letter
    return name.lower().replace("_", "-").replace(".", "-")


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
