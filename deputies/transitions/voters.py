"""A deputy keeps in touch with voters: whom, when he met them, when he stopped."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy, VoterContact, VoterVisit
from deputies.models.contact import phone_hash
from deputies.rules.voters import may_amend_voter, may_end_voter, may_keep_voters, may_take_back_voter_visit
from deputies.states.contact import ContactWay
from deputies.transitions.record_duty import record_duty, strike_duty
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.audit import record
from foundation.privacy.erasing import erase
from foundation.privacy.masking import mask_numbers
from foundation.workflow import Refused, lock

PERSONAL = ("name", "phone", "phone_hash", "place")
SHOWN = {"name": "姓名", "phone": "联系电话", "place": "住址"}
NUMBERS = "请不要写入电话、证件等号码，以保护选民的个人信息。"


@transaction.atomic
def keep_voter(*, by: Any, at: datetime, name: str, phone: str = "", place: str = "", agreed: bool) -> VoterContact:
    """Adds a voter to one's own fixed contacts. Refused without his consent, or when he is on the list already."""
    on = timezone.localdate(at)
    may_keep_voters(by, on=on).require()
    deputy = lock(Deputy, by.deputy.pk)
    facts = _checked(deputy, name, phone, place)
    if not agreed:
        raise Refused("请先征得选民本人同意，再登记个人信息。", "input", field="agreed")
    voter = VoterContact.objects.create(deputy=deputy, agreed_on=on, from_date=on, **facts)
    record("deputies.keep_voter", voter, by=by, at=at, summary="登记一名固定联系选民。", visibility="office")
    return voter


@transaction.atomic
def amend_voter(
    pk: Any, *, by: Any, at: datetime, name: str, phone: str = "", place: str = "", version: int | None = None
) -> VoterContact:
    """Puts name, telephone or address right. The event says which, never what: no earlier value is kept anywhere.

    Refused: somebody else's voter or one no longer kept in touch with, a substitute, nothing changed, a telephone
    that is none or belongs to another voter of the list.
    """
    voter = lock(VoterContact, pk, version=version)
    may_amend_voter(by, voter, on=timezone.localdate(at)).require()
    facts = _checked(lock(Deputy, voter.deputy_id), name, phone, place, but=voter)
    changed = [label for field, label in SHOWN.items() if getattr(voter, field) != facts[field]]
    if not changed:
        raise Refused("内容没有变化，不必更正。", "input")
    for field, value in facts.items():
        setattr(voter, field, value)
    voter.bump(*facts)
    summary = f"更正一名固定联系选民的{'、'.join(changed)}。"
    record("deputies.amend_voter", voter, by=by, at=at, summary=summary, visibility="office")
    return voter


@transaction.atomic
def end_voter(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str, erase_now: bool = False
) -> VoterContact:
    """Stops; the personal data go after the days the office has set, or at once where the voter wants it."""
    voter = lock(VoterContact, pk, version=version)
    on = timezone.localdate(at)
    may_end_voter(by, voter, on=on).require()
    if not reason.strip():
        raise Refused("请写明停止联系的理由。", "input", field="reason")
    if mask_numbers(reason) != reason:
        raise Refused(NUMBERS, "input", field="reason")
    voter.until_date, voter.end_reason = max(on, voter.from_date), reason.strip()
    voter.bump("until_date", "end_reason")
    record("deputies.end_voter", voter, by=by, at=at, summary="停止联系一名固定联系选民。", visibility="office")
    if erase_now:
        erase(voter, PERSONAL, reason="选民本人要求删除", by=by, at=at)
    return voter


@transaction.atomic
def record_voter_visit(
    *, by: Any, at: datetime, on: date, way: str, voters: Sequence[VoterContact], words: str = ""
) -> VoterVisit:
    """Writes down that one was in touch with some of one's voters; it enters the performance file.

    Refused: nobody chosen, somebody else's voters, a day to come, numbers of people in the text.
    """
    may_keep_voters(by, on=timezone.localdate(at)).require()
    deputy = by.deputy
    if on > timezone.localdate(at):
        raise Refused("联系日期不能晚于今天。", "input", field="on")
    if not voters or any(voter.deputy_id != deputy.pk for voter in voters):
        raise Refused("请至少选择一名您固定联系的选民。", "input", field="voters")
    if mask_numbers(words) != words:
        raise Refused(NUMBERS, "input", field="words")
    visit = VoterVisit.objects.create(deputy=deputy, on=on, way=way, words=words.strip(), recorded_at=at)
    visit.voters.set(voters)
    summary = f"{ContactWay(way).label}联系选民{len(voters)}名。"
    record("deputies.record_voter_visit", visit, by=by, at=at, summary=summary, visibility="office")
    kind = "voter_visit" if way == ContactWay.VISIT else "voters_contact"
    record_duty(deputy, kind, on=on, title=summary.rstrip("。"), source=visit, by=by, at=at)
    return visit


@transaction.atomic
def take_back_voter_visit(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> VoterVisit:
    """It was written down by mistake; the line of the performance file is struck with the same reason."""
    visit = lock(VoterVisit, pk)
    may_take_back_voter_visit(by, visit, on=timezone.localdate(at)).require()
    if not reason.strip():
        raise Refused("请写明撤回的理由。", "input", field="reason")
    visit.taken_back_at, visit.reason = at, reason.strip()
    visit.save(update_fields=["taken_back_at", "reason"])
    record("deputies.take_back_voter_visit", visit, by=by, at=at, summary="撤回一条联系选民记录。", visibility="office")
    strike_duty(visit, reason=reason.strip(), by=by, at=at)
    return visit


def _checked(deputy: Deputy, name: str, phone: str, place: str, but: VoterContact | None = None) -> dict[str, str]:
    """The particulars as they are kept; `deputy` is locked, so that one telephone is entered once."""
    number = normalise_phone(phone)
    if not name.strip():
        raise Refused("请填写姓名。", "input", field="name")
    if number and not is_phone(number):
        raise Refused("手机号应为11位数字，固定电话请带区号，请核对。", "input", field="phone")
    found = phone_hash(number)
    others = VoterContact.objects.current().filter(deputy=deputy, phone_hash=found).exclude(pk=but.pk if but else None)
    if found and others.exists():
        raise Refused("这个电话已在您的固定联系选民中。", "input", field="phone")
    return {"name": name.strip(), "phone": number, "phone_hash": found, "place": place.strip()}
