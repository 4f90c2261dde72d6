"""A picture as a scanner makes it."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def scan(name: str = "征询意见表.png") -> SimpleUploadedFile:
    picture = BytesIO()
    Image.new("RGB", (40, 60), "white").save(picture, "PNG")
    return SimpleUploadedFile(name, picture.getvalue(), "image/png")
