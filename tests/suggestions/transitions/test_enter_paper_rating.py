from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from foundation.files.store import files_of
from suggestions.models import PaperRating, Rating
from suggestions.transitions.enter_paper_rating import enter_paper_rating

pytestmark = pytest.mark.django_db


def scan(name="征询意见表.png"):
    """A picture as a scanner makes it."""
    picture = BytesIO()
    Image.new("RGB", (40, 60), "white").save(picture, "PNG")
    return SimpleUploadedFile(name, picture.getvalue(), "image/png")


GRADES = {"attitude": "satisfied", "result": "basically"}


def test_one_clerk_alone_makes_no_rating(road, cast, heard):
    paper = road.replied()

    row = enter_paper_rating(paper, by=cast.he, at=road.at(), scan=scan(), **GRADES)

    assert (row.is_open, row.entered_by) == (True, cast.he)
    assert files_of(row, "paper_rating").count() == 1
    assert road.fresh(paper).state == "replied"
    assert not Rating.objects.exists()
    assert heard("paper_entered") == {"xu"}


def test_a_scan_that_is_none_leaves_nothing_behind(road, cast):
    paper = road.replied()

    with pytest.raises(ValidationError):
        enter_paper_rating(paper, by=cast.he, at=road.at(), scan=SimpleUploadedFile("a.png", b"MZ\x90"), **GRADES)
    assert not PaperRating.objects.exists()


def test_only_by_the_office_and_never_by_a_unit(road, cast, refused):
    paper = road.replied()
    for who in ("lin", "feng", "chen", "sun", "gao", "wei", "stranger"):
        refused(enter_paper_rating, paper, by=getattr(cast, who), at=road.at(), scan=scan(), code="role", **GRADES)


def test_a_bad_grade_needs_its_reason(road, cast, refused):
    bad = {"attitude": "dissatisfied", "result": "satisfied"}

    refused(enter_paper_rating, road.replied(), by=cast.he, at=road.at(), scan=scan(), code="input", **bad)


def test_not_before_the_reply_and_not_twice(road, cast, refused):
    refused(enter_paper_rating, road.signed(), by=cast.he, at=road.at(), scan=scan(), code="state", **GRADES)
    paper = road.replied()
    enter_paper_rating(paper, by=cast.he, at=road.at(), scan=scan(), **GRADES)
    refused(enter_paper_rating, paper, by=cast.xu, at=road.at(), scan=scan(), code="state", **GRADES)
