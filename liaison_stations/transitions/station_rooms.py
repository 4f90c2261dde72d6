"""What a station shows and spends: its wall, its photographs, its ledger."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Case, F, Sum, When
from django.utils import timezone

from foundation.audit import record
from foundation.files.store import files_of, remove_upload, store_upload
from foundation.web.chinese import money_text
from foundation.workflow import Refused, lock
from liaison_stations import rules
from liaison_stations.models import FundEntry, Station, WallItem
from liaison_stations.states import FundWay, WallPart

PHOTO = "station_photo"
PICTURES = ("jpg", "jpeg", "png", "webp")
MOST_PHOTOS = 12
OWN_RULE = "本站规定"


@transaction.atomic
def write_wall(
    pk: Any, *, by: Any, at: datetime, lists: dict[str, Sequence[str]], version: int | None = None
) -> Station:
    """The station's own lists by part; an empty one goes back to the district's. The event keeps what hung before.

    Refused: not its keeper, a line that is too long.
    """
    station = lock(Station, pk, version=version)
    rules.may_amend_station(by, station, on=timezone.localdate(at)).require()
    before = {part: _own(station, part) for part in lists}
    changed = [part for part, lines in lists.items() if list(lines) != before[part]]
    for part in changed:
        station.wall.filter(part=part).delete()
        for place, text in enumerate(lists[part], 1):
            item = WallItem(station=station, part=part, text=text, order=10 * place, legal_basis=OWN_RULE)
            if len(text) > 200:
                raise Refused(f"“{text[:15]}…”超过200个字，请缩短。", "input", field=part)
            item.save()
    if changed:
        told = "、".join(WallPart(part).label for part in changed)
        facts = {"before": {part: before[part] for part in changed}}
        record("liaison_stations.write_wall", station, by=by, at=at, summary=f"修改上墙内容：{told}。", data=facts)
        station.bump()
    return station


@transaction.atomic
def add_photos(
    pk: Any, *, by: Any, at: datetime, photos: Iterable[UploadedFile], version: int | None = None
) -> Station:
    """Photographs for the public page, without their metadata. Refused: not its keeper, more than fit on a page."""
    station = lock(Station, pk, version=version)
    rules.may_amend_station(by, station, on=timezone.localdate(at)).require()
    given = list(photos)
    if files_of(station, PHOTO).count() + len(given) > MOST_PHOTOS:
        raise Refused(f"一个站最多{MOST_PHOTOS}张照片，请先移除旧照片。", "input", field="photos")
    for photo in given:
        store_upload(photo, owner=station, kind=PHOTO, by=by, at=at, accept=PICTURES)
    record("liaison_stations.add_photos", station, by=by, at=at, summary=f"上传站点照片{len(given)}张。")
    return station


@transaction.atomic
def remove_photo(pk: Any, *, by: Any, at: datetime, photo: Any, version: int | None = None) -> Station:
    """Takes one photograph off the page and out of the store. Refused: not its keeper, not its photograph."""
    station = lock(Station, pk, version=version)
    rules.may_amend_station(by, station, on=timezone.localdate(at)).require()
    held = files_of(station, PHOTO).filter(pk=photo).first()
    if held is None:
        raise Refused("这张照片已经移除。", "state")
    remove_upload(held, by=by, at=at)
    record("liaison_stations.remove_photo", station, by=by, at=at, summary="移除站点照片1张。")
    return station


def balance_of(station: Station) -> Decimal:
    """What came in less what went out, to the cent."""
    signed = Case(When(way=FundWay.IN, then=F("amount")), default=-F("amount"))
    return station.funds.aggregate(sum=Sum(signed))["sum"] or Decimal(0)


@transaction.atomic
def enter_fund(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    way: str,
    amount: Decimal,
    on: date,
    words: str,
    voucher: str = "",
    version: int | None = None,
) -> Station:
    """Money that came or was spent. Refused: neither office nor township, beyond the balance, a day to come, without a
    voucher for what was spent, a voucher twice."""
    station = lock(Station, pk, version=version)
    today = timezone.localdate(at)
    rules.may_staff(by, station, on=today).require()
    if on > today:
        raise Refused("日期不能晚于今天。", "input", field="on")
    left = balance_of(station)
    if way == FundWay.OUT and amount > left:
        raise Refused(f"余额{money_text(left)}，不能支出这么多；拨入的经费请先登记。", "input", field="amount")
    if way == FundWay.OUT and not voucher.strip():
        raise Refused("支出须填写凭证号。", "input", field="voucher")
    facts = {"on": on, "words": words.strip(), "voucher": voucher.strip()}
    _enter(station, way, amount, by=by, at=at, **facts)
    return station


@transaction.atomic
def reverse_fund(pk: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> Station:
    """A line entered by mistake is answered by its opposite. Refused: reversed already, itself a reversal, or when
    what came in has been spent."""
    entry = lock(FundEntry, pk)
    station = lock(Station, entry.station_id, version=version)
    on = timezone.localdate(at)
    rules.may_staff(by, station, on=on).require()
    if entry.reverses_id or FundEntry.objects.filter(reverses=entry).exists():
        raise Refused("这一笔已经冲销。", "state")
    if entry.way == FundWay.IN and entry.amount > balance_of(station):
        raise Refused("这笔拨入已经支出，不能冲销；请先冲销相应的支出。", "state")
    back = FundWay.OUT if entry.way == FundWay.IN else FundWay.IN
    _enter(station, back, entry.amount, by=by, at=at, on=on, words=f"冲销：{reason.strip()}", reverses=entry)
    return station


def _enter(station: Station, way: str, amount: Decimal, *, by: Any, at: datetime, **facts: Any) -> None:
    entry = FundEntry(station=station, way=way, amount=amount, recorded_by=by, recorded_at=at, **facts)
    entry.full_clean()
    entry.save()
    summary = f"经费{FundWay(way).label}{money_text(amount)}：{facts['words']}"
    record("liaison_stations.enter_fund", station, by=by, at=at, summary=summary, visibility="office")
    station.bump()


def _own(station: Station, part: str) -> list[str]:
    return list(station.wall.filter(part=part).values_list("text", flat=True))
