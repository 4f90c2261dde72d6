"""Activities of the demonstration year: a session, an inspection, a forum whose attendance is open, what lies ahead."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from congress_portal.demo.district import PLACES, District
from deputies.models import Activity, ActivityKind, Invitation, Mandate
from deputies.states import AttendanceStatus
from deputies.transitions.add_record import add_record
from deputies.transitions.answer_invitation import answer_invitation
from deputies.transitions.call_deputy import call_deputy
from deputies.transitions.close_activity import close_activity
from deputies.transitions.forward_result import forward_result
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.leave import ask_leave, decide_leave
from deputies.transitions.mark_spot import mark_spot
from deputies.transitions.plan_activity import plan_activity
from deputies.transitions.receptions import answer_raised, record_matter
from deputies.transitions.record_attendance import record_attendances
from foundation.accounts.models import User
from foundation.workdays.arithmetic import next_workday

TOLD_BEFORE = timedelta(days=12)
FORUM, INSPECTION = 4, 62
RECORD = (
    "代表一行察看了石桥镇一号、二号闸和污水处理站，听取了区水利局关于河道整治进度的汇报。\n"
    "代表提出三条意见：加快二号闸管护人员配备；公开水质月报；把清淤弃土的去向讲清楚。"
)
# What was raised at the forum: the seat, the words, the answer (empty: still owed).
RAISED = (
    (1, "赶集日镇中心十字路口拥堵，建议增设临时停车点。", "镇里已商定启用老粮站院内空地，赶集日免费停放。"),
    (3, "卫生院夜间急诊只有一名值班医生，建议增加力量。", ""),
)
PASSED_ON = "建议区交通运输局在赶集日调整石桥镇公交站点位置，减少路口拥堵。"
# How near one has to be to check in where it is asked, and where the hall is.
NEAR = 300
SPOT: dict[str, Any] = {"latitude": Decimal("31.829600"), "longitude": Decimal("116.310900")}


def tell(district: District) -> None:
    """What was held is closed and stands in the files; what lies ahead waits for answers."""
    clerk = district.users["lianluo1"]
    _session(district, clerk)
    inspection = _held(district, clerk, "inspection", "视察石桥河治理", "石桥镇一号闸", INSPECTION, PLACES[:2], late=3)
    close_activity(inspection, by=clerk, at=district.at(INSPECTION - 1))
    add_record(inspection, by=clerk, at=district.at(INSPECTION - 1, 15), text=RECORD)
    township = district.users["xiangzhen"]
    place = "石桥镇政府三楼会议室"
    forum = _held(district, township, "forum", "石桥镇代表座谈会", place, FORUM, PLACES[:1], late=0)
    _raised(district, township, forum)
    _ahead(district, clerk)


def _session(district: District, clerk: User) -> None:
    """A half-day of the session: leave before it from the chair, one deputy absent without a word."""
    opens = district.session.opens_on or district.day
    starts = timezone.make_aware(datetime.combine(opens, time(9)))
    seats = _seats(district, PLACES)
    activity = _asked(district, clerk, "session", "第一次全体会议", "区会议中心", starts, seats, in_session=True)
    excused, absent = (_of(activity, seat) for seat in (seats[-1], seats[-2]))
    leave = ask_leave(excused, by=clerk, at=starts - timedelta(days=3), reason="因病住院，附医院证明。")
    decide_leave(leave, by=district.users["zhuren"], at=starts - timedelta(days=2), approve=True)
    words = dict.fromkeys(activity.invitations.values_list("pk", flat=True), AttendanceStatus.PRESENT)
    words |= {excused.pk: AttendanceStatus.LEAVE, absent.pk: AttendanceStatus.ABSENT}
    record_attendances(activity, by=clerk, at=starts, statuses=words)
    close_activity(activity, by=clerk, at=starts + timedelta(hours=4))


def _held(
    district: District, by: User, kind: str, title: str, place: str, days: int, places: Iterable[str], *, late: int
) -> Activity:
    """Held that many days ago; everybody came, one of them late."""
    starts = district.at(days, 9)
    activity = _asked(district, by, kind, title, place, starts, _seats(district, places))
    words = dict.fromkeys(activity.invitations.order_by("pk").values_list("pk", flat=True), AttendanceStatus.PRESENT)
    words[list(words)[late]] = AttendanceStatus.LATE
    record_attendances(activity, by=by, at=starts + timedelta(minutes=30), statuses=words)
    return activity


def _raised(district: District, by: User, forum: Activity) -> None:
    """Two matters on record, one of them answered; what the bureau has to decide is passed on to it."""
    seats = district.mandates[PLACES[0]]
    for number, text, answer in RAISED:
        matter = record_matter(forum.pk, by=by, at=district.at(FORUM, 14), deputy=seats[number].deputy, text=text)
        if answer:
            answer_raised(matter.pk, by=by, at=district.at(2), answer=answer)
    forward_result(forum, by=by, at=district.at(2, 11), body=district.organisations["transport"], text=PASSED_ON)


def _ahead(district: District, clerk: User) -> None:
    """An inspection next week that waits for answers, and one of the delegation's forum with a leave to decide."""
    users = district.users
    starts = timezone.make_aware(datetime.combine(next_workday(district.day + timedelta(days=9)), time(9)))
    seats = _seats(district, PLACES[:2])
    ActivityKind.objects.filter(code="research").update(place_metres=NEAR)
    activity = _asked(district, clerk, "research", "养老服务专题调研", "柳林镇敬老院", starts, seats, hours=7)
    mark_spot(activity, by=clerk, at=district.at(1, 15), **SPOT)
    head = Invitation.objects.get(activity=activity, deputy__user=users["tuanzhang"])
    answer_invitation(head, by=users["tuanzhang"], at=district.at(1))
    away = Invitation.objects.get(activity=activity, deputy__user=users["daibiao2"])
    afternoon = [half.key for half in activity.halves if half.afternoon]
    reason = "当天下午参加单位年度审计进场会，无法请人代替。"
    ask_leave(away, by=users["daibiao2"], at=district.at(0), parts=afternoon, reason=reason)
    called = activity.invitations.order_by("-pk")
    call_deputy(called[0], by=clerk, at=district.at(1, 14), reached=True)
    call_deputy(called[1], by=clerk, at=district.at(1, 14), reached=False, note_text="无人接听，已发短信。")


def _asked(
    district: District,
    by: User,
    kind: str,
    title: str,
    place: str,
    starts: datetime,
    seats: list[Mandate],
    *,
    in_session: bool = False,
    hours: float = 2.5,
) -> Activity:
    at = min(starts - TOLD_BEFORE, district.at(1))
    organiser = district.organisations["deputies"] if by == district.users["lianluo1"] else None
    activity = plan_activity(
        kind,
        title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=hours),
        place=place,
        by=by,
        at=at,
        organiser=organiser,
        meeting=district.session if in_session else None,
    )
    invite_deputies(activity, [seat.deputy for seat in seats], by=by, at=at)
    return activity


def _seats(district: District, places: Iterable[str]) -> list[Mandate]:
    return [seat for place in places for seat in district.mandates[place]]


def _of(activity: Activity, seat: Mandate) -> Invitation:
    return activity.invitations.get(deputy=seat.deputy)
