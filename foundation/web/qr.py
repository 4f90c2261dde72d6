"""Addresses as QR codes, drawn on the server: nothing is loaded from elsewhere and nobody learns who looked."""

from functools import lru_cache
from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1000)
def qr_code(address: str, title: str, scale: int = 4) -> SafeString:
    """An inline SVG of `address`, black on white so that every camera reads it; `title` is what a screen reader says;
    `scale` is the width of one dot in pixels, larger for a wall than for a page; 0 leaves the size to the style sheet.

    ValueError for an address too long for a QR code. Drawn once for each address: choosing the pattern that cameras
    read best takes longer than most queries.
    """
    code = segno.make(address, error="m")
    how = {"scale": scale or 1, "omitsize": not scale, "border": 4, "dark": "#000", "light": "#fff"}
    return mark_safe(code.svg_inline(svgclass="qr", title=title, **how))


def qr_picture(address: str) -> str:
    """The same code as an SVG file, for documents."""
    held = BytesIO()
    segno.make(address, error="m").save(held, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False)
    return held.getvalue().decode()
