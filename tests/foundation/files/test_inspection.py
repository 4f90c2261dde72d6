"""What is taken and what is refused, by content and not by name (F99)."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from foundation.files import archives
from foundation.files.inspection import inspect
from foundation.files.models import FileFormat
from tests.foundation.files import samples
from tests.foundation.files.samples import upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("答复.pdf", samples.PDF, "application/pdf"),
        ("建议.DOCX", samples.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("名册.xlsx", samples.xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("批复.ofd", samples.archive(**{"OFD.xml": b"<x/>"}), "application/ofd"),
        ("旧文.doc", samples.ole("Root Entry", "WordDocument"), "application/msword"),
        ("旧表.xls", samples.ole("Workbook"), "application/vnd.ms-excel"),
        ("现场.jpg", samples.picture(), "image/jpeg"),
        ("现场.png", samples.picture("PNG"), "image/png"),
        ("现场.webp", samples.picture("WEBP"), "image/webp"),
        ("说明.txt", "说明".encode("gb18030"), "text/plain"),
        ("名单.csv", "姓名,单位\n".encode("utf-8-sig"), "text/csv"),
    ],
)
def test_honest_files_are_taken(name, content, media_type):
    inspected = inspect(upload(name, content))
    assert (inspected.name, inspected.media_type) == (name, media_type)


def lying_zip() -> bytes:
    """A document whose packed member grows a thousandfold."""
    return samples.with_member(samples.docx(), "word/media/bomb.bin", b"\0" * 60_000_000)


def encrypted_zip() -> bytes:
    data = bytearray(samples.docx())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + (6 if mark[2] == 3 else 8)] |= 1
    return bytes(data)


MISMATCH, BOMB, MACRO, BROKEN = "不符", "解压后过大", "宏", "损坏"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("程序.exe", b"MZ", "不能上传这种格式，可以上传"),
        ("照片\u202egpj.exe", b"MZ", "不能上传这种格式"),
        ("没有扩展名", b"abc", "不能上传这种格式"),
        ("网页.html", b"<script>", "不能上传这种格式"),
        ("宏.docm", samples.docx(), "不能上传这种格式"),
        ("空.pdf", b"", "文件是空的"),
        ("程序.pdf", b"MZ\x90\x00", MISMATCH),
        ("两面.pdf", b"GIF89a;" + samples.PDF, MISMATCH),
        ("网页.docx", b"<html>", MISMATCH),
        ("表格.docx", samples.xlsx(), MISMATCH),
        ("压缩包.xlsx", samples.archive(a=b"1"), MISMATCH),
        ("两面.docx", samples.PDF + samples.docx(), MISMATCH),
        ("加密.docx", samples.ole("EncryptedPackage"), "加了密码"),
        ("加密.docx", encrypted_zip(), "加了密码"),
        ("截断.docx", samples.docx()[:-200], BROKEN),
        ("宏.docx", samples.with_member(samples.docx(), "word/vbaProject.bin"), MACRO),
        ("宏.xlsx", samples.with_member(samples.xlsx(), "xl/macrosheets/sheet1.xml"), MACRO),
        ("控件.docx", samples.with_member(samples.docx(), "word/activeX/activeX1.xml"), MACRO),
        ("炸弹.docx", lying_zip(), BOMB),
        ("宏.doc", samples.ole("WordDocument", "Macros"), MACRO),
        ("宏.xls", samples.ole("Workbook", "_VBA_PROJECT"), MACRO),
        ("安装包.doc", samples.ole("Root Entry"), MISMATCH),
        ("网页.jpg", b"<html><script>", "不是可识别的图片"),
        ("名不副实.jpg", samples.picture("PNG"), "不是可识别的图片"),
        ("截断.jpg", samples.picture(size=(400, 400))[:900], "不是可识别的图片"),
        ("程序.txt", b"MZ\x90\x00\x03", MISMATCH),
        ("图片.csv", samples.picture("PNG"), MISMATCH),
    ],
)
def test_dishonest_files_are_refused_with_what_to_do(name, content, message):
    with pytest.raises(ValidationError) as refusal:
        inspect(upload(name, content))
    (text,) = refusal.value.messages
    assert message in text
    assert text.startswith("“")


def test_a_document_declared_with_macros_is_refused():
    original = zipfile.ZipFile(BytesIO(samples.docx()))
    members = {name: original.read(name) for name in original.namelist()}
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"document.main", b"document.macroEnabled.main"
    )
    with pytest.raises(ValidationError, match=MACRO):
        inspect(upload("宏.docx", samples.archive(**members)))


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    with pytest.raises(ValidationError, match=BOMB):
        inspect(upload("多.docx", samples.docx()))


def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked():
    out = BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, format="PNG")
    with pytest.raises(ValidationError, match="8000万像素"):
        inspect(upload("巨图.png", out.getvalue()))


def test_the_office_decides_about_size_and_format():
    FileFormat.objects.filter(extension="pdf").update(max_megabytes=1)
    inspect(upload("刚好.pdf", samples.PDF.ljust(1024 * 1024, b" ")))
    with pytest.raises(ValidationError, match=r"“大\.pdf”：文件超过1 MB"):
        inspect(upload("大.pdf", samples.PDF.ljust(1024 * 1024 + 1, b" ")))
    FileFormat.objects.filter(extension="pdf").update(is_allowed=False)
    with pytest.raises(ValidationError, match="不能上传这种格式"):
        inspect(upload("小.pdf", samples.PDF))


def test_a_field_may_narrow_the_formats():
    with pytest.raises(ValidationError, match="可以上传：jpg、pdf。"):
        inspect(upload("建议.docx", samples.docx()), accept=("pdf", "jpg"))


def test_the_upload_can_be_read_again_afterwards():
    sent = upload("答复.pdf", samples.PDF)
    inspect(sent)
    assert sent.read() == samples.PDF
