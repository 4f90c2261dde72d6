"""Pictures for the demonstration: the district is invented, so are they."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw


def photograph(name: str) -> SimpleUploadedFile:
    """A drawn building site under that name."""
    picture = Image.new("RGB", (640, 480), "#cfe3f2")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 320, 640, 480), fill="#b9ac95")
    pen.rectangle((120, 170, 420, 330), fill="#e9e4da", outline="#8a7d66", width=4)
    for left in range(150, 400, 60):
        pen.rectangle((left, 205, left + 32, 250), fill="#6f8ea6")
    pen.line((470, 330, 470, 110, 590, 110), fill="#c8a24a", width=8)
    pen.rectangle((0, 352, 640, 372), fill="#1b6b3a")
    held = BytesIO()
    picture.save(held, "JPEG", quality=80)
    return SimpleUploadedFile(f"{name}.jpg", held.getvalue(), "image/jpeg")
