"""What the writer does with his letter, by number and query code: adds, rates, asks again, takes back."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from foundation import deadlines
from foundation.files.models import StoredFile
from foundation.files.store import files_of, store_upload
from foundation.files.waiting import hand_over
from foundation.intake.models import Consent
from foundation.privacy.erasing import erase
from foundation.workflow import Refused, Verdict, lock
from liaison_stations import notices, rules
from liaison_stations.models import Letter, MailboxRule
from liaison_stations.states.letter import EventKind, MailboxCode
from liaison_stations.transitions._letter import day_of, filled, move, note, say
from liaison_stations.transitions.post_letter import PHOTO, PICTURES

PURPOSE_CONTACT, PURPOSE_PUBLISH = "letter_contact", "letter_publish"
# Where the office has ended its rule, a letter can still be asked about for a month.
DEFAULT_REOPEN = 30


@transaction.atomic
def add_word(
    pk: Any, *, text: str, photos: Iterable[UploadedFile] = (), waiting: Iterable[StoredFile] = (), at: datetime
) -> Letter:
    """The writer adds something or answers a question; a clock that waited for him runs on.

    `waiting` are photographs that were checked when the form came back with a mistake.
    """
    letter = _locked(pk, at, rules.may_add_word)
    words = filled(text, "请写下要补充的情况。", "text")
    photos, waiting = list(photos), list(waiting)
    _check_photos(letter, len(photos) + len(waiting), at)
    was_asked, letter.asked_at = letter.asked_at is not None, None
    letter.bump("asked_at")
    for photo in photos:
        store_upload(photo, owner=letter, kind=PHOTO, by=None, at=at, accept=PICTURES)
    hand_over(waiting, letter, kind=PHOTO)
    for clock in deadlines.clocks_of(letter):
        if clock.is_open and clock.paused_on is not None:
            deadlines.resume(clock, by=None, at=at)
    say(letter, EventKind.SAID, words, by=None, at=at)
    note("add_word", letter, "来信人答复了询问。" if was_asked else "来信人补充了情况。", by=None, at=at)
    notices.letter_word(letter, by=None, at=at)
    return letter


@transaction.atomic
def rate_letter(pk: Any, *, rating: int, words: str = "", at: datetime) -> Letter:
    """The writer says from 1 to 5 how well it was settled; with that the letter is closed."""
    letter = _locked(pk, at, rules.may_rate)
    if rating not in range(1, 6):
        raise Refused("请选择1至5分。", "input", field="rating")
    letter.rating, letter.rated_at, letter.closed_at = rating, at, at
    move(letter, "rate_letter", "rating", "rated_at", "closed_at")
    say(letter, EventKind.RATED, words, by=None, at=at)
    note("rate_letter", letter, f"来信人评价：{rating}分。", by=None, at=at, rating=rating)
    notices.letter_rated(letter, by=None, at=at)
    return letter


@transaction.atomic
def reopen_letter(pk: Any, *, reason: str, at: datetime) -> Letter:
    """Not settled (F57): once, within the local days. It is given out anew; the head of the station hears."""
    letter = lock(Letter, pk)
    rules.may_reopen(letter, on=day_of(at), days=reopen_days(day_of(at))).require()
    words = filled(reason, "请写明还有什么没有解决。", "reason")
    letter.reopened_at, letter.closed_at = at, None
    move(letter, "reopen_letter", "reopened_at", "closed_at")
    deadlines.start("letter_screening", letter, on=day_of(at), by=None, at=at)
    say(letter, EventKind.REOPENED, words, by=None, at=at)
    note("reopen_letter", letter, "来信人表示没有解决，申请继续办理。", by=None, at=at)
    notices.letter_reopened(letter, by=None, at=at)
    return letter


@transaction.atomic
def forget_writer(pk: Any, *, at: datetime) -> Letter:
    """Name, telephone, mail and address are erased at once; the letter itself is still answered on its page."""
    letter = _locked(pk, at, rules.may_forget_writer)
    columns = ("sealed_name", "sealed_phone", "sealed_email", "sealed_address")
    erase(letter.writer, columns, reason="来信人撤回同意", by=None, at=at)
    Consent.objects.withdraw(letter, PURPOSE_CONTACT, at=at)
    note("forget_writer", letter, "来信人撤回同意，姓名和联系方式已删除。", by=None, at=at)
    notices.letter_writer_gone(letter, by=None, at=at)
    return letter


@transaction.atomic
def forbid_publishing(pk: Any, *, at: datetime) -> Letter:
    """The writer no longer wants the letter to be shown to all; a copy that is public is taken down by listeners."""
    letter = lock(Letter, pk)
    if not letter.public_wish:
        raise Refused("这封信没有同意公开，不需要撤回。", "state")
    letter.public_wish = False
    letter.bump("public_wish")
    Consent.objects.withdraw(letter, PURPOSE_PUBLISH, at=at)
    note("forbid_publishing", letter, "来信人撤回公开的同意。", by=None, at=at)
    notices.letter_not_public(letter, by=None, at=at)
    return letter


@transaction.atomic
def ask_erasure(pk: Any, *, reason: str = "", at: datetime) -> Letter:
    """The writer wants the letter erased (个人信息保护法 47); the office decides, and says why where it may not yet."""
    letter = _locked(pk, at, rules.may_ask_erasure)
    letter.erasure_asked_at = at
    letter.bump("erasure_asked_at")
    say(letter, EventKind.ERASURE, reason, by=None, at=at)
    note("ask_erasure", letter, "来信人申请删除来信。", by=None, at=at)
    notices.letter_erasure_asked(letter, by=None, at=at)
    return letter


def reopen_days(on: Any) -> int:
    """How many days after the answer its writer may still say that it is not settled."""
    return MailboxRule.amounts_on(on).get(MailboxCode.REOPEN_DAYS, DEFAULT_REOPEN)


def _locked(pk: Any, at: datetime, rule: Callable[..., Verdict]) -> Letter:
    letter = lock(Letter, pk)
    rule(letter, on=day_of(at)).require()
    return letter


def most_photos(on: date) -> int:
    """A letter keeps as many again as it may bring, so that nobody fills the store through his own letter."""
    return 2 * MailboxRule.amounts_on(on).get(MailboxCode.PHOTOS, 0)


def _check_photos(letter: Letter, more: int, at: datetime) -> None:
    most = most_photos(day_of(at))
    if more + files_of(letter, PHOTO).count() > most:
        raise Refused(f"一封信最多保留{most}张照片，请减少后再提交。", "input", field="photos")
