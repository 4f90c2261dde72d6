import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.privacy.masking import mask_all, mask_email, mask_identity, mask_name, mask_numbers, mask_phone


@pytest.mark.parametrize(
    ("mask", "clear", "masked"),
    [
        (mask_phone, "13812341234", "138****1234"),
        (mask_phone, "02312345678", "023****5678"),
        (mask_phone, "12345678", "******78"),
        (mask_phone, "110", "***"),
        (mask_phone, "", ""),
        (mask_name, "张三", "张*"),
        (mask_name, "欧阳锋", "欧**"),
        (mask_name, "", ""),
        (mask_identity, "500101199001011234", "500101********1234"),
        (mask_identity, "123456", "******"),
        (mask_email, "zhang@example.cn", "z****@example.cn"),
        (mask_all, "渝北区某路1号", "****"),
        (mask_all, "", ""),
    ],
)
def test_masked(mask, clear, masked):
    assert mask(clear) == masked


@given(st.text(alphabet="0123456789", min_size=1, max_size=25))
def test_a_number_is_never_shown_whole(number):
    assert "*" in mask_phone(number)
    assert "*" in mask_identity(number)


@pytest.mark.parametrize(
    ("clear", "masked"),
    [
        ("请拨13800000001。", "请拨138****0001。"),
        ("138 0000 0001或138-0000-0001", "138******0001或138******0001"),
        ("0000-8888123转3", "000*****8123转3"),
        ("02312345678", "023****5678"),
        ("身份证500101199001011234", "身份证500101********1234"),
        ("50010119900101123X", "500101********123X"),
        ("电话１３８００００００01", "电话１３８****００01"),
        ("138.0000.0001、138—0000—0001", "138******0001、138******0001"),
        ("500101 19900101 1234", "500101**********1234"),
        ("卡号6222020200112233445", "卡号622202*********3445"),
        ("6222 0202 0011 2233", "6222 0*********2233"),
        ("写信到zhang.san@example.cn。", "写信到z********@example.cn。"),
        ("2026年3月1日至2027年12月31日，面积3.14万平方米", "2026年3月1日至2027年12月31日，面积3.14万平方米"),
        ("2026年投资20260101000元，热线12345", "2026年投资20260101000元，热线12345"),
        ("示交函〔2026〕12号", "示交函〔2026〕12号"),
        ("", ""),
    ],
)
def test_numbers_in_a_text(clear, masked):
    assert mask_numbers(clear) == masked
