"""What is told when a deputy missed a whole session."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import SessionAbsence
from deputies.notices.matrix import tell
from deputies.rules.register import LEADERS
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role

LAW = "代表法第六十二条第三项"
WARNING = (
    "您没有出席{meeting}，也没有经批准的请假。" + LAW + "规定，未经批准两次不出席本级人民代表大会会议的，代表资格终止。"
    "登记有误或者有特殊情况的，请尽快与代表联络工作机构联系。"
)
TO_THE_OFFICE = "请核实缺席情况，与代表本人谈话，并登记处理情况。"
SECOND = (
    "该代表本届已两次未经批准不出席代表大会会议。请核实后，依照" + LAW + "和第六十三条，由代表资格审查委员会提出报告。"
    "门户不自动终止代表资格；常委会公告后，请在代表名册中登记。"
)


def session_missed(absence: SessionAbsence, *, by: Any, at: datetime) -> None:
    """The deputy, the head of the delegation, the office; at the second time also chair and vice-chairs."""
    seat, on = absence.mandate, timezone.localdate(at)
    if seat.deputy.user_id:
        url, body = seat.get_absolute_url(), WARNING.format(meeting=absence.meeting)
        tell("own_absence", [seat.deputy.user_id], absence, str(absence), by=None, at=at, body=body, url=url)
    people = set(
        people_with((Role.CLERK, *(LEADERS if absence.ordinal > 1 else ())), on=on).values_list("pk", flat=True)
    )
    heads = people_with(Role.DELEGATION_HEAD, on=on).filter(deputy__mandates__delegation=seat.delegation_id)
    body = SECOND if absence.ordinal > 1 else TO_THE_OFFICE
    tell("session_absence", people, absence, str(absence), by=None, at=at, body=body)
    others = set(heads.values_list("pk", flat=True)) - {seat.deputy.user_id}
    if others:
        url = seat.get_absolute_url()
        tell("session_absence", others, absence, str(absence), by=None, at=at, url=url, mark="head")
