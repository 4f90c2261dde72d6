"""Decides whether an upload is taken: by name, by the office's rows, and by what it really is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import BinaryIO, cast

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from foundation.files import archives, images
from foundation.files.kinds import KINDS, Family, Kind
from foundation.files.models import FileFormat
from foundation.files.names import clean_name, extension_of

_HEAD_BYTES = 8192


@dataclass(frozen=True)
class Inspected:
    """An upload that may be kept: its clean name, its media type, and the content to keep."""

    name: str
    media_type: str
    content: BinaryIO


def inspect(upload: UploadedFile, accept: Collection[str] | None = None) -> Inspected:
    """Looks at one upload. `accept` narrows the extensions further ("pdf", "jpg").

    Raises ValidationError with a Chinese sentence that names the file and says what to do.
    """
    name = clean_name(upload.name or "")
    try:
        kind = _allowed_kind(extension_of(name), upload.size or 0, accept)
        return Inspected(name, kind.media_type, _true_content(upload, kind))
    except ValidationError as error:
        raise ValidationError([f"“{name}”：{message}" for message in error.messages], code="upload") from None
    finally:
        upload.seek(0)


def _allowed_kind(extension: str, size: int, accept: Collection[str] | None) -> Kind:
    formats = {row.extension: row for row in FileFormat.objects.filter(is_allowed=True)}
    taken = [name for name in formats if accept is None or name in accept]
    if extension not in taken:
        raise ValidationError(f"不能上传这种格式，可以上传：{'、'.join(taken)}。")
    if size == 0:
        raise ValidationError("文件是空的，请检查后重新选择。")
    if size > formats[extension].max_bytes:
        raise ValidationError(f"文件超过{formats[extension].max_megabytes} MB，请压缩或拆分后上传。")
    return KINDS[extension]


def _true_content(upload: UploadedFile, kind: Kind) -> BinaryIO:
    content = cast(BinaryIO, upload.file)
    match kind.family:
        case Family.IMAGE:
            return images.redraw(content, kind.media_type)
        case Family.ZIP:
            archives.check_zip(content, kind)
        case Family.OLE:
            archives.check_ole(content, kind)
        case Family.PDF:
            _check_pdf(upload, kind)
        case Family.TEXT:
            _check_text(upload, kind)
        case Family.VIDEO:
            _check_video(upload, kind)
    return content


def _check_pdf(upload: UploadedFile, kind: Kind) -> None:
    upload.seek(0)
    # Readers forgive bytes before the mark, which is how one file can be two things.
    if not upload.read(5) == b"%PDF-":
        raise ValidationError(archives.NOT_WHAT_IT_SAYS.format(kind.extension))


def _check_text(upload: UploadedFile, kind: Kind) -> None:
    upload.seek(0)
    data = upload.read()
    if b"\0" in data or filetype.guess(data[:_HEAD_BYTES]) is not None or not _is_text(data):
        raise ValidationError(archives.NOT_WHAT_IT_SAYS.format(kind.extension))


def _check_video(upload: UploadedFile, kind: Kind) -> None:
    """The first box of an MP4 names its brand; QuickTime's own (.mov renamed) plays in no browser but Apple's."""
    upload.seek(0)
    head = upload.read(12)
    if head[4:8] != b"ftyp" or head[8:12] == b"qt  ":
        raise ValidationError(archives.NOT_WHAT_IT_SAYS.format(kind.extension))


def _is_text(data: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
