"""The import in the browser: upload, check, answer, confirm."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from deputies.models import Deputy
from tests.deputies.test_importing import ROSTER, mended

pytestmark = pytest.mark.django_db


def upload(content: bytes | None = None, name: str = "代表名册.xlsx") -> dict:
    return {"file": SimpleUploadedFile(name, ROSTER.read_bytes() if content is None else content)}


@pytest.fixture
def office(cast, signed_in):
    return signed_in(cast.he)


def checked(client, content: bytes | None = None):
    """Uploads and answers the page of the dry run."""
    response = client.post("/deputies/import/", upload(content))
    assert response.status_code == 302, response.content.decode()
    return client.get(response.url), response.url


def test_upload_check_confirm(office):
    page, address = checked(office)
    assert "全部可以导入" in page.content.decode()
    assert page.context["report"].counts["new"] == 147
    assert not Deputy.objects.exists()
    response = office.post(address, {"confirm": "1"}, follow=True)
    assert "名册已导入：新增147行" in response.content.decode()
    assert Deputy.objects.count() == 147
    assert "已超过保留时间" in office.get(address, follow=True).content.decode()


def test_faults_are_shown_first_and_nothing_can_be_confirmed(office):
    page, address = checked(office, mended(lambda sheet: sheet.__setitem__("K80", "1000652963")))
    text = page.content.decode()
    assert "有需要改正的行" in text
    assert page.context["lines"][0][0].row == 80
    assert "手机号应为11位" in text
    assert "确认导入" not in text
    assert office.post(address, {"confirm": "1"}).status_code == 422
    assert not Deputy.objects.exists()


def test_rows_can_be_looked_at_by_outcome(office):
    _, address = checked(office, mended(lambda sheet: sheet.__setitem__("K80", "1000652963")))
    assert [row.row for row, *_ in office.get(address, {"outcome": "refused"}).context["lines"]] == [80]
    assert office.get(address, {"page": "2"}).context["page"].number == 2


def test_an_unclear_header_is_asked_about(office):
    page, address = checked(office, mended(lambda sheet: sheet.__setitem__("K3", "通讯号")))
    assert "“通讯号”是" in page.content.decode()
    office.post(address, {"columns": "1", "column_10": "phone"})
    assert "“通讯号”是" not in office.get(address).content.decode()
    office.post(address, {"confirm": "1"})
    assert Deputy.objects.get(name="张洋杰").contact.phone == "10038360777"


def test_a_header_without_a_name_is_asked_about_first(office):
    page, address = checked(office, mended(lambda sheet: sheet.__setitem__("B3", "姓各")))
    text = page.content.decode()
    assert "不能确定哪一列是姓名" in text
    assert "确认导入" not in text
    assert office.post(address, {"confirm": "1"}).status_code == 422
    assert office.post(address, {"columns": "1", "column_1": "name"}).status_code == 302
    assert "全部可以导入" in office.get(address).content.decode()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "请选择名册文件"),
        (upload(b""), "文件是空的"),
        (upload(b"\x89PNG\x00\x00 picture", "照片.png"), "不是电子表格文件"),
        (upload("甲,乙\n1,2\n".encode(), "名册.csv"), "没有找到表头"),
    ],
)
def test_what_is_no_roster_is_told_at_the_field(office, files, sentence):
    response = office.post("/deputies/import/", files)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_too_large_a_file_is_told(office, settings):
    settings.UPLOAD_MAX_BYTES = 1024
    assert "文件超过" in office.post("/deputies/import/", upload()).content.decode()


def test_another_clerk_cannot_open_the_check(office, cast, signed_in):
    _, address = checked(office)
    assert signed_in(cast.xu).get(address).status_code == 302
    assert signed_in(cast.xu).post(address, {"confirm": "1"}).status_code == 302
    assert not Deputy.objects.exists()
