"""A project being carried out: monthly reports with photographs, finished with evidence, accepted on the spot."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from foundation import deadlines
from foundation.files.store import store_upload
from foundation.workflow import Refused, lock
from supervision.models import Project, ProjectProgress
from supervision.notices import projects as notices
from supervision.rules import projects as rules
from supervision.states.project import PROJECT_FLOW
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.project_years import FINISH, PROGRESS, start_clocks

PHOTO, PAPER = "project_photo", "project_paper"
PICTURES = ("jpg", "jpeg", "png", "webp")
ACCEPT = "project_accept"


@transaction.atomic
def report_progress(
    pk: Any,
    *,
    on: date,
    percent: int,
    text: str,
    trouble: str = "",
    ahead: str = "",
    correction: str = "",
    photos: Sequence[UploadedFile] = (),
    papers: Sequence[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectProgress:
    """The unit's report. 100 per cent needs evidence, a step back a reason; reported finished, it waits to be accepted.

    Photographs are public once the project is, papers are for the house.
    """
    project = lock(Project, pk, version=version)
    rules.may_report_progress(by, project, on=day_of(at)).require()
    if not 0 <= percent <= 100:
        raise Refused("进度填写0至100的整数。", "input", field="percent")
    if on > day_of(at):
        raise Refused("截至日期不能晚于今天。", "input", field="on")
    if percent < project.percent and not correction.strip():
        words = f"上次填报为{project.percent}%，进度倒退请写明更正理由。"
        raise Refused(words, "input", field="correction")
    if percent == 100 and not (photos or papers):
        raise Refused("报告完工须上传完工照片或者验收、结算材料，没有凭据不能填报100%。", "input", field="photos")
    report = ProjectProgress.objects.create(
        project=project,
        on=on,
        percent=percent,
        text=filled(text, "请填写进展情况。", "text"),
        trouble=trouble.strip(),
        ahead=ahead.strip(),
        correction=correction.strip()[:200],
        by=by,
        at=at,
    )
    for kind, accept, uploads in ((PHOTO, PICTURES, photos), (PAPER, None, papers)):
        for upload in uploads:
            store_upload(upload, owner=report, kind=kind, by=by, at=at, accept=accept)
    _went_on(project, report, by, at)
    note("report_progress", project, f"填报进展：{percent}%。", by=by, at=at, visibility="public")
    notices.progress_reported(report, by=by, at=at)
    return report


@transaction.atomic
def return_project(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Project:
    """Found unfinished: the unit goes on, its clocks begin anew."""
    project = lock(Project, pk, version=version)
    rules.may_return_project(by, project, on=day_of(at)).require()
    why = filled(reason, "请写明还有什么没有完成。", "reason")
    project.state = PROJECT_FLOW.target("return_project", project.state)
    project.percent, project.finished_on = 99, None
    project.bump("state", "percent", "finished_on")
    deadlines.cancel(ACCEPT, project, at=at, reason=why[:200])
    start_clocks(project, by=by, at=at)
    note("return_project", project, f"验收未通过，退回继续实施：{why}", by=by, at=at, visibility="public")
    notices.project_returned(project, why, by=by, at=at)
    return project


@transaction.atomic
def accept_project(pk: Any, *, acceptance: str, by: Any, at: datetime, version: int | None = None) -> Project:
    """Looked at on the spot and found finished; the ballot decides whether it is struck off."""
    project = lock(Project, pk, version=version)
    rules.may_accept_project(by, project, on=day_of(at)).require()
    project.acceptance = filled(acceptance, "请写明验收时间、人员和结论。", "acceptance")
    project.accepted_at = at
    project.state = PROJECT_FLOW.target("accept_project", project.state)
    project.bump("state", "acceptance", "accepted_at")
    deadlines.meet(ACCEPT, project, at=at)
    note("accept_project", project, "通过现场验收。", by=by, at=at, visibility="public")
    notices.project_accepted(project, by=by, at=at)
    return project


def _went_on(project: Project, report: ProjectProgress, by: Any, at: datetime) -> None:
    """The clock of the next report, or, once it is finished, that of the acceptance."""
    project.percent = report.percent
    deadlines.meet(PROGRESS, project, at=at)
    if report.percent < 100:
        project.bump("percent")
        deadlines.start(PROGRESS, project, on=day_of(at), organisation=project.unit_id, by=by, at=at)
        return
    project.finished_on = report.on
    project.state = PROJECT_FLOW.target("finish_project", project.state)
    project.bump("percent", "finished_on", "state")
    deadlines.meet(FINISH, project, at=at)
    deadlines.start(ACCEPT, project, on=day_of(at), organisation=project.project_year.house_id, by=by, at=at)
