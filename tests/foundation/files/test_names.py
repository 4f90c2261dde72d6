import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.files.names import clean_name, extension_of


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("关于停车的建议.docx", "关于停车的建议.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\桌面\\照片.jpg", "照片.jpg"),
        ("照片\u202egpj.exe", "照片gpj.exe"),
        ("答\u200b复\u2066.pdf\u2069", "答复.pdf"),
        ("a\x00b\n.txt", "ab.txt"),
        ("  多 个   空格 .pdf", "多 个 空格.pdf"),
        ('坏<符>号:"|?*.pdf', "坏_符_号_____.pdf"),
        ("", "附件"),
        ("...", "附件"),
        ("\u202e", "附件"),
    ],
)
def test_cleaned(raw, clean):
    assert clean_name(raw) == clean


def test_a_name_of_255_bytes_stays_and_a_longer_one_keeps_its_extension():
    exact = "建" * 83 + "xx.pdf"
    assert len(exact.encode()) == 255
    assert clean_name(exact) == exact
    cut = clean_name("建" * 120 + ".pdf")
    assert cut == "建" * 83 + ".pdf"


@given(st.text(max_size=300))
def test_any_name_becomes_a_harmless_one(raw):
    name = clean_name(raw)
    assert 0 < len(name.encode()) <= 255
    assert not {"/", "\\", "\x00", "\u202e"} & set(name)
    assert clean_name(name) == name


def test_extension():
    assert extension_of("报告.PDF") == "pdf"
    assert extension_of("README") == ""
