"""Opening an opinion box by two, and entering what lay in it: each slip scanned, then a letter as any other."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from foundation import deadlines
from foundation.files.store import store_upload
from foundation.workflow import Refused, lock
from liaison_stations import rules
from liaison_stations.models import BoxOpening, BoxSlip, Letter, Station
from liaison_stations.notices import box as notices
from liaison_stations.rules import box as box_rules
from liaison_stations.states.box import BOX_FLOW, BoxState, SlipOutcome
from liaison_stations.states.letter import Channel
from liaison_stations.transitions._letter import day_of, filled, note
from liaison_stations.transitions.post_letter import post_letter

SCAN = "scan"
PICTURES = ("jpg", "jpeg", "png", "pdf")


@transaction.atomic
def open_box(
    *, station: Station, opened_at: datetime, opened_with: Any, slips: int, note_text: str = "", by: Any, at: datetime
) -> BoxOpening:
    """One of two openers writes down the opening; the other one hears and confirms."""
    rules.may_keep(by, station, on=day_of(at)).require()
    _check(opened_at, opened_with, by, at)
    try:
        with transaction.atomic():
            opening = BoxOpening.objects.create(
                station=station,
                opened_at=opened_at,
                opened_by=by,
                opened_with=opened_with,
                slips=slips,
                note=note_text.strip(),
            )
    except IntegrityError as error:
        if "box_opened_once" not in str(error):
            raise
        raise Refused("这一时间的开箱已有记录，请勿重复登记。", "input", field="opened_at") from error
    note("open_box", opening, f"与{opened_with.name}共同开箱，清点{slips}张。", by=by, at=at)
    notices.box_opened(opening, by=by, at=at)
    return opening


@transaction.atomic
def recount_box(
    pk: Any, *, slips: int, note_text: str = "", by: Any, at: datetime, version: int | None = None
) -> BoxOpening:
    """The number was wrong: corrected before the other opener confirms."""
    opening = lock(BoxOpening, pk, version=version)
    box_rules.may_recount_box(by, opening, on=day_of(at)).require()
    before, opening.slips, opening.note = opening.slips, slips, note_text.strip()
    opening.bump("slips", "note")
    note("recount_box", opening, f"清点张数由{before}张更正为{slips}张。", by=by, at=at)
    notices.box_opened(opening, by=by, at=at)
    return opening


@transaction.atomic
def confirm_opening(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> BoxOpening:
    """The other opener agrees; from now on the slips have to be entered in time. An empty box is done with."""
    opening = lock(BoxOpening, pk, version=version)
    box_rules.may_confirm_opening(by, opening, on=day_of(at)).require()
    target = BoxState.CONFIRMED if opening.slips else BoxState.ENTERED
    opening.state = BOX_FLOW.target("confirm_opening", opening.state, to=target)
    opening.confirmed_at = at
    opening.bump("state", "confirmed_at")
    if opening.slips:
        deadlines.start("box_entry", opening, on=day_of(at), user=opening.opened_by, by=by, at=at)
    note("confirm_opening", opening, f"确认开箱，{opening.slips}张。", by=by, at=at)
    notices.box_confirmed(opening, by=by, at=at)
    return opening


@transaction.atomic
def enter_slip(
    pk: Any, *, scan: Any, by: Any, at: datetime, version: int | None = None, **words: Any
) -> tuple[BoxSlip, str]:
    """One slip becomes a letter that goes the same road; answers the slip and the letter's query code.

    `words` are those of `post_letter`. The scan is kept with the letter and goes when the letter is erased.
    """
    opening = _opened(pk, by, at, version)
    words |= {"channel": Channel.BOX, "to_station": opening.station}
    letter, code = post_letter(**words, by=by, at=at)
    store_upload(scan, owner=letter, kind=SCAN, by=by, at=at, accept=PICTURES)
    return _keep(opening, SlipOutcome.LETTER, by=by, at=at, letter=letter), code


@transaction.atomic
def set_slip_aside(pk: Any, *, scan: Any, reason: str, by: Any, at: datetime, version: int | None = None) -> BoxSlip:
    """Blank, unreadable, no matter at all: scanned and kept with the reason."""
    opening = _opened(pk, by, at, version)
    why = filled(reason, "请写明不能办理的原因。", "reason")
    slip = _keep(opening, SlipOutcome.SET_ASIDE, by=by, at=at, reason=why)
    store_upload(scan, owner=slip, kind=SCAN, by=by, at=at, accept=PICTURES)
    return slip


def _opened(pk: Any, by: Any, at: datetime, version: int | None) -> BoxOpening:
    opening = lock(BoxOpening, pk, version=version)
    box_rules.may_enter_slip(by, opening, on=day_of(at)).require()
    return opening


def _keep(
    opening: BoxOpening, outcome: str, *, by: Any, at: datetime, letter: Letter | None = None, reason: str = ""
) -> BoxSlip:
    """The next slip; with the last one the opening is done with."""
    number = opening.entered.count() + 1
    slip = BoxSlip.objects.create(
        opening=opening, number=number, outcome=outcome, letter=letter, reason=reason, entered_by=by, entered_at=at
    )
    last = number >= opening.slips
    target = BoxState.ENTERED if last else BoxState.CONFIRMED
    opening.state = BOX_FLOW.target("enter_slip", opening.state, to=target)
    opening.bump("state")
    if last:
        deadlines.meet("box_entry", opening, at=at)
    words = f"录入第{number}张，受理编号{letter}。" if letter else f"第{number}张不能办理，存档：{reason}"
    note("enter_slip", opening, words, by=by, at=at)
    return slip


def _check(opened_at: datetime, opened_with: Any, by: Any, at: datetime) -> None:
    if opened_at > at:
        raise Refused("开箱时间不能晚于现在。", "input", field="opened_at")
    if opened_with.pk == by.pk or not opened_with.is_active:
        raise Refused("请选择另一位同开箱人，意见箱须由两人同时开启。", "input", field="opened_with")
