"""What a wheel has and a checkout has not: its bill of materials, and the shipped tables ready to be read.

Hatchling runs this when it builds a wheel. The bill, of pmcareer and what it needs as they are locked, goes into `sboms/`
of the dist-info, where PEP 770 says that scanners look: CycloneDX 1.6. The tables lie beside their TOML, and what reads
them is src/pmcareer/storage/curriculum/packing.py. All are the same bytes from the same checkout, so without a time and
a random number.
"""

import json
import runpy
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKING = "src/pmcareer/storage/curriculum/packing.py"
PACKED = (
    "curriculum",
    "steps",
    "certifications",
    "prompts",
    "profile",
    "readings",
    "guides/*",
)
"""Files of tables that are read often, below the folder of data."""
NAME = "pmcareer.cdx.json"
VERSIONS = "those of locks/pylock.toml; an installer may choose others in the ranges of METADATA"


class MadeWithTheWheel(BuildHookInterface):
    """Adds the bill of materials and the packed tables to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write them where the builder can find them."""
        self.folder = tempfile.mkdtemp()
        self._write_bill(build_data)
        # An editable install reads the tables of the checkout, which may change any time.
        if version != "editable":
            self._write_packs(build_data)

    def _write_bill(self, build_data: dict[str, Any]) -> None:
        project = tomllib.loads((Path(self.root) / "pyproject.toml").read_text("utf-8"))["project"]
        bill = bill_of(project, self.metadata.version, Path(self.root) / "locks")
        file = Path(self.folder) / NAME
        file.write_text(json.dumps(bill, indent=1) + "\n", "utf-8", newline="\n")
        build_data["sbom_files"].append(str(file))

    def _write_packs(self, build_data: dict[str, Any]) -> None:
        packing = runpy.run_path(str(Path(self.root) / PACKING))
        data = Path(self.root) / "data"
        for table in chain.from_iterable(sorted(data.glob(f"{name}.toml")) for name in PACKED):
            place = table.relative_to(data).with_suffix(packing["PACK"])
            file = Path(self.folder) / place
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(packing["packed"](table.read_bytes(), tomllib.loads))
            build_data["force_include"][str(file)] = f"pmcareer/data/{place.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 -- as above
        """Leave nothing behind."""
        shutil.rmtree(self.folder)


def bill_of(project: Mapping, version: str, locks: Path) -> dict[str, Any]:
    """Name pmcareer, each package it needs with its files, and who needs whom."""
    packages = tomllib.loads((locks / "pylock.toml").read_text("utf-8"))["packages"]
    said = tomllib.loads((locks / "components.toml").read_text("utf-8"))
    asked = {_name_of(line) for line in project["dependencies"]}
    refs = {package["name"]: _ref(package["name"], package["version"]) for package in packages}
    own = _ref(project["name"], version)
    needs = {own: asked} | {refs[name]: said[name]["needs"] for name in refs}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": version,
                "description": project["description"],
                "licenses": [{"expression": project["license"]}],
                "purl": own,
            },
            "properties": [{"name": "pmcareer:versions", "value": VERSIONS}],
        },
        "components": [
            _component(package, said[package["name"]]["licence"]) for package in packages
        ],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(refs[name] for name in names)}
            for ref, names in needs.items()
        ],
    }


def _component(package: Mapping, licence: str) -> dict[str, Any]:
    ref = _ref(package["name"], package["version"])
    files = [*package.get("wheels", ()), package["sdist"]]
    marker = package.get("marker")
    return {
        "type": "library",
        "bom-ref": ref,
        "name": package["name"],
        "version": package["version"],
        "scope": "required",
        "licenses": [{"expression": licence}],
        "purl": ref,
        "externalReferences": [
            {
                "type": "distribution",
                "url": file["url"],
                "hashes": [{"alg": "SHA-256", "content": file["hashes"]["sha256"]}],
            }
            for file in files
        ],
        "properties": [{"name": "pmcareer:where", "value": marker}] if marker else [],
    }


def _ref(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _name_of(requirement: str) -> str:
    return requirement.partition(">=")[0].partition("[")[0].strip()
