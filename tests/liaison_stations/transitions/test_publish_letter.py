"""A letter becomes public as a checked copy and with consent alone; it goes with the consent and with the letter."""

from datetime import timedelta

import pytest

from foundation.workflow import Refused
from liaison_stations.models import PublicLetter
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.handling import LetterCheck
from liaison_stations.transitions.erase_letter import erase_letter
from liaison_stations.transitions.publish_letter import publish_letter, unpublish_letter
from liaison_stations.transitions.writer import forbid_publishing
from tests.liaison_stations.letters_road import LATER, TEXT, told
from tests.liaison_stations.net import DAY

CHECKED = {"checked": LetterCheck.values}
OPEN_TEXT = TEXT.replace("13912345678", "139****5678")
WORDS = {"title": "路灯不亮", "text": OPEN_TEXT, "answer": "已经解决。\n三盏路灯已经修好。"}


def published(road):
    return publish_letter(road.answered(public_wish=True), by=road.cast.he, at=LATER, **WORDS, **CHECKED)


def test_the_copy_is_what_everybody_reads(road):
    letter = published(road)
    copy = PublicLetter.objects.published().get()
    assert (copy.letter, copy.text, copy.speaker, letter.is_public) == (letter, OPEN_TEXT, "示范区交通运输局", True)
    assert letter.text == TEXT
    again = publish_letter(letter, by=road.cast.he, at=LATER, **{**WORDS, "title": "【略】不亮"}, **CHECKED)
    assert [row.version for row in again.public_copies.all()] == [1, 2]
    assert PublicLetter.objects.published().get().title == "【略】不亮"


def test_not_without_consent_answer_check_or_the_office(road, cast):
    with pytest.raises(Refused, match="没有同意公开"):
        publish_letter(road.answered(), by=cast.he, at=LATER, **WORDS, **CHECKED)
    with pytest.raises(Refused, match="之后才能公开"):
        publish_letter(road.with_lin(public_wish=True), by=cast.he, at=LATER, **WORDS, **CHECKED)
    letter = road.answered(public_wish=True)
    for person in (cast.jiang, cast.lin, cast.feng, cast.zhao):
        assert rules.may_publish_letter(person, letter, on=DAY).code == "role"
    with pytest.raises(Refused, match="只能遮盖文字") as refusal:
        publish_letter(letter, by=cast.he, at=LATER, **{**WORDS, "answer": "一切都好。"}, **CHECKED)
    assert refusal.value.field == "answer"
    for point in LetterCheck:
        with pytest.raises(Refused, match="逐项核对"):
            publish_letter(letter, by=cast.he, at=LATER, checked=[p for p in LetterCheck if p != point], **WORDS)
    assert not PublicLetter.objects.exists()


def test_taken_off_with_its_reason(road, cast):
    letter = published(road)
    with pytest.raises(Refused, match="理由"):
        unpublish_letter(letter, reason=" ", by=cast.he, at=LATER)
    letter = unpublish_letter(letter, reason="来信人电话要求。", by=cast.he, at=LATER)
    assert (letter.is_public, PublicLetter.objects.published().count(), PublicLetter.objects.count()) == (False, 0, 1)
    with pytest.raises(Refused, match="没有公开"):
        unpublish_letter(letter, reason="再撤。", by=cast.he, at=LATER)


def test_it_goes_with_the_consent(road, cast):
    forbid_publishing(published(road).pk, at=LATER)
    assert not PublicLetter.objects.published().exists()
    assert told("letter_unpublished") == {cast.he.pk, cast.xu.pk}


def test_it_goes_with_the_letter(road, cast):
    letter = published(road)
    type(letter).objects.filter(pk=letter.pk).update(state="closed")
    erase_letter(letter.pk, reason="来信人申请删除。", by=cast.he, at=LATER + timedelta(days=1))
    copy = PublicLetter.objects.get()
    assert not PublicLetter.objects.published().exists()
    assert not any("路灯" in words for words in (copy.title, copy.text, copy.answer))
