"""Office files are zip archives; dated alike inside, equal documents make equal bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def dateless(raw: BytesIO, instead: dict[str, bytes] | None = None) -> bytes:
    """The same archive with every entry dated 1980-01-01; `instead` replaces the contents of entries by name."""
    clean = BytesIO()
    with ZipFile(raw) as old, ZipFile(clean, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, (instead or {}).get(name) or old.read(name))
    return clean.getvalue()
