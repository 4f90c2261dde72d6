"""Numbers of replies and opinions, and the letters that are written once and kept."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from foundation.files import storage
from foundation.files.models import StoredFile
from foundation.files.store import files_of
from suggestions.models import CoOpinion, DocumentHead, DocumentSeries, Letter, Reply
from suggestions.states import PaperUse
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.sign_reply import sign_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(cast):
    """Transport numbers its replies by itself, education its opinions."""
    rows = [(cast.transport, PaperUse.REPLY, "示交函"), (cast.education, PaperUse.CO_OPINION, "示教会")]
    for unit, use, word in rows:
        DocumentHead.objects.create(organisation=unit, use=use, pattern=f"{word}〔{{年}}〕{{号}}号")


def test_a_reply_takes_the_next_number_of_its_unit_and_year(road, cast, series):
    road.signed(doc_number="")
    road.signed(doc_number="")

    numbers = Reply.objects.order_by("pk").values_list("doc_number", flat=True)
    assert list(numbers) == ["示交函〔2026〕1号", "示交函〔2026〕2号"]
    assert DocumentSeries.objects.get().last_number == 2


def test_the_next_year_begins_with_one(road, cast, series):
    road.signed(doc_number="")
    road.later(365).signed(doc_number="")

    assert Reply.objects.order_by("-pk")[0].doc_number == "示交函〔2027〕1号"


def test_a_returned_reply_keeps_its_number(road, cast, series):
    part = road.part(road.signed(doc_number=""))
    check_reply(part, by=cast.sun, at=road.at(), passed=False, reason="未逐条答复。")
    draft_reply(part, by=cast.feng, at=road.at(), body="已逐条答复，感谢。")
    sign_reply(part, by=cast.chen, at=road.at())

    assert (Reply.objects.get().doc_number, DocumentSeries.objects.get().last_number) == ("示交函〔2026〕1号", 1)


def test_a_number_written_by_hand_stands(road, series):
    road.signed(doc_number="示交函〔2026〕88号")

    assert Reply.objects.get().doc_number == "示交函〔2026〕88号"
    assert not DocumentSeries.objects.exists()


def test_a_head_that_is_no_longer_in_force_gives_no_number(road, cast, refused, series):
    DocumentHead.objects.update(valid_until=road.day - timedelta(days=1))
    part = road.part(road.drafted(doc_number=""))

    assert "文号" in refused(sign_reply, part, by=cast.chen, at=road.at(), code="state")


def test_the_seal_is_noted_and_not_for_tomorrow(road, cast, refused):
    part = road.part(road.drafted())
    seal = {"signatory_post": "局长", "seal_note": "加盖公章"}
    refused(sign_reply, part, by=cast.chen, at=road.at(), sealed_on=road.day + timedelta(days=1), code="input")

    sign_reply(part, by=cast.chen, at=road.at(), sealed_on=road.day, **seal)

    reply = Reply.objects.get()
    assert (reply.signatory, reply.signatory_post, reply.sealed_on) == ("陈刚", "局长", road.day)
    assert reply.seal_note == "加盖公章"


def test_a_delivered_letter_is_kept_in_both_formats_with_its_hash(road):
    road.replied()
    letter = Letter.objects.get()

    stored = files_of(letter)
    assert [file.name.rpartition(".")[2] for file in stored] == ["docx", "pdf"]
    for file in stored:
        content = storage.path_of(file.sha256).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.sha256
    assert letter.number == letter.reply.doc_number


def test_nobody_writes_it_anew(road):
    road.replied()
    letter, stored = Letter.objects.get(), StoredFile.objects.filter(kind="letter").first()

    for act in (
        lambda: Letter.objects.update(title="改"),
        letter.delete,
        lambda: StoredFile.objects.filter(pk=stored.pk).update(sha256="0" * 64),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_each_round_and_each_unit_has_its_own_letter(road):
    road.replied_again()
    assert Letter.objects.count() == 2

    road.replied(road.on(road.separately(), "signed"))
    assert Letter.objects.count() == 4


def test_without_a_chinese_font_the_word_file_is_kept(road, monkeypatch):
    monkeypatch.setattr("suggestions.letters.issuing.pdf_refusal", lambda: "没有中文字体")
    road.replied()

    assert [file.name.rpartition(".")[2] for file in files_of(Letter.objects.get())] == ["docx"]


def test_an_opinion_is_numbered_and_its_letter_kept(road, series):
    road.drafted(road.contacted(road.handling(road.with_co_unit())))

    opinion = CoOpinion.objects.get()
    assert opinion.doc_number == "示教会〔2026〕1号"
    assert files_of(opinion.letter).count() == 2


@pytest.mark.parametrize(
    "pattern", ["示交函", "示交函〔{年}〕号", "{年}{年}{号}", "{年}{月}{号}", "{年}{号", "{号}{年}}"]
)
def test_a_pattern_names_year_and_number_once(cast, pattern):
    row = DocumentHead(organisation=cast.transport, use=PaperUse.REPLY, pattern=pattern)

    with pytest.raises(ValidationError, match="文号写法"):
        row.full_clean()
