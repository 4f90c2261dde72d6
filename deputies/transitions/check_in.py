from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Activity, Invitation
from deputies.rules import may_check_in
from deputies.rules.check_in_code import is_fresh, is_on_screen, is_the_word
from deputies.rules.nearby import Position, hall_of, is_vague, nearness
from deputies.states import AttendanceStatus, CheckInMethod, Nearness
from deputies.transitions._activity import day_of, open_invitation
from deputies.transitions.record_attendance import set_attendance
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused

STALE = "二维码已经更换，本次扫码无效。请在活动现场再扫一次屏幕上的二维码。"
WRONG_WORD = "口令不对。请填写组织者在会场宣布的口令；没有听清的，请问组织者。"
WRONG_NUMBER = "两位数字与现场屏幕不一致。请看现场屏幕，填写此刻显示的数字。"

NO_POSITION = "没有取得手机位置，不能自己签到。请按“核对我的位置”；不愿意或者不能定位的，请到签到处由组织者登记。"
VAGUE = "手机定位不够准确，请走到窗边或者室外再试一次；仍然不行的，请到签到处由组织者登记。"
FAR = "手机显示您不在会场附近，不能签到。确实已经到会的，请到签到处由组织者登记。"


@transaction.atomic
def check_in(
    invitation: Any,
    *,
    by: Any,
    at: datetime,
    code: str,
    number: str,
    word: str = "",
    position: Position | None = None,
    version: int | None = None,
) -> Invitation:
    """The deputy checks himself in with the code and the digits on the organiser's screen; late after some minutes.

    Where the kind of activity asks for it, also with the word announced in the hall, and with the telephone's
    `position` near the hall, of which only the class of distance is kept. Who has leave for the first half-day is not
    late. Refused: somebody else's invitation, another day, too early, after the end, twice, a stale code, other digits,
    another word, no position, a vague one, one far away.
    """
    asked = open_invitation(invitation, version)
    may_check_in(by, asked, on=day_of(at)).require()
    activity = asked.activity
    if at < activity.check_in_opens_at:
        raise Refused(f"签到于{datetime_text(activity.check_in_opens_at)}开始，请届时再扫码。", "date")
    if at > activity.ends_at:
        raise Refused("活动已经结束，不能再扫码签到。确实到会的，请组织单位登记。", "date")
    if not is_fresh(activity.pk, code, at):
        raise Refused(STALE, "input")
    if not is_on_screen(activity.pk, number, at):
        raise Refused(WRONG_NUMBER, "input", field="number")
    if activity.kind.asks_word and not is_the_word(activity.pk, word):
        raise Refused(WRONG_WORD, "input", field="word")
    if activity.asks_place:
        asked.nearness = _near(activity, position)
        asked.save(update_fields=["nearness"])
    late = activity.is_late(at) and activity.halves[0] not in asked.excused_halves
    status = AttendanceStatus.LATE if late else AttendanceStatus.PRESENT
    set_attendance(asked, status, CheckInMethod.CODE, by=by, at=at)
    return asked


def _near(activity: Activity, position: Position | None) -> Nearness:
    metres = activity.kind.place_metres or 0
    if position is None:
        raise Refused(NO_POSITION, "input")
    if is_vague(position, metres):
        raise Refused(VAGUE, "input")
    found = nearness(hall_of(activity), position, metres)
    if found is None:
        raise Refused(FAR, "input")
    return found
