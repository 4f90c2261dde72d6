"""Files as scanners, telephones and offices make them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image


def scan(name: str = "征询意见表.png") -> SimpleUploadedFile:
    picture = BytesIO()
    Image.new("RGB", (40, 60), "white").save(picture, "PNG")
    return SimpleUploadedFile(name, picture.getvalue(), "image/png")


def photo(name: str) -> SimpleUploadedFile:
    """A photograph that tells where and with what it was taken."""
    picture, facts = BytesIO(), Image.Exif()
    facts[0x010F] = "相机"
    facts.get_ifd(0x8825).update({1: "N", 2: (31.0, 45.0, 0.0), 3: "E", 4: (116.0, 30.0, 0.0)})
    Image.new("RGB", (40, 60), "green").save(picture, "JPEG", exif=facts)
    return SimpleUploadedFile(name, picture.getvalue(), "image/jpeg")


def document(name: str) -> SimpleUploadedFile:
    """A Word file that names its author."""
    content, paper = BytesIO(), Document()
    paper.core_properties.author = "王某某"
    paper.add_paragraph("名单。")
    paper.save(content)
    return SimpleUploadedFile(name, content.getvalue())
