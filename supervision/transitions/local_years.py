"""The year of a street committee or presidium: planned, carried out item by item, told in a report of what was done."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.documents.writing import DOCX, media_type, write
from foundation.files.store import store_made
from foundation.workflow import Refused, lock
from supervision.letters.local_report import local_report
from supervision.models import LocalBody, LocalItem, LocalYear
from supervision.notices import local as notices
from supervision.rules import local as rules
from supervision.states.local import LOCAL_YEAR_FLOW, ItemKind, LocalYearState
from supervision.transitions._beats import day_of, filled, note

PLAN, REPORT = "local_plan", "local_report"
REPORT_FILE = "local_report"


@transaction.atomic
def draft_local_year(pk: Any, *, year: int, aims: str, by: Any, at: datetime, version: int | None = None) -> LocalYear:
    """Begins the plan of a year; it is to be filed some months after New Year. Refused: the same year twice."""
    body = lock(LocalBody, pk)
    on = day_of(at)
    rules.may_keep_body(by, body, on=on).require()
    if not on.year - 1 <= year <= on.year + 1:
        raise Refused("请填写去年、今年或者明年。", "input", field="year")
    if body.years.filter(year=year).exists():
        raise Refused(f"{year}年度的计划已经拟订。", "input", field="year")
    words = filled(aims, "请写明总体要求。", "aims")
    plan = LocalYear.objects.create(body=body, year=year, aims=words, drafted_by=by, drafted_at=at)
    deadlines.start(PLAN, plan, on=date(year, 1, 1), organisation=body.organisation_id, by=by, at=at)
    note("draft_local_year", plan, f"拟订{year}年度工作计划。", by=by, at=at)
    return plan


@transaction.atomic
def add_item(
    pk: Any,
    *,
    kind: str,
    title: str,
    due_on: date,
    responsible: str = "",
    reason: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> LocalItem:
    """One more thing to do. Once the plan is filed, with the reason for adding it."""
    plan = lock(LocalYear, pk)
    rules.may_add_item(by, plan, on=day_of(at)).require()
    if kind not in ItemKind:
        raise Refused("请选择类别。", "input", field="kind")
    name = filled(title, "请填写工作事项。", "title")[:120]
    if plan.items.filter(title=name).exists():
        raise Refused("计划中已有这个事项。", "input", field="title")
    if due_on.year != plan.year:
        raise Refused(f"完成时间应当在{plan.year}年内。", "input", field="due_on")
    if plan.state == LocalYearState.FILED:
        reason = filled(reason, "计划已经报送，请写明增加的理由。", "reason")
    facts = {"responsible": responsible.strip()[:60], "added_reason": reason.strip()[:200]}
    item = LocalItem.objects.create(plan=plan, kind=kind, title=name, due_on=due_on, **facts)
    why = f"，理由：{item.added_reason}" if item.added_reason else ""
    note("add_local_item", plan, f"列入“{item}”{why}。", by=by, at=at)
    return item


@transaction.atomic
def finish_item(pk: Any, *, done_on: date, result: str, by: Any, at: datetime, version: int | None = None) -> LocalItem:
    """What became of it."""
    item = lock(LocalItem, pk, version=version)
    on = day_of(at)
    rules.may_finish_item(by, item, on=on).require()
    if done_on > on:
        raise Refused("完成日期不能晚于今天。", "input", field="done_on")
    item.done_on, item.result = done_on, filled(result, "请写明完成情况。", "result")
    item.bump("done_on", "result")
    note("finish_local_item", item.plan, f"完成“{item}”。", by=by, at=at)
    return item


@transaction.atomic
def drop_item(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalItem:
    """No longer wanted; the report will say so with the reason."""
    item = lock(LocalItem, pk, version=version)
    rules.may_drop_item(by, item, on=day_of(at)).require()
    item.dropped_reason = filled(reason, "请写明不再安排的理由。", "reason")[:200]
    item.bump("dropped_reason")
    note("drop_local_item", item.plan, f"不再安排“{item}”：{item.dropped_reason}", by=by, at=at)
    return item


@transaction.atomic
def file_plan(pk: Any, *, adopted_by: str, by: Any, at: datetime, version: int | None = None) -> LocalYear:
    """The plan goes to the district; the report will be owed after the end of the year. Refused without an item."""
    plan = lock(LocalYear, pk, version=version)
    rules.may_file_plan(by, plan, on=day_of(at)).require()
    plan.adopted_by = filled(adopted_by, "请写明通过计划的会议。", "adopted_by")[:80]
    if not plan.items.open().exists():
        raise Refused("计划还没有列入工作事项，请先增加。", "input")
    plan.filed_at = at
    _move(plan, "file_local_plan", "adopted_by", "filed_at")
    deadlines.meet(PLAN, plan, at=at)
    last = date(plan.year, 12, 31)
    deadlines.start(REPORT, plan, on=last, organisation=plan.body.organisation_id, by=by, at=at)
    note("file_local_plan", plan, f"报送{plan.year}年度工作计划，列有{plan.items.open().count()}项。", by=by, at=at)
    notices.plan_filed(plan, by=by, at=at)
    return plan


@transaction.atomic
def report_year(
    pk: Any,
    *,
    effect: str,
    problems: str = "",
    outlook: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> LocalYear:
    """The year as it went, as a document of what was done. Refused while an item is neither done nor given up."""
    plan = lock(LocalYear, pk, version=version)
    rules.may_report_year(by, plan, on=day_of(at)).require()
    plan.effect = filled(effect, "请写明主要成效。", "effect")
    if open_items := list(plan.items.open()[:3]):
        names = "、".join(f"“{item}”" for item in open_items)
        raise Refused(f"{names}等事项还没有登记完成情况，请先登记，或者写明不再安排的理由。", "state")
    plan.problems, plan.outlook = problems.strip(), outlook.strip()
    plan.reported_at, plan.return_reason, plan.edition = at, "", plan.edition + 1
    _move(plan, "report_local_year", "effect", "problems", "outlook", "reported_at", "return_reason", "edition")
    paper = write(local_report(plan, day_of(at)), DOCX)
    name = f"{plan}报告（第{plan.edition}版）.docx" if plan.edition > 1 else f"{plan}报告.docx"
    store_made(paper, owner=plan, kind=REPORT_FILE, name=name, media_type=media_type(DOCX), by=by, at=at)
    deadlines.meet(REPORT, plan, at=at)
    note("report_local_year", plan, "报送年终报告。", by=by, at=at)
    notices.report_in(plan, by=by, at=at)
    return plan


@transaction.atomic
def return_report(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalYear:
    """Sent back to be completed; the earlier edition stays beside the next."""
    plan = lock(LocalYear, pk, version=version)
    on = day_of(at)
    rules.may_return_report(by, plan, on=on).require()
    plan.return_reason = filled(reason, "请写明需要补充的内容。", "reason")[:300]
    _move(plan, "return_local_report", "return_reason")
    last = max(on, date(plan.year, 12, 31))
    deadlines.start(REPORT, plan, on=last, organisation=plan.body.organisation_id, by=by, at=at)
    note("return_local_report", plan, f"退回补充：{plan.return_reason}", by=by, at=at)
    notices.report_returned(plan, by=by, at=at)
    return plan


@transaction.atomic
def archive_year(pk: Any, *, comment: str = "", by: Any, at: datetime, version: int | None = None) -> LocalYear:
    plan = lock(LocalYear, pk, version=version)
    rules.may_archive_year(by, plan, on=day_of(at)).require()
    plan.comment = comment.strip()[:300]
    _move(plan, "archive_local_year", "comment")
    note("archive_local_year", plan, "年终报告审阅归档。", by=by, at=at)
    notices.year_archived(plan, by=by, at=at)
    return plan


def _move(plan: LocalYear, verb: str, *fields: str) -> None:
    plan.state = LOCAL_YEAR_FLOW.target(verb, plan.state)
    plan.bump("state", *fields)
