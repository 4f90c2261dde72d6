"""What is told of awards and of the reports that bodies hand in."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from foundation.accounts.models import User
from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from suggestions.models import Appraisal, HandedReport
from suggestions.notices.telling import tell_people
from suggestions.rules.relations import UNIT

OFFICE = (Role.CLERK, Role.SECRETARY)
LEADERS = (Role.CHAIR, Role.VICE_CHAIR)


def awards_decided(appraisal: Appraisal, *, by: Any, at: datetime) -> None:
    body = f"{appraisal.meeting}已决定，公布前请核对名单。"
    people = people_with((*OFFICE, *LEADERS)).values_list("pk", flat=True)
    tell_people("awards_decided", people, appraisal, f"评选已决定：{appraisal}", by=by, at=at, body=body)


def awards_published(appraisal: Appraisal, *, by: Any, at: datetime) -> None:
    """Everybody who was chosen, and the office."""
    chosen = list(appraisal.awards.values_list("unit", "suggestion__lead"))
    units = people_by_organisation(UNIT, {unit for unit, _ in chosen if unit})
    people = {pk for found in units.values() for pk in found}
    deputies = User.objects.active().filter(deputy__mandates__in={lead for _, lead in chosen if lead})
    people |= set(deputies.values_list("pk", flat=True)) | set(people_with(OFFICE).values_list("pk", flat=True))
    # The public list: the scores behind it are the office's alone.
    body, url = "名单已向社会公布。", reverse("suggestions:awards")
    title = f"评选结果公布：{appraisal}"
    tell_people("awards_published", people, None, title, by=by, at=at, body=body, url=url, mark=appraisal.pk)


def report_handed_in(report: HandedReport, *, by: Any, at: datetime) -> None:
    people = people_with(OFFICE).values_list("pk", flat=True)
    title = f"{report.organisation}提交{report.year}年办理情况报告"
    body = "请安排会议听取和审议，会后登记结果。"
    tell_people("report_handed_in", people, report, title, by=by, at=at, body=body)


def report_heard(report: HandedReport, *, by: Any, at: datetime) -> None:
    roles = (*UNIT, Role.GOVERNMENT_OFFICE)
    people = people_with(roles, report.organisation_id).values_list("pk", flat=True)
    opinion = f"审议意见：{report.opinion}" if report.opinion else ""
    body = f"{report.meeting}已听取和审议，测评：{report.get_assessment_display()}。{opinion}"
    tell_people("report_heard", people, report, f"报告已听取和审议：{report}", by=by, at=at, body=body)
