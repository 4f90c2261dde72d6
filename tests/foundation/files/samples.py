"""Small files of every kind, honest and otherwise, made on the spot."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from PIL import Image

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
# Exif: 29°33'48" N, 106°33'00" E, and the camera's owner.
LATITUDE, LONGITUDE, CAMERA = (29.0, 33.0, 48.0), (106.0, 33.0, 0.0), "张三的手机"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """An upload as a browser sends it; SimpleUploadedFile would shorten the name, so it is set afterwards."""
    made = SimpleUploadedFile("x", content)
    made._name = name
    return made


def docx() -> bytes:
    out = BytesIO()
    document = Document()
    document.add_paragraph("关于老旧小区停车难的建议")
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


def with_member(original: bytes, name: str, content: bytes = b"x") -> bytes:
    """A copy of a zip with one more member."""
    out = BytesIO(original)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def archive(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def picture(format_: str = "JPEG", size: tuple[int, int] = (40, 20), orientation: int = 1, **options) -> bytes:
    """A photograph with place, camera and orientation in its metadata."""
    image = Image.new("RGB", size, (159, 29, 32))
    exif = image.getexif()
    exif[0x0112], exif[0x010F] = orientation, CAMERA
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: LATITUDE, 3: "E", 4: LONGITUDE})
    out = BytesIO()
    image.save(out, format=format_, exif=exif, **options)
    return out.getvalue()


def ole(*streams: str) -> bytes:
    """Not a document, but what a look at the header and the directory finds of one."""
    return OLE + bytes(504) + b"".join((name + "\0").encode("utf-16-le") for name in streams)
