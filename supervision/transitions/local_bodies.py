"""Street committees and presidiums: entered, their members chosen and relieved; the clock of the next meeting."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS
from foundation.workflow import Refused, lock
from supervision.models import LocalBody, LocalMember, LocalStandard
from supervision.notices import local as notices
from supervision.rules import local as rules
from supervision.states.local import LocalPost, LocalStandardCode
from supervision.transitions._beats import day_of, filled, note

C = LocalStandardCode
STREET_CLOCK, PRESIDIUM_CLOCK = "local_street_meeting", "local_presidium_meeting"
HEADS = (LocalPost.HEAD, LocalPost.DEPUTY_HEAD)


@transaction.atomic
def open_bodies(*, by: Any, at: datetime) -> list[LocalBody]:
    """Enters every street committee and presidium at work that is not there yet; their meetings are owed from today."""
    rules.may_open_bodies(by, on=day_of(at)).require()
    houses = Organisation.objects.active().of_kind(*LOCAL_KINDS).filter(local_body__isnull=True)
    made = []
    for house in houses.order_by("pk"):
        body = LocalBody.objects.create(organisation=house, opened_at=at)
        start_meeting_clock(body, by=by, at=at)
        note("open_local_body", body, "建立工作台账。", by=by, at=at)
        made.append(body)
    return made


def meeting_clock(body: LocalBody) -> str:
    """The clock of its meetings: streets and townships have limits of their own."""
    return PRESIDIUM_CLOCK if body.is_presidium else STREET_CLOCK


def start_meeting_clock(body: LocalBody, *, by: Any, at: datetime, on: Any = None) -> None:
    """The next meeting is owed some months after the last one (or after the entry)."""
    deadlines.start(meeting_clock(body), body, on=on or day_of(at), organisation=body.organisation_id, by=by, at=at)


@transaction.atomic
def add_local_member(
    pk: Any,
    *,
    name: str,
    post: str,
    employer: str,
    chosen_by: str,
    government_post: str = "",
    full_time: bool = False,
    deputy: Deputy | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> LocalMember:
    """Enters a member.

    Refused: too many, a second head, and in a presidium whoever holds a post of the administration (地方组织法 for
    its heads, the local rule for the others).
    """
    body = lock(LocalBody, pk)
    on = day_of(at)
    rules.may_keep_body(by, body, on=on).require()
    facts: dict[str, Any] = {
        "name": filled(name, "请填写姓名。", "name"),
        "employer": filled(employer, "请填写所在单位和职务。", "employer"),
        "chosen_by": filled(chosen_by, "请写明怎样产生，如“镇十九届人大三次会议选举”。", "chosen_by"),
    }
    _check_place(body, facts["name"], post, on)
    _check_post(body, post, government_post.strip(), on)
    facts |= {"post": post, "government_post": government_post.strip(), "full_time": full_time, "deputy": deputy}
    member = LocalMember.objects.create(body=body, from_date=on, **facts)
    note("add_local_member", body, f"{member}任{member.post_name}（{member.chosen_by}）。", by=by, at=at)
    notices.member_chosen(member, by=by, at=at)
    return member


def _check_place(body: LocalBody, name: str, post: str, on: Any) -> None:
    seated = body.members.active_on(on)
    if seated.filter(name=name, until_date__isnull=True).exists():
        raise Refused("这位成员已经登记，请核对姓名。", "input", field="name")
    if post not in LocalPost:
        raise Refused("请选择职务。", "input", field="post")
    if post == LocalPost.HEAD and seated.filter(post=post, until_date__isnull=True).exists():
        raise Refused("已有主席、主任，请先登记免去。", "input", field="post")
    most = LocalStandard.amount_on(C.PRESIDIUM_MOST if body.is_presidium else C.STREET_MOST, on)
    ordinary = seated.filter(post=LocalPost.MEMBER, until_date__isnull=True).count()
    if post == LocalPost.MEMBER and most is not None and ordinary >= most:
        raise Refused(f"按规定最多{most}名，现有{ordinary}名，请先登记免去。", "input", field="post")


def _check_post(body: LocalBody, post: str, government_post: str, on: Any) -> None:
    if not government_post or not body.is_presidium:
        return
    if post in HEADS:
        words = "乡镇人大主席、副主席不得担任国家行政机关的职务（地方组织法），请先辞去该职务。"
        raise Refused(words, "input", field="government_post")
    most = LocalStandard.amount_on(C.GOVERNMENT_POSTS, on)
    held = body.members.active_on(on).filter(until_date__isnull=True).exclude(government_post="").count()
    if most is not None and held >= most:
        allowed = "不得担任国家行政机关职务" if not most else f"担任国家行政机关职务的最多{most}名"
        raise Refused(f"主席团成员{allowed}，请核对。", "input", field="government_post")


@transaction.atomic
def end_local_member(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalMember:
    """A member is relieved; the place is free again."""
    member = lock(LocalMember, pk, version=version)
    on = day_of(at)
    rules.may_end_local_member(by, member, on=on).require()
    member.end_reason = filled(reason, "请写明免去的理由。", "reason")[:200]
    member.until_date = max(on, member.from_date)
    member.bump("end_reason", "until_date")
    note("end_local_member", member.body, f"{member}不再任{member.post_name}：{member.end_reason}", by=by, at=at)
    return member
