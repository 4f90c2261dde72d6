"""The cards of reports to voters: what the office has to do, and what the deputy has."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import VoterReport
from deputies.states import VoterReportState
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray

S = VoterReportState
COLUMNS = ("pk", "state", "year", "mandate__deputy__name")
NEXT = {
    S.PLANNED: "请写述职报告",
    S.SUBMITTED: "待审阅述职报告",
    S.ACCEPTED: "待安排述职会议",
    S.HELD: "待录入或者核对测评计票",
    S.RECTIFYING: "请整改并提交整改报告",
    S.RECTIFIED: "待确认整改报告",
}


def _line(pk: int, state: str, year: int, mandate__deputy__name: str) -> dict[str, Any]:
    title = f"{mandate__deputy__name}{year}年述职"
    return {"title": title, "url": reverse("deputies:voter-report", args=[pk]), "meta": NEXT.get(S(state), "")}


def _office(user: Any, on: date) -> QuerySet:
    return VoterReport.objects.waiting_for_office(user)


def _deputy(user: Any, on: date) -> QuerySet:
    return VoterReport.objects.waiting_for_deputy(user)


CARDS = (
    Card(
        key="voter-reports-own",
        title="我的述职",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_deputy, COLUMNS, _line, "deputies:voter-reports"),
        order=310,
        icon="document",
        empty="目前没有需要办理的述职事项。",
    ),
    Card(
        key="voter-reports",
        title="待办的代表述职",
        roles=frozenset({Role.CLERK, Role.TOWNSHIP_CLERK}),
        context=Tray(_office, COLUMNS, _line, "deputies:voter-reports"),
        order=311,
        icon="people",
        empty="没有待办的代表述职。",
    ),
)
