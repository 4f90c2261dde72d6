"""The pages on which the office enters and corrects deputies."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from deputies.models import Deputy, Mandate, MandateStatusChange
from foundation.files.models import StoredFile

NEW = {
    "name": "方小燕", "sex": "female", "birth_month": "1985-03-01", "birth_precision": "month", "phone": "13900002222",
    "level": "district",
}  # fmt: skip


def picture() -> SimpleUploadedFile:
    held = BytesIO()
    Image.new("RGB", (30, 40), "white").save(held, "JPEG")
    return SimpleUploadedFile("照片.jpg", held.getvalue(), "image/jpeg")


def test_a_by_elected_deputy_is_entered_with_the_announcement(cast, register, signed_in):
    client = signed_in(cast.he)
    facts = {**NEW, "delegation": register.qingshi.pk, "by_election": "on", "elected_on": "2026-03-10"}
    refused = client.post("/deputies/enrol/", facts)
    assert refused.status_code == 422
    assert "补选的代表，请填写常委会公告的文号" in refused.content.decode()
    assert not Deputy.objects.filter(name="方小燕").exists()

    said = {"announcement_no": "示人常〔2026〕3号", "announced_on": "2026-03-12"}
    assert client.post("/deputies/enrol/", {**facts, **said}).status_code == 302
    seat = Mandate.objects.get(deputy__name="方小燕")
    assert (seat.by_election, seat.announcement_no, seat.status) == (True, "示人常〔2026〕3号", "serving")
    assert str(MandateStatusChange.objects.get(mandate=seat)) == "补选当选"
    assert "示人常〔2026〕3号" in client.get(seat.get_absolute_url()).content.decode()


def test_a_namesake_of_one_birth_month_is_asked_about(cast, register, signed_in):
    client = signed_in(cast.he)
    facts = {**NEW, "name": "林晓梅", "birth_month": "1978-04-01", "delegation": register.qingshi.pk}
    answer = client.post("/deputies/enrol/", facts)
    assert answer.status_code == 422
    assert "名册中已有同名同出生年月的林晓梅" in answer.content.decode()
    assert client.post("/deputies/enrol/", {**facts, "somebody_else": "on"}).status_code == 302


def test_a_second_seat_of_one_level_is_refused_with_the_law(cast, register, signed_in):
    address = f"/deputies/{register.lin.deputy.pk}/enrol/"
    answer = signed_in(cast.he).post(address, {"level": "district", "delegation": register.chengguan.pk})
    assert answer.status_code == 422
    assert "任期重叠，不能再登记（选举法第四十八条）" in answer.content.decode()
    assert register.lin.deputy.mandates.count() == 1

    assert signed_in(cast.he).post(address, {"level": "city"}).status_code == 302
    assert register.lin.deputy.mandates.count() == 2


def test_corrections_with_a_photograph(cast, register, signed_in):
    client, person = signed_in(cast.he), register.lin.deputy
    address = f"/deputies/{person.pk}/amend/"
    assert client.get(address).status_code == 200
    facts = {"name": "林晓梅", "birth_precision": "month", "native_place": "湖南长沙", "photo": picture()}
    assert client.post(address, facts).status_code == 302
    page = client.get(person.get_absolute_url()).content.decode()
    assert "湖南长沙" in page
    assert "变更记录" in page
    stored = StoredFile.objects.get(kind="photo")
    assert f"/files/{stored.pk}" in page
    assert client.get(stored.get_absolute_url()).status_code == 200
    assert signed_in(cast.deng).get(stored.get_absolute_url()).status_code == 404

    wrong = {**facts, "photo": SimpleUploadedFile("照片.jpg", b"no picture", "image/jpeg")}
    assert client.post(address, wrong).status_code == 422
    assert StoredFile.objects.filter(kind="photo").count() == 1


@pytest.mark.parametrize("person", ["lin", "zhao", "wei"])
def test_others_do_not_enter_or_correct(cast, register, signed_in, person):
    client = signed_in(getattr(cast, person))
    for page in ("/deputies/enrol/", f"/deputies/{register.lin.deputy.pk}/amend/"):
        assert client.get(page).status_code == 403
