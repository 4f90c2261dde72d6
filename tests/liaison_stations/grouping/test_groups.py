"""Which letters are of one matter. The quality on the labelled letters is printed."""

import sys

import pytest

from liaison_stations.grouping import Text, Words
from liaison_stations.grouping import group as grouped
from liaison_stations.reference.matter_words import seeds
from tests.data.letters.labelled import agreement, letters

WORDS = Words(seeds())


def group(texts):
    return grouped(texts, WORDS)


@pytest.mark.parametrize("half", ["fit", "held"])
def test_labelled_letters_are_grouped_purely_and_completely(half, capsys):
    labelled = letters(half)

    found = agreement([one.keys for one in group(labelled.texts)], labelled.label)

    with capsys.disabled():
        sys.stdout.write(f"\n{len(labelled.texts)} letters, half {half}: {found}\n")
    assert min(found.purity, found.precision, found.recall) >= 0.85


def test_the_set_is_as_large_as_was_asked():
    assert len(letters("fit").texts) + len(letters("held").texts) >= 150


def test_each_text_stands_in_one_group():
    texts = letters("fit").texts

    assert sorted(key for one in group(texts) for key in one.keys) == [text.key for text in texts]


def test_the_order_in_which_letters_came_makes_no_difference():
    texts = letters("fit").texts

    forward, backward = group(texts), group(texts[::-1])

    assert {frozenset(one.keys) for one in forward} == {frozenset(one.keys) for one in backward}


def test_the_same_matter_elsewhere_is_another_group_and_each_is_named():
    names = {(one.place, one.matter) for one in group(letters("fit").texts) if len(one.keys) > 1}

    assert {("柳河路", "路灯照明"), ("青枫路", "路灯照明"), ("柳河路", "道路积水")} <= names


def test_a_place_that_only_one_letter_names_is_not_told_outside_it():
    (alone,) = group([Text(1, "路灯不亮", "松林巷的路灯坏了，请修。")])

    assert (alone.matter, alone.place) == ("路灯照明", "")


def test_nothing_and_empty_texts_are_grouped_without_ado():
    assert group([]) == []
    assert len(group([Text(1, "", ""), Text(2, "", ""), Text(3, "！", "…")])) == 3


def test_an_office_names_a_matter_of_its_own():
    texts = [Text(1, "共享单车乱堆", "人行道上堆满共享单车。"), Text(2, "单车堵路", "共享单车堵在路上。")]

    (one,) = grouped(texts, Words({"共享单车管理": "共享单车 单车"}))
    assert one.matter == "共享单车管理"
