import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from foundation.files.forms import UploadField
from foundation.files.models import FileFormat
from tests.foundation.files import samples
from tests.foundation.files.samples import upload

pytestmark = pytest.mark.django_db


class Papers(forms.Form):
    scan = UploadField(label="扫描件", accept=("pdf", "jpg"), required=False)
    papers = UploadField(label="附件", multiple=True, most=2, required=False)


def bound(**files) -> Papers:
    return Papers({}, MultiValueDict(files))


def test_good_uploads_come_out_ready_to_store():
    form = bound(
        scan=[upload("一.pdf", samples.PDF)], papers=[upload("二.pdf", samples.PDF), upload("三.docx", samples.docx())]
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["scan"].read() == samples.PDF
    assert [paper.name for paper in form.cleaned_data["papers"]] == ["二.pdf", "三.docx"]


def test_each_bad_upload_is_named_at_its_field():
    form = bound(scan=[upload("一.docx", samples.docx())], papers=[upload("二.pdf", b"MZ"), upload("三.exe", b"MZ")])
    assert form.errors["scan"] == ["“一.docx”：不能上传这种格式，可以上传：jpg、pdf。"]
    assert [text[:10] for text in form.errors["papers"]] == ["“二.pdf”：内容", "“三.exe”：不能"]


def test_too_many_at_once():
    form = bound(papers=[upload(f"{n}.pdf", samples.PDF) for n in range(3)])
    assert form.errors["papers"] == ["一次最多上传2个文件，请分次上传。"]


def test_nothing_chosen():
    assert bound().is_valid()
    assert bound().fields["papers"].clean([]) == []
    with pytest.raises(forms.ValidationError, match="请选择要上传的文件。"):
        UploadField(multiple=True).clean([])
    with pytest.raises(forms.ValidationError, match="请选择要上传的文件。"):
        UploadField().clean(None)


def test_the_dialogue_offers_what_is_taken():
    FileFormat.objects.filter(extension="jpg").update(is_allowed=False)
    html = str(Papers()["scan"])
    assert 'accept=".pdf"' in html
    assert "multiple" not in html
    assert "multiple" in str(Papers()["papers"])
