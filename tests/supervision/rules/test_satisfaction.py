"""The share of those content, at its borders."""

import pytest

from supervision.rules.satisfaction import Satisfaction

GOOD, FAIR, BAD, SILENT = "satisfied", "basically", "dissatisfied", ""


@pytest.mark.parametrize(
    ("grades", "wanted", "reached"),
    [
        ((), 0, False),
        ((SILENT, SILENT), 0, False),
        ((GOOD,), 100, True),
        ((GOOD, FAIR, GOOD, GOOD, BAD), 80, True),
        ((GOOD, FAIR, GOOD, GOOD, BAD), 81, False),
        ((GOOD, GOOD, BAD), 67, False),
        ((GOOD, GOOD, BAD), 66, True),
        ((GOOD, SILENT, SILENT), 100, True),
        ((BAD,), 0, True),
    ],
)
def test_the_share_is_compared_exactly(grades, wanted, reached):
    assert Satisfaction(grades, wanted).is_reached is reached


def test_the_formula_stands_beside_the_result():
    words = Satisfaction((GOOD, GOOD, BAD, SILENT), 80).words
    assert words == "征求4人，表示意见3人，满意和基本满意2人，满意率2÷3＝66.67%，要求≥80%。"
