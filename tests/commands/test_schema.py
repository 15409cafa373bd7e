"""`pmcareer schema`: the shape of a curriculum for editors."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from pmcareer.commands.schema import run
from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.views import schema as view
from running import run_cli


@cache
def described():
    """The schema, made once for all who look at it."""
    return run()


def test_the_schema_names_every_table_and_key_as_the_file_has_them():
    schema = json.loads(view.as_text(described()))
    assert set(schema["properties"]) == set(CurriculumTables.model_fields)
    assert {"from", "to", "months"} <= set(schema["$defs"]["Move"]["required"])
    assert schema["$defs"]["Resource"]["properties"]["for"]["type"] == "array"


def test_the_schema_allows_no_unknown_key_anywhere():
    schema = described().schema
    assert schema["additionalProperties"] is False
    assert all(
        part["additionalProperties"] is False
        for part in schema["$defs"].values()
        if part["type"] == "object"
    )


def test_in_json_it_stands_under_its_own_key():
    assert view.as_dict(described())["schema"] == run().schema


def test_the_schema_beside_the_shipped_curriculum_is_the_one_that_is_printed():
    beside = Path(__file__).parents[2] / "data" / "curriculum.schema.json"
    kept, printed = (
        json.loads(beside.read_text(encoding="utf-8")),
        json.loads(run_cli("schema").out),
    )
    # Pydantic's versions word a schema a little differently; what it allows is the same.
    assert printed["properties"].keys() == kept["properties"].keys()
    assert {name: part.get("properties", {}).keys() for name, part in printed["$defs"].items()} == {
        name: part.get("properties", {}).keys() for name, part in kept["$defs"].items()
    }
    shipped = beside.with_name("curriculum.toml").read_text(encoding="utf-8")
    assert shipped.startswith("#:schema ./curriculum.schema.json\n")


def _tables(schema):
    yield "the file", schema
    for name, part in schema["$defs"].items():
        if part["type"] == "object":
            yield name, part


def test_every_key_of_every_table_is_described():
    undescribed = [
        f"{name}.{key}"
        for name, part in _tables(described().schema)
        for key, said in part["properties"].items()
        if not said.get("description", "").endswith(".")
    ]
    assert undescribed == []
    assert sum(len(part["properties"]) for _, part in _tables(described().schema)) > 180


def test_a_kind_of_gate_and_a_key_of_an_older_name_are_described_as_what_they_are():
    parts = described().schema["$defs"]
    assert parts["ClosedGate"]["properties"]["kind"]["description"] == "Projects led to their end."
    assert "old spelling" in parts["Certification"]["properties"]["experience"]["description"]
    assert parts["Resource"]["properties"]["for"]["description"].startswith("Skills, roles")


def test_nobody_who_does_not_ask_for_the_schema_pays_for_its_sentences():
    code = (
        "import sys; from pmcareer.storage.curriculum.reading import read_curriculum; "
        "read_curriculum(None); print("
        "'pmcareer.storage.curriculum.described_schema' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False"]
