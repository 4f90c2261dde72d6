"""A project before the vote: drawn up, examined by its unit, talked over, dropped with reasons."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock
from supervision.models import Project, ProjectCheck, ProjectField, ProjectRemark, ProjectYear
from supervision.notices import projects as notices
from supervision.rules import project_years as year_rules
from supervision.rules import projects as rules
from supervision.rules.house import BODIES
from supervision.states.project import PROJECT_FLOW, CheckVerdict, RemarkStage
from supervision.transitions._beats import day_of, filled, note

CHECK = "project_check"


@transaction.atomic
def add_project(
    pk: Any,
    *,
    title: str,
    field: ProjectField,
    content: str,
    amount: Decimal,
    funding: str,
    unit: Organisation,
    due_on: date,
    place: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Project:
    """Draws one up from what was collected. Refused: after the list is settled, a unit that carries nothing out."""
    row = lock(ProjectYear, pk)
    year_rules.may_add_project(by, row, on=day_of(at)).require()
    project = Project(project_year=row, entered_by=by, entered_at=at)
    _write(project, title, field, content, amount, funding, unit, due_on, place)
    _saved(project, new=True)
    note("add_project", project, f"登记初步项目，责任单位{unit.label}。", by=by, at=at)
    return project


@transaction.atomic
def amend_project(
    pk: Any,
    *,
    title: str,
    field: ProjectField,
    content: str,
    amount: Decimal,
    funding: str,
    unit: Organisation,
    due_on: date,
    place: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Project:
    """Mends what was drawn up, for example after an examination."""
    project = lock(Project, pk, version=version)
    rules.may_amend_project(by, project, on=day_of(at)).require()
    _write(project, title, field, content, amount, funding, unit, due_on, place)
    _saved(project, new=False)
    note("amend_project", project, "修改初步项目。", by=by, at=at)
    return project


@transaction.atomic
def ask_check(
    pk: Any, *, unit: Organisation, question: str = "", by: Any, at: datetime, version: int | None = None
) -> ProjectCheck:
    """Asks a unit whether it can be done, at what cost, under which law; its clock begins."""
    project = lock(Project, pk)
    rules.may_ask_check(by, project, on=day_of(at)).require()
    _check_unit(unit)
    if project.checks.filter(unit=unit, answered_at__isnull=True).exists():
        raise Refused("已请这个单位论证，尚未答复。", "input", field="unit")
    facts = {"question": question.strip()[:300], "asked_by": by, "asked_at": at}
    check = ProjectCheck.objects.create(project=project, unit=unit, **facts)
    deadlines.start(CHECK, check, on=day_of(at), organisation=unit, by=by, at=at)
    note("ask_check", project, f"请{unit.label}论证。", by=by, at=at)
    notices.check_asked(check, by=by, at=at)
    return check


@transaction.atomic
def answer_check(
    pk: Any,
    *,
    verdict: str,
    text: str,
    cost: Decimal | None = None,
    legal: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectCheck:
    """The unit's answer; whoever says yes names the cost, whoever says no the reason."""
    check = lock(ProjectCheck, pk, version=version)
    rules.may_answer_check(by, check, on=day_of(at)).require()
    check.verdict = CheckVerdict(verdict)
    if check.verdict != CheckVerdict.NOT_FEASIBLE and cost is None:
        raise Refused("可行的项目请填写测算投资。", "input", field="cost")
    check.text = filled(text, "请写明理由和建议。", "text")
    check.cost, check.legal = cost, legal.strip()
    check.answered_by, check.answered_at = by, at
    check.bump("verdict", "text", "cost", "legal", "answered_by", "answered_at")
    deadlines.meet(CHECK, check, at=at)
    note("answer_check", check.project, f"{check.unit.label}论证：{check.get_verdict_display()}。", by=by, at=at)
    notices.check_answered(check, by=by, at=at)
    return check


@transaction.atomic
def remark(
    pk: Any, *, stage: str, speaker: str, text: str, by: Any, at: datetime, version: int | None = None
) -> ProjectRemark:
    """Keeps what a committee, a meeting, a delegation or a deputy says of it; a deputy speaks in his own name."""
    project = lock(Project, pk)
    on = day_of(at)
    rules.may_remark(by, project, on=on).require()
    if not year_rules.runs(by, project.project_year, on):
        stage, speaker = RemarkStage.DEPUTY, f"{by.name}代表"
    said = ProjectRemark.objects.create(
        project=project,
        stage=RemarkStage(stage),
        speaker=filled(speaker, "请写明是谁的意见。", "speaker")[:60],
        text=filled(text, "请填写意见。", "text"),
        by=by,
        at=at,
    )
    note("remark_project", project, f"登记{said.get_stage_display()}的意见。", by=by, at=at)
    return said


@transaction.atomic
def drop_project(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Project:
    """Not put to the vote; everybody may read why."""
    project = lock(Project, pk, version=version)
    rules.may_drop_project(by, project, on=day_of(at)).require()
    project.drop_reason = filled(reason, "请写明未列入候选的理由，理由会公开。", "reason")[:300]
    project.state = PROJECT_FLOW.target("drop_project", project.state)
    project.bump("state", "drop_reason")
    for check in project.checks.filter(answered_at__isnull=True):
        deadlines.cancel(CHECK, check, at=at, reason=project.drop_reason)
    note("drop_project", project, f"未列入候选：{project.drop_reason}", by=by, at=at)
    notices.project_dropped(project, by=by, at=at)
    return project


@transaction.atomic
def restore_project(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Project:
    """Examined once more, while the list is not settled."""
    project = lock(Project, pk, version=version)
    rules.may_restore_project(by, project, on=day_of(at)).require()
    project.state, project.drop_reason = PROJECT_FLOW.target("restore_project", project.state), ""
    project.bump("state", "drop_reason")
    for check in project.checks.filter(answered_at__isnull=True):
        deadlines.start(CHECK, check, on=day_of(at), organisation=check.unit_id, by=by, at=at)
    note("restore_project", project, "恢复论证。", by=by, at=at)
    return project


def _write(
    project: Project,
    title: str,
    field: ProjectField,
    content: str,
    amount: Decimal,
    funding: str,
    unit: Organisation,
    due_on: date,
    place: str,
) -> None:
    _check_unit(unit)
    if due_on.year < project.project_year.year:
        raise Refused(f"完成时间不能早于{project.project_year.year}年。", "input", field="due_on")
    project.title = filled(title, "请填写项目名称。", "title")[:100]
    project.content = filled(content, "请写明建设内容和标准。", "content")
    project.funding = filled(funding, "请写明资金来源。", "funding")[:120]
    project.field, project.amount, project.unit, project.due_on = field, amount, unit, due_on
    project.place = place.strip()[:120]


def _saved(project: Project, *, new: bool) -> None:
    try:
        with transaction.atomic():
            if new:
                project.save(force_insert=True)
            else:
                project.bump("title", "content", "funding", "field", "amount", "unit", "due_on", "place")
    except IntegrityError as error:
        raise Refused("这个年度已有同名项目，请改用其他名称。", "input", field="title") from error


def _check_unit(unit: Organisation) -> None:
    if not unit.is_active or unit.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="unit")
