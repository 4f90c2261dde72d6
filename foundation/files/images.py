"""Photographs and scans are drawn anew: no place, no time, no camera, and nothing hidden behind the picture."""

import warnings
from io import BytesIO
from typing import BinaryIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

# 80 million dots: an A3 scan at 600 dpi; unpacked 320 MB.
MOST_PIXELS = 80_000_000
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_OPTIONS = {"JPEG": {"quality": 88}, "PNG": {}, "WEBP": {"quality": 88}}

# Formats are looked up by name below, so all plug-ins have to be known, not just the first few.
Image.init()

NO_PICTURE = "不是可识别的图片，或图片已损坏，请重新拍摄或另存后上传。"
TOO_MANY_PIXELS = "图片尺寸过大（超过8000万像素），请缩小后上传。"


def redraw(content: BinaryIO, media_type: str) -> BytesIO:
    """The picture in the same format, upright, without any metadata. ValidationError when it is none."""
    format_ = _FORMATS[media_type]
    content.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _saved(_plain(_opened(content, format_), format_), format_)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(TOO_MANY_PIXELS) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(NO_PICTURE) from None


def _opened(content: BinaryIO, format_: str) -> Image.Image:
    picture = Image.open(content, formats=[format_])
    if picture.width * picture.height > MOST_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS)
    return picture


def _plain(picture: Image.Image, format_: str) -> Image.Image:
    upright = ImageOps.exif_transpose(picture)
    mode = "RGB" if format_ == "JPEG" or not upright.has_transparency_data else "RGBA"
    plain = upright if upright.mode in ("L", mode) else upright.convert(mode)
    # Comments, colour profiles and the like travel in here when a picture is saved.
    plain.info.clear()
    return plain


def _saved(picture: Image.Image, format_: str) -> BytesIO:
    drawn = BytesIO()
    picture.save(drawn, format=format_, **_OPTIONS[format_])
    drawn.seek(0)
    return drawn
