"""A visitor is received: written down once, sent on its path, followed to the word that he knows the result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone

from deputies.models import Deputy
from foundation import deadlines
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.audit import record as record_event
from foundation.files.models import StoredFile
from foundation.files.store import store_upload
from foundation.files.waiting import hand_over
from foundation.intake import codes
from foundation.intake.models import ConsentText
from foundation.vault.lookup import lookup_hash
from foundation.workflow import Refused, announce, lock
from liaison_stations.models import Letter, ReceptionRecord, ReceptionSlot, Station
from liaison_stations.notices import receptions as notices
from liaison_stations.rules.receptions import may_record_reception, may_tell_visitor
from liaison_stations.states.letter import Channel, LetterKind
from liaison_stations.states.reception import RECORD_FLOW, ReceptionPath, RecordSource, RecordState, TellingWay
from liaison_stations.transitions.arrange_rota import serving_at
from liaison_stations.transitions.post_letter import Writer, post_letter

# A tablet that was away for a while, or a paper sheet; older ones are entered with the office's help.
OLDEST = timedelta(days=60)
# Clocks of tablets go wrong by minutes.
AHEAD = timedelta(minutes=15)
# How soon the visitor is told once the result is there.
CLOCK = "visitor_told"
SHEET, PHOTO = "sheet", "photo"
PICTURES = ("jpg", "jpeg", "png", "webp")
VISITOR = ("title", "text", "answer", "proposal", "visitor_name", "visitor_phone", "visitor_address")


@dataclass(frozen=True)
class Received:
    """A record, and for a matter that goes on the query code of its letter."""

    record: ReceptionRecord
    code: str = ""


@transaction.atomic
def record_reception(
    station: Any,
    *,
    token: str,
    received_at: datetime,
    deputies: Iterable[Deputy],
    kind: str,
    title: str,
    text: str,
    path: str,
    answer: str = "",
    proposal: str = "",
    visitor: Writer | None = None,
    agreed: bool = False,
    satisfaction: int | None = None,
    source: str = RecordSource.TABLET,
    sheet: UploadedFile | None = None,
    waiting: Iterable[StoredFile] = (),
    photos: Iterable[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Received:
    """The record of one visit; the same pair for the same `token`, however often the tablet sends it.

    `path` spot is settled with `answer`; every other becomes a letter of the visitor to the station, which the mailbox
    handles under its clocks. `waiting` is a sheet that was checked when the form came back with a mistake. Refused:
    nobody who received, no words, a day to come or long past, personal data without the visitor's consent. The
    deputies hear.
    """
    token_hash = lookup_hash(token, "receptions.token")
    _alone(token_hash)
    held = lock(Station, station)
    may_record_reception(by, held, on=timezone.localdate(at)).require()
    there = ReceptionRecord.objects.filter(token_hash=token_hash, station=held).first()
    facts: dict[str, Any] = {"kind": kind, "title": title.strip(), "text": text.strip()}
    who = _checked(visitor or Writer(), agreed)
    if there is not None:
        return Received(there, codes.code_of(_name(token)) if there.letter_id else "")
    people = list(deputies)
    _check_visit(people, held, received_at, at)
    _check_words(facts, path, answer, satisfaction)
    record = ReceptionRecord(
        token_hash=token_hash, station=held, slot=_slot_of(held, received_at), received_at=received_at, kind=kind,
        path=path, source=source, satisfaction=satisfaction, proposal=proposal.strip(), entered_by=by, entered_at=at,
    )  # fmt: skip
    code = ""
    if path == ReceptionPath.SPOT:
        record.state, record.answer = RECORD_FLOW.target("settle_reception", RecordState.HANDLING), answer.strip()
        record.title, record.text = facts["title"], facts["text"]
        record.visitor_name, record.visitor_phone, record.visitor_address = who.name, who.phone, who.address
    else:
        record.state = RecordState.HANDLING
        record.letter, code = _letter_of(held, token, facts, who, by, at, photos)
    record.save(force_insert=True)
    record.deputies.set(people)
    _keep_pictures(record, sheet, photos if record.letter is None else (), by=by, at=at)
    hand_over(waiting, record, kind=SHEET)
    summary = f"登记接待记录：{record.get_path_display()}。"
    _note("record_reception", record, summary, by=by, at=at)
    notices.received(record, people, by=by, at=at)
    return Received(record, code)


@transaction.atomic
def tell_visitor(
    pk: Any, *, on: date, how: str, note: str = "", by: Any, at: datetime, version: int | None = None
) -> ReceptionRecord:
    """The visitor knows the result; written down when and how."""
    record = lock(ReceptionRecord, pk, version=version)
    may_tell_visitor(by, record, on=timezone.localdate(at)).require()
    if how not in TellingWay:
        raise Refused("请选择告知方式。", "input", field="how")
    if not record.day <= on <= timezone.localdate(at):
        raise Refused("告知日期不能早于接待日期，也不能晚于今天。", "input", field="on")
    record.state = RECORD_FLOW.target("tell_visitor", record.state)
    record.told_on, record.told_how, record.told_note = on, how, note.strip()
    record.bump("state", "told_on", "told_how", "told_note")
    deadlines.meet(CLOCK, record, at=at)
    _note("tell_visitor", record, f"{record.get_told_how_display()}告知来访群众。", by=by, at=at)
    notices.visitor_told(record, by=by, at=at)
    return record


def result_in(letter: Letter, *, by: Any, at: datetime, **facts: Any) -> None:
    """The letter a visit became has its answer: deputies and station hear, the visitor is to be told."""
    record = _record_of(letter)
    if record is None or record.state != RecordState.HANDLING:
        return
    record.state = RECORD_FLOW.target("result_in", record.state)
    record.bump("state")
    deadlines.start(CLOCK, record, on=timezone.localdate(at), by=by, at=at)
    _note("result_in", record, f"转办来信{letter.get_state_display()}。", by=by, at=at)
    notices.result_in(record, by=by, at=at)


def resume(letter: Letter, *, by: Any, at: datetime, **facts: Any) -> None:
    """The visitor says that it is not settled: the record is open again with its letter."""
    record = _record_of(letter)
    if record is None or record.state not in (RecordState.ANSWERED, RecordState.TOLD):
        return
    record.state = RECORD_FLOW.target("resume_record", record.state)
    record.bump("state")
    deadlines.cancel(CLOCK, record, at=at, reason="群众表示没有解决，继续办理")
    _note("resume_record", record, "群众表示没有解决，继续办理。", by=by, at=at)


def _record_of(letter: Letter) -> ReceptionRecord | None:
    rows = ReceptionRecord.objects.select_for_update(of=("self",), no_key=True)
    return rows.filter(letter=letter).select_related("station").first()


def _alone(token_hash: str) -> None:
    """The second sending waits until the first is done, and then finds its record."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 6))", [token_hash])


def _letter_of(
    station: Station, token: str, facts: dict[str, Any], who: Writer, by: Any, at: datetime,
    photos: Iterable[UploadedFile] = (),
) -> tuple[Letter, str]:  # fmt: skip
    purposes = ("letter", "letter_contact") if who != Writer() else ("letter",)
    consents = ConsentText.objects.on(timezone.localdate(at), *purposes).values()
    return post_letter(
        token=_name(token), channel=Channel.STATION, to_station=station, writer=who, consents=consents,
        photos=photos, by=by, at=at, **facts,
    )  # fmt: skip


def _name(token: str) -> str:
    """What the letter's sending is called."""
    return f"reception:{token}"


def _checked(visitor: Writer, agreed: bool) -> Writer:
    number = normalise_phone(visitor.phone)
    who = Writer(name=visitor.name.strip(), phone=number, address=visitor.address.strip())
    if number and not is_phone(number):
        raise Refused("手机号应为11位数字，固定电话请带区号，请核对。", "input", field="phone")
    if who != Writer() and not agreed:
        raise Refused("请先征得来访人同意，再登记姓名和联系方式；不同意的可以不留。", "input", field="agreed")
    return who


def _check_visit(people: list[Deputy], station: Station, received_at: datetime, at: datetime) -> None:
    day = timezone.localdate(received_at)
    posted = {place.deputy_id for place in serving_at(station, day, day)}
    if not people or any(deputy.pk not in posted for deputy in people):
        raise Refused("请选择接待的本站代表。", "input", field="deputies")
    if not at - OLDEST <= received_at <= at + AHEAD:
        raise Refused("接待时间应当在最近60天内，不能晚于现在。", "input", field="received_at")


def _check_words(facts: dict[str, Any], path: str, answer: str, satisfaction: int | None) -> None:
    """Each fault with its field and its sentence; the first one is told."""
    spot = path == ReceptionPath.SPOT
    faults = (
        (facts["kind"] not in LetterKind, "kind", "请选择类别。"),
        (path not in ReceptionPath, "path", "请选择办理途径。"),
        (not facts["title"], "title", "请用一句话写明事由。"),
        (spot and not answer.strip(), "answer", "请写明当场怎样答复的。"),
        (not spot and not facts["text"], "text", "请写明群众反映的情况，以便办理。"),
        (satisfaction is not None and not 1 <= satisfaction <= 5, "satisfaction", "评价为1至5分。"),
    )
    for is_wrong, field, sentence in faults:
        if is_wrong:
            raise Refused(sentence, "input", field=field)


def _slot_of(station: Station, received_at: datetime) -> ReceptionSlot | None:
    """The reception day this visit belongs to: the one of that day whose hours lie nearest."""
    day = timezone.localdate(received_at)
    slots = station.slots.between(day, day).exclude(state="cancelled")
    return min(slots, key=lambda slot: abs(slot.starts_at - received_at), default=None)


def _keep_pictures(
    record: ReceptionRecord, sheet: UploadedFile | None, photos: Iterable[UploadedFile], *, by: Any, at: datetime
) -> None:
    if sheet:
        store_upload(sheet, owner=record, kind=SHEET, by=by, at=at)
    for photo in photos:
        store_upload(photo, owner=record, kind=PHOTO, by=by, at=at, accept=PICTURES)


def _note(verb: str, record: ReceptionRecord, summary: str, *, by: Any, at: datetime) -> None:
    """The event, without a word of what was said or of who said it."""
    record_event(f"liaison_stations.{verb}", record, by=by, at=at, summary=summary)
    announce(f"liaison_stations.{verb}", record, by=by, at=at)
