"""What is inside a zip or an old Office file: the right document, no programs, no bomb."""

import zipfile
from typing import BinaryIO

from django.core.exceptions import ValidationError

from foundation.files.kinds import Kind

# A long report with pictures has some hundred members; a hundred-fold packing is text, a thousand-fold a bomb.
MOST_MEMBERS = 5_000
MOST_UNPACKED_BYTES = 500 * 1024 * 1024
MOST_PACKING = 200
_ZIP_START = b"PK\x03\x04"
_OLE_START = bytes.fromhex("D0CF11E0A1B11AE1")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "xl/macrosheets/", "activex/")

NOT_WHAT_IT_SAYS = "内容与扩展名“.{}”不符，请用原软件另存后再上传。"
MACRO = "文件含有宏或控件，出于安全不能上传，请另存为不含宏的格式。"
BOMB = "文件解压后过大或条目过多，不能上传，请检查文件来源。"
BROKEN = "文件已损坏或加了密码，无法打开，请重新生成后上传。"


def check_zip(content: BinaryIO, kind: Kind) -> None:
    """Raises ValidationError unless `content` is a sound document of `kind` without macros."""
    content.seek(0)
    start = content.read(8)
    if start == _OLE_START:
        # Office wraps a document with a password into the old container.
        raise ValidationError(BROKEN)
    if not start.startswith(_ZIP_START):
        raise ValidationError(NOT_WHAT_IT_SAYS.format(kind.extension))
    try:
        with zipfile.ZipFile(content) as archive:
            _check_members(archive, kind)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        raise ValidationError(BROKEN) from None


def check_ole(content: BinaryIO, kind: Kind) -> None:
    """Raises ValidationError unless `content` is an old Office document without macros."""
    content.seek(0)
    data = content.read()
    if not data.startswith(_OLE_START):
        raise ValidationError(NOT_WHAT_IT_SAYS.format(kind.extension))
    stream = {"doc": "WordDocument", "xls": "Workbook"}[kind.extension]
    if not _names(data, stream) and not (kind.extension == "xls" and _names(data, "Book")):
        raise ValidationError(NOT_WHAT_IT_SAYS.format(kind.extension))
    if _names(data, "_VBA_PROJECT") or _names(data, "Macros"):
        raise ValidationError(MACRO)


def _check_members(archive: zipfile.ZipFile, kind: Kind) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or _too_large(members):
        raise ValidationError(BOMB)
    names = {member.filename for member in members}
    if not names.issuperset(kind.members):
        raise ValidationError(NOT_WHAT_IT_SAYS.format(kind.extension))
    if any(member.flag_bits & 1 for member in members):
        raise ValidationError(BROKEN)
    if any(part in name.lower() for name in names for part in _MACRO_PARTS) or _declares_macros(archive, names):
        raise ValidationError(MACRO)


def _too_large(members: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    # Tiny members pack well without meaning harm.
    return unpacked > MOST_UNPACKED_BYTES or (unpacked > 10 * 1024 * 1024 and unpacked / packed > MOST_PACKING)


def _declares_macros(archive: zipfile.ZipFile, names: set[str]) -> bool:
    types = "[Content_Types].xml"
    return types in names and b"macroEnabled" in archive.read(types)


def _names(data: bytes, stream: str) -> bool:
    # Names of streams stand in the directory in UTF-16, closed by a zero.
    return (stream + "\0").encode("utf-16-le") in data
