"""No place, no camera, no hidden text survives (F100)."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from foundation.files.images import redraw
from tests.foundation.files import samples

FORMATS = [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]


@pytest.mark.parametrize(("format_", "media_type"), FORMATS)
def test_the_sample_has_a_place_and_the_result_has_not(format_, media_type):
    sent = samples.picture(format_)
    assert Image.open(BytesIO(sent)).getexif().get_ifd(0x8825)[2] == samples.LATITUDE
    drawn = redraw(BytesIO(sent), media_type)
    picture = Image.open(drawn)
    assert picture.format == format_
    assert dict(picture.getexif()) == {}
    assert dict(picture.getexif().get_ifd(0x8825)) == {}
    assert samples.CAMERA.encode() not in drawn.getvalue()
    assert b"Exif" not in drawn.getvalue()


def test_comments_and_text_blocks_are_gone():
    sent = samples.picture("JPEG", comment="拍摄人电话13812341234".encode())
    assert b"13812341234" not in redraw(BytesIO(sent), "image/jpeg").getvalue()
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "13812341234")
    sent = samples.picture("PNG", pnginfo=text)
    assert b"13812341234" not in redraw(BytesIO(sent), "image/png").getvalue()


def test_what_is_hung_on_behind_the_picture_is_gone():
    sent = samples.picture() + b"PK\x03\x04 hidden archive <script>"
    assert b"hidden archive" not in redraw(BytesIO(sent), "image/jpeg").getvalue()


def test_a_picture_lying_on_its_side_is_stood_up():
    drawn = redraw(BytesIO(samples.picture(size=(40, 20), orientation=6)), "image/jpeg")
    assert Image.open(drawn).size == (20, 40)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16", "LA"])
def test_unusual_modes_are_drawn(mode):
    out = BytesIO()
    Image.new(mode, (8, 8)).save(out, format="PNG")
    assert Image.open(redraw(out, "image/png")).mode in ("L", "RGB", "RGBA")


def test_print_colours_become_screen_colours():
    out = BytesIO()
    Image.new("CMYK", (8, 8)).save(out, format="JPEG")
    assert Image.open(redraw(out, "image/jpeg")).mode == "RGB"
