"""The data package of a run (Frictionless Data Package 1): its CSV tables, their keys, and references between them."""

from collections.abc import Mapping, Sequence
from typing import Any

from hakusho.files.runs import json_bytes
from hakusho.records import Column, ForeignKey, TableSchema

_TYPES = {"day": "date"}


def package_json(schemas: Sequence[TableSchema], files: Mapping[str, tuple[int, str]]) -> bytes:
    """Return `datapackage.json`. `files` maps the name of a file in the run to its size in bytes and its SHA-256."""
    return json_bytes(
        {
            "profile": "tabular-data-package",
            "name": "hakusho-run",
            "title": "Tables made by hakusho",
            "resources": [_resource(schema, *files[f"tables/{schema.name}.csv"]) for schema in schemas],
        }
    )


def _resource(schema: TableSchema, size: int, sha256: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": schema.name,
        "path": f"tables/{schema.name}.csv",
        "description": schema.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "dialect": {"lineTerminator": "\n"},
        "schema": {
            "fields": [_field(column) for column in schema.columns],
            "missingValues": [""],
            **({"primaryKey": list(schema.key)} if schema.key else {}),
            **(
                {"foreignKeys": [_reference(key, schema.name) for key in schema.references]}
                if schema.references
                else {}
            ),
        },
    }


def _reference(key: ForeignKey, own: str) -> dict[str, Any]:
    """A table that refers to itself is named by an empty string."""
    resource = "" if key.table == own else key.table
    return {"fields": list(key.columns), "reference": {"resource": resource, "fields": list(key.target)}}


def _field(column: Column) -> dict[str, Any]:
    kind = _TYPES.get(column.kind, column.kind)
    described: dict[str, Any] = {"name": column.name, "type": kind, "description": column.about}
    if column.kind == "boolean":
        described |= {"trueValues": ["True"], "falseValues": ["False"]}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = [value for value in column.values if value]
    return described | ({"constraints": constraints} if constraints else {})
