"""Legislative contact points: set up and closed; drafts put out there, opinions entered, sent up, told back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies.models import Area
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS
from foundation.workflow import Refused, lock
from supervision.models import ContactPoint, DraftOpinion, LawDraft
from supervision.notices import advice as notices
from supervision.rules import advice as rules
from supervision.rules.house import OFFICE
from supervision.states.advice import DRAFT_FLOW
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.experts import settled


@transaction.atomic
def found_point(
    *,
    name: str,
    organisation: Organisation,
    host: str,
    head: str,
    approved_by: str,
    address: str = "",
    area: Area | None = None,
    by: Any,
    at: datetime,
) -> ContactPoint:
    """Sets up a contact point, kept by a township or street. Refused: the same name twice."""
    on = day_of(at)
    rules.may_found_point(by, on=on).require()
    if organisation.kind not in LOCAL_KINDS:
        raise Refused("请选择乡镇人大或者人大街道工委。", "input", field="organisation")
    facts = {
        "name": filled(name, "请填写名称。", "name"),
        "host": filled(host, "请填写依托单位。", "host"),
        "head": filled(head, "请填写负责人。", "head"),
        "approved_by": filled(approved_by, "请写明设立的决定。", "approved_by"),
        "address": address.strip(),
    }
    try:
        with transaction.atomic():
            point = ContactPoint.objects.create(organisation=organisation, area=area, from_date=on, **facts)
    except IntegrityError as error:
        raise Refused("已有同名联系点，请核对。", "input", field="name") from error
    note("found_point", point, f"设立立法联系点（{point.approved_by}）。", by=by, at=at)
    return point


@transaction.atomic
def end_point(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ContactPoint:
    point = lock(ContactPoint, pk, version=version)
    on = day_of(at)
    rules.may_end_point(by, point, on=on).require()
    point.end_reason = filled(reason, "请写明撤销的理由。", "reason")[:200]
    point.until_date = max(on, point.from_date)
    point.bump("end_reason", "until_date")
    note("end_point", point, f"撤销：{point.end_reason}", by=by, at=at)
    return point


@transaction.atomic
def put_out_draft(
    *, title: str, source: str, text: str, points: Sequence[ContactPoint], due_on: date, by: Any, at: datetime
) -> LawDraft:
    """Asks the contact points for opinions until a day; their keepers are told."""
    on = day_of(at)
    rules.may_put_out(by, on=on).require()
    if due_on < on:
        raise Refused("截止日期不能早于今天。", "input", field="due_on")
    asked = {point.pk for point in points}
    if not asked or ContactPoint.objects.serving_on(on).filter(pk__in=asked).count() != len(asked):
        raise Refused("请选择在用的联系点。", "input", field="points")
    draft = LawDraft.objects.create(
        title=filled(title, "请填写草案名称。", "title"),
        source=filled(source, "请填写征求意见的机关。", "source"),
        text=filled(text, "请写明征求意见的内容。", "text"),
        due_on=due_on,
        opened_at=at,
    )
    draft.points.set(points)
    note("put_out_draft", draft, f"在{len(asked)}个联系点征求意见。", by=by, at=at)
    notices.draft_put_out(draft, by=by, at=at)
    return draft


@transaction.atomic
def enter_opinion(
    pk: Any,
    *,
    point: ContactPoint,
    article: str,
    text: str,
    from_whom: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> DraftOpinion:
    """One opinion on one article, heard at a contact point. Refused: another's point, a point that was not asked."""
    draft = lock(LawDraft, pk)
    on = day_of(at)
    rules.may_enter_opinion(by, draft, on=on).require()
    asked = draft.points.filter(pk=point.pk)
    if not by.has_role(*OFFICE, on=on):
        asked = asked.visible_to(by)
    if not asked.exists():
        raise Refused("请选择本乡镇街道参加征求意见的联系点。", "input", field="point")
    opinion = DraftOpinion.objects.create(
        draft=draft,
        point=point,
        article=filled(article, "请填写条款。", "article"),
        text=filled(text, "请填写意见和理由。", "text"),
        from_whom=filled(from_whom, "请写明提出人的身份。", "from_whom"),
        entered_at=at,
    )
    note("enter_draft_opinion", draft, f"{point}登记对{opinion.article}的意见。", by=by, at=at)
    return opinion


@transaction.atomic
def send_draft(pk: Any, *, report: str, by: Any, at: datetime, version: int | None = None) -> LawDraft:
    """The opinions go up together, or the word that there are none."""
    draft = lock(LawDraft, pk, version=version)
    rules.may_send_draft(by, draft, on=day_of(at)).require()
    draft.report, draft.sent_at = filled(report, "请写明汇总报送的情况；没有意见的也请写明。", "report"), at
    draft.state = DRAFT_FLOW.target("send_draft", draft.state)
    draft.bump("report", "sent_at", "state")
    note("send_draft", draft, f"汇总{draft.opinions.count()}条意见报送{draft.source}。", by=by, at=at)
    notices.draft_sent(draft, by=by, at=at)
    return draft


@transaction.atomic
def weigh_opinion(
    pk: Any, *, fate: str, reason: str = "", by: Any, at: datetime, version: int | None = None
) -> DraftOpinion:
    """What the law made of it."""
    opinion = lock(DraftOpinion, pk, version=version)
    rules.may_weigh_opinion(by, opinion, on=day_of(at)).require()
    opinion.fate, opinion.fate_reason = settled(fate, reason)
    opinion.bump("fate", "fate_reason")
    note("weigh_draft_opinion", opinion.draft, f"{opinion}：{opinion.get_fate_display()}。", by=by, at=at)
    return opinion


@transaction.atomic
def close_draft(pk: Any, *, result: str, by: Any, at: datetime, version: int | None = None) -> LawDraft:
    """The contact points hear what became of their opinions. Refused while the fate of one is not known."""
    draft = lock(LawDraft, pk, version=version)
    rules.may_close_draft(by, draft, on=day_of(at)).require()
    draft.result = filled(result, "请写明采纳情况。", "result")
    if left := draft.opinions.filter(fate="").count():
        raise Refused(f"还有{left}条意见没有登记采纳情况，请先登记。", "state")
    draft.state, draft.closed_at = DRAFT_FLOW.target("close_draft", draft.state), at
    draft.bump("result", "state", "closed_at")
    note("close_draft", draft, "向联系点反馈采纳情况。", by=by, at=at)
    notices.draft_closed(draft, by=by, at=at)
    return draft
