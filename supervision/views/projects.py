"""One livelihood project on the desk: its page with the whole road, and the steps before the vote."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.qr import qr_code
from foundation.web.views import Behind, DetailPage, StepView
from foundation.workdays.clock import today
from supervision.forms import projects as forms
from supervision.models import Problem, Project, ProjectCheck, ProjectVisit
from supervision.panels.project_road import road_of
from supervision.rules import project_years as year_rules
from supervision.rules import projects as rules
from supervision.states.project import PUBLIC_STATES, ChangeState
from supervision.transitions import projects as act
from supervision.transitions.project_work import ACCEPT, PHOTO
from supervision.transitions.project_years import FINISH, PROGRESS
from supervision.views.project_years import CRUMB, QUIET

CLOCKS = (PROGRESS, FINISH, ACCEPT)
VERBS = (
    ("填报进展", "report-project", rules.may_report_progress, "primary"),
    ("验收", "accept-project", rules.may_accept_project, "primary"),
    ("退回继续实施", "return-project", rules.may_return_project, "secondary"),
    ("登记察看", "visit-project", rules.may_record_visit, "primary"),
    ("认领项目", "adopt-project", rules.may_adopt_project, "secondary"),
    ("请单位论证", "ask-project-check", rules.may_ask_check, "primary"),
    ("登记审议意见", "remark-project", rules.may_remark, "secondary"),
    ("申请调整", "ask-project-change", rules.may_ask_change, "secondary"),
    ("修改", "amend-project", rules.may_amend_project, "secondary"),
    ("不列入候选", "drop-project", rules.may_drop_project, "secondary"),
    ("恢复论证", "restore-project", rules.may_restore_project, "secondary"),
)


class ProjectPage(Behind, DetailPage):
    """One project: what, where, for how much; its road from the idea to the ballot (F49)."""

    door = year_rules.may_open_projects
    template_name = "supervision/project.html"
    context_name = "project"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url())]

    def actions(self, obj: Project) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        project, user = self.object, self.request.user
        deadlines.attach_lights([project], CLOCKS, self.on)
        address = self.request.build_absolute_uri(project.public_url)
        facts = {
            "basics": basics_of(project),
            "road": road_of(project, user),
            "checks": [(row, bool(rules.may_answer_check(user, row, on=self.on))) for row in _checks(project, user)],
            "change": project.changes.filter(state=ChangeState.ASKED).first(),
            "may_decide": bool(year_rules.runs(user, project.project_year, self.on)),
            "visits": [
                (row, bool(rules.may_answer_visit(user, row, on=self.on)))
                for row in _with_problems(visits_of(project), user)
            ],
            "places": list(project.deputies.filter(until__isnull=True).select_related("deputy")),
            "reports": reports_of(project),
            "qr": qr_code(address, f"{project}二维码") if project.state in PUBLIC_STATES else "",
            "events": list(timeline(project)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics_of(project: Project) -> list[tuple[str, str]]:
    """What everybody may read of it."""
    rows = [
        ("领域", str(project.field)),
        ("责任单位", project.unit.label),
        ("实施地点", project.place),
        ("计划投资", project.amount_text),
        ("资金来源", project.funding),
        ("完成时间", date_text(project.due_on)),
        ("完工日期", date_text(project.finished_on)),
    ]
    return [row for row in rows if row[1]]


def reports_of(project: Project) -> list[Any]:
    """The unit's reports, the latest first, each with `photos` and `papers`."""
    return _with_files(list(project.reports.select_related("by")))


def visits_of(project: Project) -> list[Any]:
    """The deputies' visits with their photographs."""
    rows = list(project.visits.select_related("deputy"))
    for row in rows:
        row.project = project
    return _with_files(rows)


def _with_problems(rows: list[Any], user: Any) -> list[Any]:
    """The row of the issue ledger a visit led to, for those who may open it; one query."""
    kind = ContentType.objects.get_for_model(ProjectVisit)
    keys = [row.pk for row in rows]
    found = Problem.objects.visible_to(user).filter(source_type=kind, source_id__in=keys)
    problems = {problem.source_id: problem for problem in found}
    for row in rows:
        row.problem = problems.get(row.pk)
    return rows


def _with_files(rows: list[Any]) -> list[Any]:
    attach_files(rows)
    for row in rows:
        row.photos = [file for file in row.files if file.kind == PHOTO]
        row.papers = [file for file in row.files if file.kind != PHOTO]
    return rows


def _checks(project: Project, user: Any) -> list[ProjectCheck]:
    """The house reads every answer, a unit what it was asked itself."""
    rows = project.checks.select_related("unit", "answered_by")
    if not user.has_role(*year_rules.READERS) and project.project_year.house_id not in user.organisations():
        rows = rows.filter(unit__in=user.organisations(*year_rules.ANSWERING))
    checks = list(rows)
    for check in checks:
        check.project = project
    deadlines.attach_lights(checks, act.CHECK, today())
    return checks


class ProjectStep(StepView):
    """A step about one project."""

    context_name = "project"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url()), (str(self.object), self.object.get_absolute_url())]


class AmendProject(ProjectStep):
    title = "修改初步项目"
    button = "保存"
    form_class = forms.ProjectForm
    rule = rules.may_amend_project
    transition = act.amend_project
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        names = ("title", "field", "content", "place", "amount", "funding", "unit", "due_on")
        return {"on": self.on, "initial": {name: getattr(self.object, name) for name in names}}


class AskCheck(ProjectStep):
    title = button = "请单位论证"
    form_class = forms.AskCheckForm
    rule = rules.may_ask_check
    transition = act.ask_check
    success_message = "已请单位论证，单位会收到通知。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"unit": self.object.unit_id}}


class RemarkProject(ProjectStep):
    title = button = "登记审议意见"
    rule = rules.may_remark
    transition = act.remark
    success_message = "已登记。"
    versioned = False

    def get_form(self, bound: bool = False) -> Any:
        runs = year_rules.runs(self.request.user, self.object.project_year, self.on)
        self.form_class = forms.RemarkForm if runs else forms.OwnRemarkForm
        return super().get_form(bound)

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"stage": "deputy", "speaker": "", **form.cleaned_data}


class DropProject(ProjectStep):
    title = button = "不列入候选"
    form_class = forms.PublicReasonForm
    rule = rules.may_drop_project
    transition = act.drop_project
    intro = "理由会公开，提出意见的群众和代表都能看到。"
    success_message = "已办理。"


class RestoreProject(ProjectStep):
    title = button = "恢复论证"
    rule = rules.may_restore_project
    transition = act.restore_project
    success_message = "已恢复。"


class AnswerCheck(StepView):
    title = "可行性论证"
    button = "提交论证意见"
    form_class = forms.AnswerCheckForm
    template_name = "supervision/project_check_step.html"
    rule = rules.may_answer_check
    transition = act.answer_check
    success_message = "已提交。"

    def queryset(self) -> QuerySet[ProjectCheck]:
        return ProjectCheck.objects.visible_to(self.request.user).with_names().select_related("unit")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.project), self.object.get_absolute_url())]
