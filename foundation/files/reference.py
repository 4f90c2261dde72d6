"""The formats a new installation takes. What the office has edited is left alone."""

from typing import Any

from foundation.files.kinds import KINDS
from foundation.files.models import FileFormat


def load(**_signal: Any) -> None:
    """Adds the rows that are missing; runs after every migrate."""
    FileFormat.objects.bulk_create(
        [
            FileFormat(extension=kind.extension, name=kind.name, max_megabytes=kind.max_megabytes)
            for kind in KINDS.values()
        ],
        ignore_conflicts=True,
    )
