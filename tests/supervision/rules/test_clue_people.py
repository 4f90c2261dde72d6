"""Whom a clue names, as handlers write it down."""

from types import SimpleNamespace

import pytest

from supervision.rules.clue_people import names, people_named


@pytest.mark.parametrize(
    ("persons", "found"),
    [
        ("", set()),
        ("罗平，区人大常委会委员", {"罗平"}),
        ("罗 平：委员", {"罗平", "罗"}),
        ("罗平　委员\n 易乙丙（某局科长） ", {"罗平委员", "罗平", "易乙丙"}),
        ("罗平、易乙丙，某局", {"罗平", "易乙丙"}),
        ("罗平（同名），某公司经理\n贾甲", {"贾甲"}),
    ],
)
def test_names_are_found_in_each_line(persons, found):
    assert people_named(persons) == found


def test_a_longer_name_is_another_person():
    assert names("罗平，委员", SimpleNamespace(name="罗 平"))
    assert not names("罗平安，经理\n经理罗平", SimpleNamespace(name="罗平"))
