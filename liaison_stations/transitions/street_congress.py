"""A street deliberation congress: founded with its quotas, its members entered and ended, its presidium seated."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies.models import Area, Deputy
from foundation import deadlines
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.workflow import Refused, lock
from liaison_stations.models import StreetCongress, StreetMember, StreetQuota, StreetStandard
from liaison_stations.notices import street as notices
from liaison_stations.rules import street as rules
from liaison_stations.states.street import StreetMeetingState, StreetStandardCode
from liaison_stations.transitions._council import day_of, filled, note

C = StreetStandardCode
CLOCK = "street_meeting"


@transaction.atomic
def found_congress(
    *,
    area: Area,
    number: int,
    size: int,
    starts_on: date,
    ends_on: date,
    approved_by: str,
    quotas: Sequence[tuple[str, int]],
    charter: str = "",
    by: Any,
    at: datetime,
) -> StreetCongress:
    """Enters a congress with the seats of each group; the clock of its next meeting begins.

    Refused: another's street, a street nobody convenes for, seats that do not add up, the same congress twice.
    """
    on = day_of(at)
    rules.may_found_congress(by, on=on).require()
    house = area.organisation
    if house is None:
        raise Refused("这个街道还没有登记人大工委，请由委员会秘书在后台补充。", "input", field="area")
    if not by.has_role(*rules.OFFICE, on=on) and house.pk not in rules.streets_of(by, on):
        raise Refused("只能登记本街道的议政代表会。", "input", field="area")
    if (whole := sum(places for _, places in quotas)) != size:
        raise Refused(f"各方面名额合计{whole}名，与总名额{size}名不一致，请核对。", "input", field="quotas")
    facts = {"area": area, "organisation": house, "number": number, "size": size, "charter": charter.strip()}
    facts |= {"starts_on": starts_on, "ends_on": ends_on, "founded_by": by, "founded_at": at}
    facts["approved_by"] = filled(approved_by, "请写明决定名额和结构的会议。", "approved_by")
    try:
        with transaction.atomic():
            congress = StreetCongress.objects.create(**facts)
    except IntegrityError as error:
        raise Refused(f"{area}第{number}届议政代表会已经登记，或者任期填写有误，请核对。", "input") from error
    StreetQuota.objects.bulk_create(
        StreetQuota(congress=congress, name=name, places=places, order=order)
        for order, (name, places) in enumerate(quotas, 1)
    )
    next_meeting_clock(congress, by=by, at=at)
    note("found_congress", congress, f"登记{congress}，名额{size}名。", by=by, at=at)
    return congress


@transaction.atomic
def add_member(
    pk: Any,
    *,
    quota: StreetQuota,
    name: str,
    sex: str,
    birth_year: int,
    here_since: int,
    post: str,
    recommended_by: str,
    is_party_member: bool = False,
    phone: str = "",
    deputy: Deputy | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> StreetMember:
    """Seats a member. Refused: a full group, too young, too short a time in the street, no way of recommendation."""
    congress = lock(StreetCongress, pk)
    on = day_of(at)
    rules.may_run_congress(by, congress, on=on).require()
    _check_seat(congress, quota, on)
    _check_person(on, birth_year, here_since)
    number = normalise_phone(phone)
    if number and not is_phone(number):
        raise Refused("手机号应为11位数字，固定电话请带区号，请核对。", "input", field="phone")
    if deputy and congress.members.active_on(on).filter(deputy=deputy).exists():
        raise Refused("这位代表已经在名单中。", "input", field="deputy")
    member = StreetMember.objects.create(
        congress=congress,
        quota=quota,
        deputy=deputy,
        name=filled(name, "请填写姓名。", "name"),
        sex=sex,
        birth_year=birth_year,
        here_since=here_since,
        post=filled(post, "请填写所在社区或者单位。", "post"),
        recommended_by=filled(recommended_by, "请写明怎样推荐产生。", "recommended_by"),
        is_party_member=is_party_member,
        phone=number,
        from_date=max(on, congress.starts_on),
    )
    note("add_street_member", congress, f"{member}列入{quota.name}方面议政代表。", by=by, at=at)
    return member


def _check_seat(congress: StreetCongress, quota: StreetQuota, on: date) -> None:
    if quota.congress_id != congress.pk:
        raise Refused("请选择本届议政代表会的名额。", "input", field="quota")
    if quota.members.active_on(on).count() >= quota.places:
        raise Refused(f"“{quota.name}”名额{quota.places}名已满。", "input", field="quota")


def _check_person(on: date, birth_year: int, here_since: int) -> None:
    age, years = StreetStandard.amount_on(C.LEAST_AGE, on), StreetStandard.amount_on(C.RESIDENCE, on)
    if not on.year - 120 < birth_year <= on.year - age:
        raise Refused(f"议政代表应当年满{age}周岁，请核对出生年份。", "input", field="birth_year")
    if not birth_year <= here_since <= on.year - years:
        raise Refused(f"议政代表应当在本街道居住或者工作满{years}年，请核对年份。", "input", field="here_since")


@transaction.atomic
def end_member(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> StreetMember:
    """A member leaves; the seat is free again, and the telephone goes with him."""
    member = lock(StreetMember, pk, version=version)
    on = day_of(at)
    rules.may_end_member(by, member, on=on).require()
    member.end_reason = filled(reason, "请写明终止的理由。", "reason")[:200]
    member.until_date, member.phone, member.in_presidium = max(on, member.from_date), "", False
    member.bump("end_reason", "until_date", "phone", "in_presidium")
    note("end_street_member", member.congress, f"{member}终止：{member.end_reason}", by=by, at=at)
    return member


@transaction.atomic
def seat_presidium(
    pk: Any, *, members: Sequence[StreetMember], by: Any, at: datetime, version: int | None = None
) -> StreetCongress:
    """Enters whom the meeting has chosen for its presidium."""
    congress = lock(StreetCongress, pk, version=version)
    on = day_of(at)
    rules.may_run_congress(by, congress, on=on).require()
    chosen = {member.pk for member in members}
    if not chosen or congress.members.active_on(on).filter(pk__in=chosen).count() != len(chosen):
        raise Refused("请从现任议政代表中选择主席团成员。", "input", field="members")
    for member in congress.members.active_on(on).select_for_update():
        if member.in_presidium != (member.pk in chosen):
            member.in_presidium = member.pk in chosen
            member.bump("in_presidium")
    congress.bump()
    names = "、".join(member.name for member in members)
    note("seat_presidium", congress, f"登记主席团成员：{names}。", by=by, at=at)
    notices.presidium_seated(congress, list(members), by=by, at=at)
    return congress


def next_meeting_clock(congress: StreetCongress, *, by: Any, at: datetime) -> None:
    """Starts the clock of the next meeting of the year that is still owed; none where the office asks for none."""
    on = day_of(at)
    per_year = StreetStandard.amount_on(C.MEETINGS, on)
    if not per_year:
        return
    held = congress.meetings.filter(state=StreetMeetingState.HELD, starts_at__year=on.year).count()
    ahead = [rules.meeting_due(on.year, nth, per_year) for nth in range(held + 1, per_year + 1)]
    ahead.append(rules.meeting_due(on.year + 1, 1, per_year))
    until = next(day for day in ahead if day >= on)
    if until <= congress.ends_on:
        deadlines.start(CLOCK, congress, on=on, until=until, organisation=congress.organisation_id, by=by, at=at)
