"""The queues: for each the roles it concerns and the one queryset that card, count and list are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from foundation.accounts.roles import LEADERS, Role
from foundation.deadlines.models import Deadline
from suggestions.cards.key_supervision import led_by_me, of_my_committee, unexplained_keys
from suggestions.cards.promises import (
    carries_to_explain,
    look_backs,
    progress_due,
    promises,
    promises_late,
    promises_to_confirm,
    promises_to_rate,
)
from suggestions.cards.rows import UNFINISHED, seen, with_papers
from suggestions.cards.urgency import by_urgency
from suggestions.models import (
    Appeal,
    Assignment,
    ContactRecord,
    CosignerWord,
    Extension,
    HandOver,
    Objection,
    PaperRating,
    Rating,
    Split,
    Suggestion,
)
from suggestions.rules.relations import UNIT
from suggestions.states import EDITABLE, OPEN, Grade, PaperState, UnitRole
from suggestions.states import AssignmentState as A
from suggestions.states import SuggestionState as S

DEPUTY = frozenset({Role.DEPUTY})
OFFICE = frozenset({Role.CLERK, Role.TOWNSHIP_CLERK})
ASSIGNERS = frozenset({Role.CLERK, Role.TOWNSHIP_CLERK, Role.GOVERNMENT_OFFICE})
GOVERNMENT = frozenset({Role.GOVERNMENT_OFFICE})
COMMITTEES = frozenset({Role.COMMITTEE})
OFFICERS = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
HEADS = frozenset({Role.UNIT_HEAD})
WATCHERS = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE, Role.SC_MEMBER})
KEEPERS = OFFICE | WATCHERS

Rows = Callable[[Any, date], QuerySet]


@dataclass(frozen=True)
class Queue:
    """Cases that wait for somebody. `rows(user, on)` answers what `user` may see of them, unordered.

    They stand most urgent first; a long survey of what is under way stands in an `order` of its own.
    """

    key: str
    title: str
    roles: frozenset[str]
    rows: Rows
    icon: str = "inbox"
    urgent: bool = False
    empty: str = "暂无待办。"
    order: tuple[str, ...] = ()

    def ordered(self, user: Any, on: date) -> QuerySet:
        """The rows in the order of the queue."""
        rows = self.rows(user, on)
        return rows.order_by(*self.order, "pk") if self.order else by_urgency(rows)


def _own_parts(user: Any, *states: str, **more: Any) -> Q:
    """Cases in which a unit of this person has a part in one of these states."""
    return Q(pk__in=Assignment.objects.of_units(user).filter(state__in=states, **more).values("suggestion"))


def _answering_parts(user: Any, *states: str) -> Q:
    rows = Assignment.objects.of_units(user).answering().filter(state__in=states)
    return Q(pk__in=rows.values("suggestion"))


def drafts(user: Any, on: date) -> QuerySet:
    return Suggestion.objects.led_by(user).filter(state__in=EDITABLE)


def invitations(user: Any, on: date) -> QuerySet:
    return Suggestion.objects.awaiting_cosign_of(user)


def to_rate(user: Any, on: date) -> QuerySet:
    return Suggestion.objects.led_by(user).filter(state=S.REPLIED)


def contacts_to_confirm(user: Any, on: date) -> QuerySet:
    open_records = ContactRecord.objects.filter(confirmed__isnull=True)
    return Suggestion.objects.led_by(user).filter(with_papers(open_records))


def splits_to_answer(user: Any, on: date) -> QuerySet:
    """Own papers the office would take apart."""
    asked = with_papers(Split.objects.filter(accepted=None), "suggestion")
    return Suggestion.objects.led_by(user).filter(asked, state=S.REGISTERED)


def words_to_give(user: Any, on: date) -> QuerySet:
    """Replies a lead asks this co-signer about."""
    asked = CosignerWord.objects.waiting_for(user)
    return Suggestion.objects.filter(with_papers(asked, "suggestion"), state=S.REPLIED)


def under_way(user: Any, on: date) -> QuerySet:
    return Suggestion.objects.led_by(user).filter(Q(state__in=OPEN) | Q(state=S.RATED))


def to_screen(user: Any, on: date) -> QuerySet:
    return seen(user).filter(state=S.SUBMITTED)


def to_assign(user: Any, on: date) -> QuerySet:
    handed = HandOver.objects.filter(distributed_at=None, returned_at=None)
    return seen(user).filter(~with_papers(handed, "suggestion"), state=S.REGISTERED).on_their_own()


def to_distribute(user: Any, on: date) -> QuerySet:
    """Handed to the own government office and not yet given to units."""
    offices = user.organisations(Role.GOVERNMENT_OFFICE, on=on)
    papers = HandOver.objects.filter(office__in=offices, distributed_at=None, returned_at=None)
    return seen(user).filter(with_papers(papers, "suggestion"), state=S.REGISTERED)


def requests(user: Any, on: date) -> QuerySet:
    """Objections of units and appeals of deputies."""
    asked = _to_decide(Objection, user, on).values("assignment__suggestion")
    if user.has_role(*OFFICE, on=on):
        asked = asked.union(Appeal.objects.filter(accepted=None).order_by().values("suggestion"), all=True)
    return seen(user).filter(pk__in=asked)


def _to_decide(model: Any, user: Any, on: date) -> QuerySet:
    """Open requests of units: all for the office, those that went through it for the government office."""
    rows = model.objects.filter(accepted=None).order_by()
    if user.has_role(*OFFICE, on=on):
        return rows
    return rows.filter(assignment__through__in=user.organisations(Role.GOVERNMENT_OFFICE, on=on))


def extensions(user: Any, on: date) -> QuerySet:
    return seen(user).filter(pk__in=_to_decide(Extension, user, on).values("assignment__suggestion"))


def to_check(user: Any, on: date) -> QuerySet:
    return seen(user).filter(with_papers(Assignment.objects.to_check_by(user), "suggestion"))


def to_open(user: Any, on: date) -> QuerySet:
    """Public already, with a reply nobody has checked for the public yet."""
    return seen(user).to_check_again()


def overdue(user: Any, on: date) -> QuerySet:
    return seen(user).overdue_on(on)


def unrated(user: Any, on: date) -> QuerySet:
    """Answered, and the deputy has let the rating period pass."""
    late = Deadline.objects.late_on(on).filter(kind="rating")
    return seen(user).filter(state=S.REPLIED, pk__in=late.subject_ids(Suggestion))


def in_mediation(user: Any, on: date) -> QuerySet:
    return seen(user).filter(state=S.MEDIATION)


def papers(user: Any, on: date) -> QuerySet:
    """Paper ratings that a colleague has entered."""
    entered = PaperRating.objects.visible_to(user).filter(state=PaperState.ENTERED).exclude(entered_by=user)
    return seen(user).filter(with_papers(entered, "suggestion"))


def to_acknowledge(user: Any, on: date) -> QuerySet:
    return seen(user).filter(_own_parts(user, A.ASSIGNED)).on_their_own()


def to_answer(user: Any, on: date) -> QuerySet:
    return seen(user).filter(_answering_parts(user, A.ACKNOWLEDGED, A.DRAFTED)).on_their_own()


def opinions_due(user: Any, on: date) -> QuerySet:
    return seen(user).filter(_own_parts(user, A.ACKNOWLEDGED, A.BOUNCED, role=UnitRole.CO)).on_their_own()


def returned(user: Any, on: date) -> QuerySet:
    return seen(user).filter(_own_parts(user, A.RETURNED))


def to_sign(user: Any, on: date) -> QuerySet:
    units = user.organisations(Role.UNIT_HEAD, on=on)
    rows = Assignment.objects.answering().filter(unit__in=units, state=A.DRAFTED)
    return seen(user).filter(pk__in=rows.values("suggestion"))


def unit_overdue(user: Any, on: date) -> QuerySet:
    """A clock of the own unit is past its day."""
    late = Deadline.objects.late_on(on).filter(organisation__in=user.organisations(*UNIT, on=on))
    parts = Assignment.objects.of_units(user).filter(pk__in=late.subject_ids(Assignment))
    return seen(user).filter(pk__in=parts.values("suggestion"))


def unsigned(user: Any, on: date) -> QuerySet:
    """Units under the own government office that have not yet signed for their part."""
    offices = user.organisations(Role.GOVERNMENT_OFFICE, on=on)
    rows = Assignment.objects.active().filter(through__in=offices, state=A.ASSIGNED)
    return seen(user).filter(pk__in=rows.values("suggestion")).on_their_own()


def dissatisfied(user: Any, on: date) -> QuerySet:
    """The latest rating says dissatisfied and the case is not at its end."""
    bad = Q(attitude=Grade.DISSATISFIED) | Q(result=Grade.DISSATISFIED)
    ratings = Rating.objects.filter(bad, suggestion=OuterRef("pk"))
    return seen(user).filter(Exists(ratings), state__in=(S.REHANDLING, S.MEDIATION, S.REPLIED))


def key_items(user: Any, on: date) -> QuerySet:
    return seen(user).filter(state__in=UNFINISHED, is_key=True)


def supervised(user: Any, on: date) -> QuerySet:
    """Under way in the categories this person's committee supervises."""
    mine = user.organisations(Role.COMMITTEE, on=on)
    return seen(user).filter(state__in=UNFINISHED, supervising_committee__in=mine)


_ALL = (
    Queue("invitations", "联名邀请待答复", DEPUTY, invitations, "people", True, "没有待答复的联名邀请。"),
    Queue("to-rate", "待评价的答复", DEPUTY, to_rate, "star", True, "没有待评价的答复。"),
    Queue("words", "待提意见的答复", DEPUTY, words_to_give, "people", True, "没有待提意见的答复。"),
    Queue("contacts", "待确认的联系记录", DEPUTY, contacts_to_confirm, "phone", True, "没有待确认的联系记录。"),
    Queue("promises-to-rate", "待再评价的承诺", DEPUTY, promises_to_rate, "star", True, "没有待再评价的承诺。"),
    Queue("splits", "待答复的拆分意见", DEPUTY, splits_to_answer, "document", True, "没有待答复的拆分意见。"),
    Queue("drafts", "待完成的草稿", DEPUTY, drafts, "edit", empty="没有未完成的草稿。"),
    Queue("under-way", "正在办理的我的建议", DEPUTY, under_way, "document", empty="目前没有正在办理的建议。"),
    Queue("returned", "退回修改的答复", OFFICERS, returned, "refresh", True, "没有退回的答复。"),
    Queue("to-sign", "待签发的答复", HEADS, to_sign, "edit", True, "没有待签发的答复。"),
    Queue("to-acknowledge", "待签收", OFFICERS, to_acknowledge, "inbox", True, "新交办的建议都已签收。"),
    Queue("to-answer", "待答复", OFFICERS, to_answer, "document", empty="没有待答复的建议。"),
    Queue("opinions", "待提会办意见", OFFICERS, opinions_due, "people", empty="没有待提的会办意见。"),
    Queue("unit-overdue", "本单位已逾期", OFFICERS, unit_overdue, "warning", True, "没有逾期的事项。"),
    Queue("promises", "承诺事项跟踪", OFFICERS, promises, "calendar", empty="没有跟踪中的承诺。"),
    Queue("progress-due", "待填报承诺进展", OFFICERS, progress_due, "edit", True, "本月的承诺进展都已填报。"),
    Queue("carries", "待说明的承诺结转", OFFICERS, carries_to_explain, "warning", True, "没有待说明的结转。"),
    Queue("look-backs", "待填报的回头看", OFFICERS, look_backs, "refresh", empty="没有待填报的回头看。"),
    Queue("to-screen", "待审查", OFFICE, to_screen, "inbox", True, "提交的建议都已审查。"),
    Queue("to-assign", "待交办", OFFICE, to_assign, "arrow-right", True, "已立案的建议都已交办。"),
    Queue("to-distribute", "待分办", GOVERNMENT, to_distribute, "arrow-right", True, "转来的建议都已分办。"),
    Queue("requests", "调整申请和代表异议", ASSIGNERS, requests, "scales", True, "没有待决定的申请。"),
    Queue("extensions", "延期申请", ASSIGNERS, extensions, "clock", True, "没有待决定的延期申请。"),
    Queue("to-check", "待审核的答复", ASSIGNERS, to_check, "check-circle", True, "送审的答复都已审核。"),
    Queue(
        "unsigned", "承办单位未签收", frozenset({Role.GOVERNMENT_OFFICE}), unsigned, "inbox", empty="各单位都已签收。"
    ),
    Queue("overdue", "逾期的建议", ASSIGNERS | WATCHERS, overdue, "warning", True, "没有逾期的事项。"),
    Queue("unrated", "逾期未评价", OFFICE, unrated, "star", empty="没有逾期未评价的建议。"),
    Queue("mediation", "协调评估", OFFICE, in_mediation, "scales", empty="没有协调评估中的建议。"),
    Queue("papers", "待核对的纸质评价", OFFICE, papers, "document", True, "没有待核对的纸质评价。"),
    Queue("promises-to-confirm", "待确认的承诺兑现", OFFICE, promises_to_confirm, "check", empty="没有待确认的报告。"),
    Queue("to-open", "待公开审查", OFFICE, to_open, "eye", True, "公开的建议都已审查到最近一次答复。"),
    Queue("promises-late", "逾期、红色的承诺", KEEPERS, promises_late, "warning", True, "没有逾期或红色的承诺。"),
    Queue("dissatisfied", "代表不满意", WATCHERS, dissatisfied, "warning", True, "没有代表不满意的建议。"),
    Queue("key-led", "我领衔督办的建议", LEADERS, led_by_me, "star", True, "没有由您领衔督办的建议。"),
    Queue("key-committee", "本委负责的重点督办", COMMITTEES, of_my_committee, "star", True, "没有本委负责的重点督办。"),
    Queue("key-unlisted", "待主任会议确定的重点督办", OFFICE, unexplained_keys, "star", empty="标为重点的都已确定。"),
    Queue("key", "正在办理的重点件", WATCHERS, key_items, "star", empty="没有正在办理的重点督办建议。"),
    Queue(
        "supervised",
        "本委对口督办",
        frozenset({Role.COMMITTEE}),
        supervised,
        "organisation",
        empty="没有正在办理的对口建议。",
        # Whose term began first; what is late or nearly so has cards of its own.
        order=("first_assigned_on",),
    ),
)
QUEUES: dict[str, Queue] = {queue.key: queue for queue in _ALL}


def queues_of(user: Any) -> list[Queue]:
    """The queues that concern somebody with this person's roles, most pressing kinds first."""
    held = set(user.roles)
    return [queue for queue in QUEUES.values() if queue.roles & held]
