"""Films: true MP4 alone, sent in stretches."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from foundation.files import ranges
from foundation.files.inspection import inspect

FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(64)


def test_a_film_is_an_mp4(db):
    assert inspect(SimpleUploadedFile("现场.mp4", FILM)).media_type == "video/mp4"
    for content in (b"%PDF-1.7" + bytes(64), FILM.replace(b"mp42", b"qt  ")):
        with pytest.raises(ValidationError, match="现场"):
            inspect(SimpleUploadedFile("现场.mp4", content))


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        ("bytes=0-", (0, 99)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=100-", None),
        ("bytes=20-10", None),
        ("bytes=-5", None),
        ("bytes=0-1,5-6", None),
        ("", None),
    ],
)
def test_what_is_asked(header, answer):
    assert ranges.asked(header, 100) == answer


def test_a_stretch(tmp_path):
    held = tmp_path / "film"
    held.write_bytes(bytes(range(200)))
    content = held.open("rb")
    assert b"".join(ranges.stretch(content, 10, 12)) == bytes([10, 11, 12])
    assert content.closed
