"""Tables as JSON that is written in one way only, so that a hash over it proves every cell."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from foundation.documents.figures.sheet import Cell, Column, Kind, Row, Sheet

HEADINGS = ("key", "title", "head", "note", "chart", "chart_kind")


def canonical(content: Any) -> bytes:
    """Equal contents make equal bytes: keys sorted, no blanks, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: Any) -> str:
    """SHA-256 over `canonical`, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()


def to_json(sheets: Sequence[Sheet]) -> list[dict[str, Any]]:
    """The tables as plain lists and dicts."""
    return [_sheet(sheet) for sheet in sheets]


def from_json(content: Sequence[dict[str, Any]]) -> list[Sheet]:
    """The tables as they were given to `to_json`."""
    return [
        Sheet(
            **{name: known[name] for name in HEADINGS},
            columns=[Column(one["key"], one["label"], Kind(one["kind"])) for one in known["columns"]],
            rows=[_row(one) for one in known["rows"]],
        )
        for known in content
    ]


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        **{name: getattr(sheet, name) for name in HEADINGS},
        "columns": [{"key": one.key, "label": one.label, "kind": str(one.kind)} for one in sheet.columns],
        "rows": [
            {"key": row.key, "label": row.label, "total": row.is_total, "cells": [_cell(cell) for cell in row.cells]}
            for row in sheet.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    found: dict[str, Any] = {"value": cell.value}
    if cell.of:
        found |= {"of": cell.of, "keys": sorted(cell.keys)}
    if cell.base is not None:
        found["base"] = cell.base
    if cell.mark:
        found["mark"] = cell.mark
    return found


def _row(known: dict[str, Any]) -> Row:
    cells = [Cell(**{**cell, "keys": tuple(cell.get("keys", ()))}) for cell in known["cells"]]
    return Row(known["key"], known["label"], cells, known["total"])
