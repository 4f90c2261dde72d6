"""The register in its year: a deputy who resigned, the by-election for him, and the public pages (代表风采)."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from congress_portal.demo.district import PLACES, District
from deputies.models import Constituency, Deputy, Mandate
from deputies.states import EndReason
from deputies.transitions.amend import amend_deputy
from deputies.transitions.end import end
from deputies.transitions.enrol import enrol
from deputies.transitions.open_account import open_account
from deputies.transitions.public_page import page_of, publish_page, publish_pages, say_consent

# Days before the day of loading.
SIGNED, ENDED, ELECTED, SAID, SIGNED_AGAIN = 250, 190, 96, 60, 55
PLACE = PLACES[3]
# How many delegations have been signed off; the others wait.
SHOWN = 4
PROFILE = "中学高级教师，从教二十余年，长期关注教育资源均衡和校园周边安全，坚持每月到选区听取家长和居民意见。"


def tell(district: District) -> None:
    """Everything by the liaison office; one deputy agrees to photograph and words."""
    former = _resigned(district)
    clerk = district.users["lianluo1"]
    seats = [seat for place in PLACES[:SHOWN] for seat in district.mandates[place]]
    publish_pages([seat.deputy for seat in seats], by=clerk, at=district.at(SIGNED - 2))
    _by_elected(district, former)
    _agrees(district)


def _resigned(district: District) -> Mandate:
    """His page was public: its address leads to who sits there now."""
    clerk, beside = district.users["lianluo1"], district.mandates[PLACE][0]
    person = Deputy(name="彭志远", sex="male", ethnic_group="汉族", birth_month=date(1969, 6, 1), occupation="农民")
    place = Constituency.objects.create(term=beside.term, name="第25选区", area=beside.delegation.area, seats=1)
    seat = enrol(person, _seat_beside(beside, constituency=place), by=None, at=district.at(SIGNED + 20))
    open_account(person.pk, by=clerk, at=district.at(SIGNED + 18))
    publish_page(page_of(person), by=clerk, at=district.at(SIGNED))
    on = district.at(ENDED).date()
    facts: dict[str, Any] = {"effective_on": on, "announced_on": on, "announcement_no": f"示人常〔{on.year}〕4号"}
    return end(
        seat, by=clerk, at=district.at(ENDED, 15), reason=EndReason.RESIGNED, note="书面辞职，常委会会议接受", **facts
    )


def _by_elected(district: District, former: Mandate) -> None:
    clerk, at = district.users["lianluo1"], district.at(ELECTED - 3)
    person = Deputy(
        name="向春兰", sex="female", ethnic_group="土家族", birth_month=date(1988, 11, 1), occupation="农民"
    )
    person.employer_title = f"{PLACE}茶叶合作社理事长"
    seat = _seat_beside(former, by_election=True, elected_on=district.at(ELECTED).date())
    said: dict[str, Any] = {"announcement_no": f"示人常〔{at.year}〕9号", "announced_on": at.date()}
    enrol(person, seat, by=clerk, at=at, **said)
    publish_page(page_of(person), by=clerk, at=at)


def _seat_beside(beside: Mandate, **facts: object) -> Mandate:
    places = {name: getattr(beside, name) for name in ("term", "level", "delegation", "group", "constituency")}
    return Mandate(**{**places, **facts})


def _agrees(district: District) -> None:
    clerk, lin = district.users["lianluo1"], district.users["daibiao1"]
    amend_deputy(lin.deputy.pk, by=clerk, at=district.at(SAID + 1), profile=PROFILE, photo=_portrait())
    say_consent(page_of(lin.deputy), by=lin, at=district.at(SAID), agrees=True)
    publish_page(page_of(lin.deputy), by=clerk, at=district.at(SIGNED_AGAIN))


def _portrait() -> SimpleUploadedFile:
    """A drawn head and shoulders: nobody's face."""
    picture = Image.new("RGB", (300, 400), "#dfe6ee")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((95, 70, 205, 200), fill="#8fa3b8")
    pen.ellipse((40, 225, 260, 560), fill="#6f879f")
    held = BytesIO()
    picture.save(held, "JPEG", quality=88)
    return SimpleUploadedFile("照片.jpg", held.getvalue(), "image/jpeg")
