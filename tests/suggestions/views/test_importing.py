"""The import of the year's list in the browser: who may, upload, check, answer, confirm."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from deputies.models import Term
from deputies.transitions.set_up import ensure_session
from suggestions.models import Suggestion
from tests.suggestions.importing.workbooks import LIST, import_register, mended

pytestmark = pytest.mark.django_db
ADDRESS = "/suggestions/import/"


@pytest.fixture(autouse=True)
def evening():
    """Pages of this module are opened today: the replies of the sample lie in the past."""


def upload(content: bytes | None = None, name: str = LIST.name) -> dict:
    return {"file": SimpleUploadedFile(name, LIST.read_bytes() if content is None else content)}


def checked(client, content: bytes | None = None):
    """Uploads and answers the page of the dry run."""
    response = client.post(ADDRESS, upload(content))
    assert response.status_code == 302, response.content.decode()
    return client.get(response.url), response.url


def test_upload_check_confirm(cast, signed_in):
    import_register()
    office = signed_in(cast.gao)
    page, address = checked(office)
    text = page.content.decode()
    assert "全部可以导入" in text
    # Two of the twenty units are the cast's own under other names.
    assert "将新建承办单位（18）" in text
    assert page.context["report"].counts["new"] == 95
    assert not Suggestion.objects.exists()
    response = office.post(address, {"confirm": "1"}, follow=True)
    assert "建议台账已导入：新增95行" in response.content.decode()
    assert Suggestion.objects.count() == 95
    assert "已超过保留时间" in office.get(address, follow=True).content.decode()
    again, _ = checked(office)
    assert "与系统内容一致" in again.content.decode()


def test_a_session_that_is_not_on_the_list_is_named_by_its_number(cast, signed_in):
    import_register()
    office = signed_in(cast.he)
    fifth, _ = ensure_session(Term.objects.get(), 5, by=None, at=timezone.now())
    both = {**upload(), "meeting": fifth.pk, "session": "4"}
    assert "已在上面选择会议" in office.post(ADDRESS, both).content.decode()
    assert office.post(ADDRESS, {**upload(), "session": "0"}).status_code == 422

    page = office.get(office.post(ADDRESS, {**upload(), "session": "4"}).url)
    text = page.content.decode()
    assert "四次会议" in text
    assert "文件标题写的是第5届第5次会议" in text
    assert page.context["report"].counts["new"] == 95


def test_faults_are_shown_first_and_an_unclear_header_is_asked_about(cast, signed_in):
    import_register()
    office = signed_in(cast.he)
    page, address = checked(office, mended(M50="E", D2="领衔着"))
    assert "不能确定哪一列是领衔代表" in page.content.decode()
    assert "“领衔着”是" in page.content.decode()
    office.post(address, {"columns": "1", "column_3": "lead"})
    page = office.get(address)
    assert page.context["lines"][0][0].row == 50
    assert "确认导入" not in page.content.decode()
    assert office.post(address, {"confirm": "1"}).status_code == 422
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "请选择台账文件"),
        (upload(b""), "文件是空的"),
        (upload("甲,乙\n1,2\n".encode(), "台账.csv"), "没有找到表头"),
    ],
)
def test_what_is_no_list_is_told_at_the_field(cast, signed_in, files, sentence):
    response = signed_in(cast.he).post(ADDRESS, files)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_only_the_office_imports(cast, signed_in):
    for person in (cast.lin, cast.feng, cast.zhao, cast.wei, cast.shen, cast.stranger):
        assert signed_in(person).get(ADDRESS).status_code == 403
        assert signed_in(person).post(ADDRESS, upload()).status_code == 403
    offered = 'href="/suggestions/import/"'
    assert offered in signed_in(cast.he).get("/suggestions/").content.decode()
    assert offered not in signed_in(cast.zhao).get("/suggestions/").content.decode()
