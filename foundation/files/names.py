"""Names of uploaded files: what a person typed, without what deceives a reader or breaks a disk."""

import unicodedata
from pathlib import PurePosixPath

# Most file systems end here; counted in UTF-8, where a Chinese character takes three.
LONGEST_NAME_BYTES = 255
_UNWELCOME = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def clean_name(raw: str) -> str:
    """The last part of the path, without control and direction signs (U+202E …), at most 255 bytes long."""
    last = unicodedata.normalize("NFC", raw).replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    plain = " ".join(shown.translate(_UNWELCOME).split()).strip(" .")
    path = PurePosixPath(plain or "附件")
    return _cut(path.stem.rstrip(" .") or "附件", LONGEST_NAME_BYTES - len(path.suffix.encode())) + path.suffix


def extension_of(name: str) -> str:
    """The extension in lower case without its dot, "" when there is none."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def _cut(stem: str, room: int) -> str:
    return stem.encode()[:room].decode(errors="ignore")
