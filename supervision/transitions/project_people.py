"""Deputies adopt a project, look at it, and what they find is answered by the unit."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from deputies.models import Deputy, Mandate
from deputies.transitions.record_duty import record_duty
from foundation.files.store import store_upload
from foundation.workflow import Refused, lock
from supervision.models import Problem, Project, ProjectDeputy, ProjectVisit
from supervision.notices import projects as notices
from supervision.rules import project_years as year_rules
from supervision.rules import projects as rules
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.problems import find_problem
from supervision.transitions.project_work import PHOTO, PICTURES

DUTY = "inspection"


def electors(house_id: int | None, on: date) -> Any:
    """The serving deputies of the congress whose projects these are: those who vote, and who may adopt one."""
    seats = Mandate.objects.at_home() if house_id is None else Mandate.objects.of_township(house_id)
    return seats.serving_on(on)


@transaction.atomic
def adopt_project(pk: Any, *, deputy: Deputy, by: Any, at: datetime, version: int | None = None) -> ProjectDeputy:
    """The deputy follows the project to its end. Refused: another's congress, twice, for somebody else."""
    project = lock(Project, pk)
    on = day_of(at)
    rules.may_adopt_project(by, project, on=on).require()
    if not year_rules.runs(by, project.project_year, on) and deputy.user_id != by.pk:
        raise Refused("只能为本人认领。", "input", field="deputy")
    if not electors(project.project_year.house_id, on).filter(deputy=deputy).exists():
        raise Refused("请选择本级现任代表。", "input", field="deputy")
    if project.deputies.filter(deputy=deputy, until__isnull=True).exists():
        raise Refused("这位代表已经认领这个项目。", "input", field="deputy")
    place = ProjectDeputy.objects.create(project=project, deputy=deputy, since=on, by=by, at=at)
    note("adopt_project", project, f"{deputy}代表认领。", by=by, at=at, visibility="public")
    notices.project_adopted(place, by=by, at=at)
    return place


@transaction.atomic
def end_adoption(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ProjectDeputy:
    place = lock(ProjectDeputy, pk, version=version)
    rules.may_end_adoption(by, place, on=day_of(at)).require()
    place.until = day_of(at)
    place.bump("until")
    note("end_adoption", place.project, f"{place.deputy}代表不再认领。", by=by, at=at)
    return place


@transaction.atomic
def record_visit(
    pk: Any,
    *,
    deputy: Deputy,
    on: date,
    text: str,
    trouble: str = "",
    photos: Sequence[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectVisit:
    """What an adopting deputy saw; it stands in his file, and the unit answers what he found wanting."""
    project = lock(Project, pk)
    today = day_of(at)
    rules.may_record_visit(by, project, on=today).require()
    if not year_rules.runs(by, project.project_year, today) and deputy.user_id != by.pk:
        raise Refused("只能登记本人的察看。", "input", field="deputy")
    if not project.deputies.filter(deputy=deputy, until__isnull=True).exists():
        raise Refused("请选择认领这个项目的代表。", "input", field="deputy")
    if on > today:
        raise Refused("察看日期不能晚于今天。", "input", field="on")
    words = {"text": filled(text, "请填写察看情况。", "text"), "trouble": trouble.strip()}
    visit = ProjectVisit.objects.create(project=project, deputy=deputy, on=on, by=by, at=at, **words)
    for photo in photos:
        store_upload(photo, owner=visit, kind=PHOTO, by=by, at=at, accept=PICTURES)
    record_duty(deputy, DUTY, on=on, title=f"察看民生实事项目：{project}", source=visit, by=by, at=at)
    note("record_project_visit", project, f"{deputy}代表现场察看。", by=by, at=at, visibility="public")
    notices.visit_recorded(visit, by=by, at=at)
    return visit


@transaction.atomic
def answer_visit(pk: Any, *, answer: str, by: Any, at: datetime, version: int | None = None) -> ProjectVisit:
    """The unit says what it has done about what the deputy found."""
    visit = ProjectVisit.objects.select_for_update(of=("self",)).select_related("project__project_year").get(pk=pk)
    rules.may_answer_visit(by, visit, on=day_of(at)).require()
    visit.answer, visit.answered_at = filled(answer, "请写明怎样处理。", "answer"), at
    visit.save(update_fields=["answer", "answered_at"])
    note("answer_project_visit", visit.project, f"{visit.project.unit.label}回应{visit.deputy}代表。", by=by, at=at)
    notices.visit_answered(visit, by=by, at=at)
    return visit


@transaction.atomic
def ledger_visit(
    pk: Any, *, title: str, due_on: date, needs_satisfaction: bool = False, by: Any, at: datetime,
    version: int | None = None,
) -> Problem:  # fmt: skip
    """What the deputy found becomes a row of the issue ledger, handed to the unit at once. Refused twice."""
    visit = ProjectVisit.objects.select_for_update(of=("self",)).select_related("project__project_year").get(pk=pk)
    rules.may_ledger_visit(by, visit, on=day_of(at)).require()
    if Problem.objects.of_source(visit).exists():
        raise Refused("这个问题已经列入问题清单。", "state")
    facts: dict[str, Any] = {"unit": visit.project.unit, "due_on": due_on, "needs_satisfaction": needs_satisfaction}
    problem = find_problem(source=visit, title=title, text=visit.trouble, by=by, at=at, **facts)
    note("ledger_project_visit", visit.project, f"列入问题清单：{problem}", by=by, at=at)
    return problem
