"""What is told of livelihood projects."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Mandate
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import (
    Project,
    ProjectChange,
    ProjectCheck,
    ProjectDeputy,
    ProjectIdea,
    ProjectProgress,
    ProjectVisit,
    ProjectVote,
    ProjectYear,
)
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING


def runners(year: ProjectYear, at: datetime) -> set[int]:
    """Who runs the year: the clerks of the office, or of the township."""
    on = timezone.localdate(at)
    role, house = (Role.TOWNSHIP_CLERK, year.house_id) if year.house_id else (Role.CLERK, None)
    return set(people_with(role, house, on=on).values_list("pk", flat=True))


def deputies_of(year: ProjectYear, at: datetime) -> set[int]:
    """Who votes on it."""
    seats = Mandate.objects.at_home() if year.house_id is None else Mandate.objects.of_township(year.house_id)
    serving = seats.serving_on(timezone.localdate(at)).filter(deputy__user__is_active=True)
    return set(serving.order_by().values_list("deputy__user", flat=True))


def body(organisation: Any, at: datetime) -> Any:
    return people_with(ANSWERING, organisation, on=timezone.localdate(at))


def adopters(project: Project) -> set[int]:
    places = project.deputies.filter(until__isnull=True, deputy__user__is_active=True)
    return set(places.order_by().values_list("deputy__user", flat=True))


def collection_opened(year: ProjectYear, *, by: Any, at: datetime) -> None:
    title = f"请提意见：{year}开始征集"
    words = f"征集到{date_text(year.collect_until)}，代表可以直接提出项目建议。"
    tell("project_collection", deputies_of(year, at), year, title, by=by, at=at, body=words)


def idea_screened(idea: ProjectIdea, *, by: Any, at: datetime) -> None:
    """A deputy or body that proposed it; citizens read it with number and code."""
    people = {idea.deputy.user_id} if idea.deputy and idea.deputy.user_id else set()
    if idea.unit_id:
        people |= set(body(idea.unit, at).values_list("pk", flat=True))
    if people:
        title = f"您提出的民生实事意见{idea.get_state_display()}：{idea.public_words}"
        tell("project_idea_screened", people, idea, title, by=by, at=at, body=idea.reason)


def check_asked(check: ProjectCheck, *, by: Any, at: datetime) -> None:
    title = f"请论证民生实事初步项目：{check.project}"
    tell("project_check_asked", body(check.unit, at), check, title, by=by, at=at, body=check.question, mark=check.pk)


def check_answered(check: ProjectCheck, *, by: Any, at: datetime) -> None:
    title = f"{check.unit.label}论证“{check.get_verdict_display()}”：{check.project}"
    people = runners(check.project.project_year, at)
    tell("project_check_answered", people, check, title, by=by, at=at, body=check.text, mark=check.pk)


def project_dropped(project: Project, *, by: Any, at: datetime) -> None:
    title = f"未列入候选项目：{project}"
    tell("project_dropped", body(project.unit, at), project, title, by=by, at=at, body=project.drop_reason)


def candidates_listed(year: ProjectYear, number: int, *, by: Any, at: datetime) -> None:
    title = f"候选项目{number}项已确定，请审议：{year}"
    tell("project_candidates", deputies_of(year, at), year, title, by=by, at=at, body=year.approved_by)


def screening_reopened(year: ProjectYear, reason: str, *, by: Any, at: datetime) -> None:
    title = f"候选项目退回重新筛选：{year}"
    tell("project_screening", deputies_of(year, at), year, title, by=by, at=at, body=reason)


def vote_planned(vote: ProjectVote, *, by: Any, at: datetime) -> None:
    words = f"{vote.meeting_name}，{date_text(vote.held_on)}。"
    tell(
        "project_vote_planned", deputies_of(vote.project_year, at), vote, f"表决安排：{vote}", by=by, at=at, body=words
    )


def vote_entered(vote: ProjectVote, *, by: Any, at: datetime) -> None:
    tell("project_vote_entered", runners(vote.project_year, at), vote, f"计票待核对：{vote}", by=by, at=at)


def vote_returned(vote: ProjectVote, *, by: Any, at: datetime) -> None:
    title = f"计票须重新录入：{vote}"
    tell("project_vote_returned", [vote.entered_by_id], vote, title, by=by, at=at, body=vote.return_reason)


def vote_settled(vote: ProjectVote, *, by: Any, at: datetime) -> None:
    people = runners(vote.project_year, at) | deputies_of(vote.project_year, at)
    tell("project_vote_settled", people, vote, f"表决结果：{vote}", by=by, at=at, body=vote.explanation)


def projects_announced(year: ProjectYear, chosen: Sequence[Project], *, by: Any, at: datetime) -> None:
    """The units that carry them out; the deputies, who may now adopt one."""
    for project in chosen:
        title = f"民生实事项目由贵单位实施：{project}"
        words = f"{date_text(project.due_on)}前完成，每月填报进展。"
        tell("project_given", body(project.unit, at), project, title, by=by, at=at, body=words)
    title = f"项目已公告，可以认领：{year}"
    tell("projects_announced", deputies_of(year, at), year, title, by=by, at=at, body=year.announcement)


def project_adopted(place: ProjectDeputy, *, by: Any, at: datetime) -> None:
    """The unit, and the deputy where somebody else entered it."""
    project = place.project
    people = set(body(project.unit, at).values_list("pk", flat=True)) | ({place.deputy.user_id} - {None})
    tell("project_adopted", people, project, f"{place.deputy}代表认领：{project}", by=by, at=at, mark=place.pk)


def progress_reported(report: ProjectProgress, *, by: Any, at: datetime) -> None:
    """Whoever adopted it; once finished, also who accepts it."""
    project, done = report.project, report.percent == 100
    people = adopters(project) | (runners(project.project_year, at) if done else set())
    if people:
        title = f"已报告完工，请组织验收：{project}" if done else f"进展{report.percent}%：{project}"
        event = "project_finished" if done else "project_progress"
        tell(event, people, project, title, by=by, at=at, body=report.text[:200], mark=report.pk)


def visit_recorded(visit: ProjectVisit, *, by: Any, at: datetime) -> None:
    if visit.trouble:
        title = f"{visit.deputy}代表察看发现问题，请回应：{visit.project}"
        people = body(visit.project.unit, at)
        tell("project_trouble", people, visit.project, title, by=by, at=at, body=visit.trouble[:200], mark=visit.pk)


def visit_answered(visit: ProjectVisit, *, by: Any, at: datetime) -> None:
    title = f"{visit.project.unit.label}回应您的察看意见：{visit.project}"
    words = visit.answer[:200]
    tell(
        "project_trouble_answered",
        [visit.deputy.user_id],
        visit.project,
        title,
        by=by,
        at=at,
        body=words,
        mark=visit.pk,
    )


def change_asked(change: ProjectChange, *, by: Any, at: datetime) -> None:
    people = runners(change.project.project_year, at)
    title = f"申请{change.get_kind_display()}，请提请常委会审议：{change.project}"
    tell("project_change_asked", people, change, title, by=by, at=at, body=change.reason[:200], mark=change.pk)


def change_decided(change: ProjectChange, *, by: Any, at: datetime) -> None:
    people = set(body(change.project.unit, at).values_list("pk", flat=True)) | adopters(change.project)
    title = f"{change.get_state_display()}（{change.get_kind_display()}）：{change.project}"
    tell("project_change_decided", people, change, title, by=by, at=at, body=change.words[:200], mark=change.pk)


def project_returned(project: Project, reason: str, *, by: Any, at: datetime) -> None:
    title = f"验收未通过，请继续实施：{project}"
    tell("project_returned", body(project.unit, at), project, title, by=by, at=at, body=reason[:200])


def project_accepted(project: Project, *, by: Any, at: datetime) -> None:
    people = set(body(project.unit, at).values_list("pk", flat=True)) | adopters(project)
    tell("project_accepted", people, project, f"已通过验收，等待满意度测评：{project}", by=by, at=at)


def project_struck_off(project: Project, result: str, *, by: Any, at: datetime) -> None:
    people = set(body(project.unit, at).values_list("pk", flat=True)) | adopters(project)
    tell("project_struck_off", people, project, f"测评“{result}”，已销号：{project}", by=by, at=at)


def project_reworked(project: Project, *, by: Any, at: datetime) -> None:
    people = set(body(project.unit, at).values_list("pk", flat=True)) | adopters(project)
    words = "请查明原因，整改后重新填报完工和凭据。"
    tell("project_reworked", people, project, f"满意度测评未通过，请整改：{project}", by=by, at=at, body=words)
