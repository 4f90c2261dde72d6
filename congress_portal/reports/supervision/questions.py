"""Questioning and inquiries of the year with their issues, and interpellations (代表问政、询问、质询)."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from congress_portal.reports.supervision.kinds import INTERPELLATION, ISSUE, SESSION
from congress_portal.reports.supervision.shape import by_choice, by_organ, grouped, nothing, told_on, within
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import Interpellation, QuestionSession, SessionIssue
from supervision.states.interpellations import ProposalKind, ProposalState
from supervision.states.questions import SessionKind, SessionState
from supervision.states.session_issues import AT_WORK, WITH_BODY, IssueState

S, N, P = SessionState, IssueState, ProposalState
SESSIONS = (
    ("count", "举办（次）", lambda row: row.opened_at is not None),
    ("closed", "已办结", lambda row: row.state == S.CLOSED),
    ("review", "评议中", lambda row: row.state == S.REVIEWING),
    ("ahead", "尚未举办", lambda row: row.opened_at is None and row.state != S.CANCELLED),
    ("cancelled", "已取消", lambda row: row.state == S.CANCELLED),
)
ISSUES = (
    ("handed", "交办问题", lambda row: True),
    ("struck", "已销号", lambda row: row.state == N.CLOSED),
    ("open", "整改中、待评议", lambda row: row.state in AT_WORK),
    ("second", "启动二次整改", lambda row: row.round_number > 1),
    ("second_struck", "其中：二次整改后销号", lambda row: row.round_number > 1 and row.state == N.CLOSED),
)
PROPOSALS = (
    ("count", "提出", lambda row: True),
    ("closed", "已办结", lambda row: row.state == P.CLOSED),
    ("open", "办理中", lambda row: row.state in (P.RAISED, P.ACCEPTED, P.ANSWERED)),
    ("refused", "不列入", lambda row: row.state == P.REFUSED),
    ("withdrawn", "已撤回", lambda row: row.state == P.WITHDRAWN),
)


def tables(period: Period, on: date) -> list[Sheet]:
    """Sessions by their form, issues handed over by the body that puts them right, interpellations."""
    return [_sessions(period, on), _issues(period, on), _proposals(period)]


def _of_year(period: Period, on: date) -> QuerySet[QuestionSession]:
    """By the day it is held, else by the day it was entered; none a body drawn at random must not know of yet."""
    quiet = QuestionSession.objects.filter(seats__at_random=True, opened_at__isnull=True).order_by()
    rows = told_on(QuestionSession.objects.exclude(pk__in=quiet.values("pk")), on)
    found: QuerySet[QuestionSession] = within(rows.annotate(held=Coalesce("starts_at", "planned_at")), "held", period)
    return found


def _sessions(period: Period, on: date) -> Sheet:
    found = list(_of_year(period, on).order_by("held", "pk"))
    if not found:
        return nothing("questions", "代表问政和询问", "本年度没有开展代表问政、专题询问和询问。")
    groups = by_choice(found, "kind", SessionKind.choices)
    return grouped("questions", "代表问政和询问开展情况", "形式", SESSIONS, groups, found, SESSION)


def _issues(period: Period, on: date) -> Sheet:
    sessions = _of_year(period, on).order_by().values("pk")
    rows = SessionIssue.objects.filter(session__in=sessions, state__in=WITH_BODY).with_names()
    found: Sequence[SessionIssue] = list(rows.order_by("session", "number"))
    if not found:
        return nothing("issues", "问政问题整改情况", "本年度没有经代表问政、询问交办的问题。")
    note = "按举办问政、询问的日期统计；满意度没有达到规定比例的启动二次整改。"
    return grouped("issues", "问政问题整改情况", "责任单位", ISSUES, by_organ(found, "body"), found, ISSUE, note)


def _proposals(period: Period) -> Sheet:
    found = list(within(Interpellation.objects.all(), "raised_at", period).order_by("raised_at", "pk"))
    if not found:
        return nothing("interpellations", "质询案", "本年度没有提出质询案和专题询问提议。")
    groups = by_choice(found, "kind", ProposalKind.choices)
    return grouped("interpellations", "质询案和专题询问提议", "事项", PROPOSALS, groups, found, INTERPELLATION)
