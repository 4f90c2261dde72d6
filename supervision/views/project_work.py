"""A project at work, for its unit, its deputies and whoever runs the year: progress, visits, changes, acceptance."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from deputies.models import Deputy
from foundation.web.views import StepView
from supervision.forms import project_work as forms
from supervision.forms.projects import AdoptForm, PublicReasonForm
from supervision.models import ProjectChange, ProjectDeputy, ProjectVisit
from supervision.rules import project_years as year_rules
from supervision.rules import projects as rules
from supervision.transitions import project_changes, project_people, project_work
from supervision.views.project_years import CRUMB
from supervision.views.projects import ProjectStep


class ReportProject(ProjectStep):
    title = "填报进展"
    button = "提交"
    form_class = forms.ProgressForm
    rule = rules.may_report_progress
    transition = project_work.report_progress
    intro = "每月填报一次。进展和照片在项目公开页显示；填报100%即报告完工，须上传照片或者材料。"
    success_message = "已提交，公开页已更新。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"on": self.on, "percent": self.object.percent}}


class ReturnProject(ProjectStep):
    title = button = "退回继续实施"
    form_class = PublicReasonForm
    rule = rules.may_return_project
    transition = project_work.return_project
    success_message = "已退回，责任单位会收到通知。"


class AcceptProject(ProjectStep):
    title = button = "验收"
    form_class = forms.AcceptForm
    rule = rules.may_accept_project
    transition = project_work.accept_project
    intro = "组织认领代表现场对照内容和标准验收。验收后组织满意度测评，测评通过后销号。"
    success_message = "已登记验收。"


class AdoptProject(ProjectStep):
    title = button = "认领项目"
    form_class = AdoptForm
    rule = rules.may_adopt_project
    transition = project_people.adopt_project
    intro = "认领后跟踪项目到销号：每次察看登记情况，发现的问题由责任单位回应。"
    success_message = "已认领。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        year, user = self.object.project_year, self.request.user
        seats = project_people.electors(year.house_id, self.on)
        deputies = Deputy.objects.filter(pk__in=seats.values("deputy")).order_by("pinyin_key", "pk")
        if year_rules.runs(user, year, self.on):
            return {"deputies": deputies}
        own = deputies.filter(user=user)
        return {"deputies": own, "initial": {"deputy": own.values_list("pk", flat=True).first()}}


class VisitProject(ProjectStep):
    title = "登记察看"
    button = "登记"
    form_class = forms.VisitForm
    rule = rules.may_record_visit
    transition = project_people.record_visit
    success_message = "已登记，记入履职档案。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        places = self.object.deputies.filter(until__isnull=True).values("deputy")
        deputies = Deputy.objects.filter(pk__in=places).order_by("pinyin_key", "pk")
        if not year_rules.runs(self.request.user, self.object.project_year, self.on):
            deputies = deputies.filter(user=self.request.user)
        rows = list(deputies.values_list("pk", flat=True)[:2])
        return {"deputies": deputies, "initial": {"on": self.on, "deputy": rows[0] if len(rows) == 1 else None}}


class AskChange(ProjectStep):
    title = button = "申请调整"
    form_class = forms.AskChangeForm
    rule = rules.may_ask_change
    transition = project_changes.ask_change
    intro = "票决产生的项目不得擅自调整。申请须提请人大常委会（乡镇为主席团）审议，同意后才生效。"
    success_message = "已提出，等待审议。"
    versioned = False


class PartStep(StepView):
    """A step about a part of a project."""

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.project), self.object.get_absolute_url())]


class DecideChange(PartStep):
    title = "登记调整审议结果"
    button = "登记"
    form_class = forms.DecideChangeForm
    template_name = "supervision/project_change_step.html"
    rule = rules.may_decide_change
    transition = project_changes.decide_change
    success_message = "已登记。"

    def queryset(self) -> QuerySet[ProjectChange]:
        return ProjectChange.objects.visible_to(self.request.user).with_names()


class EndAdoption(PartStep):
    title = button = "结束认领"
    rule = rules.may_end_adoption
    transition = project_people.end_adoption
    success_message = "已结束。"

    def queryset(self) -> QuerySet[ProjectDeputy]:
        return ProjectDeputy.objects.visible_to(self.request.user).with_names().select_related("deputy")


class LedgerVisit(PartStep):
    title = button = "列入问题清单"
    form_class = forms.LedgerVisitForm
    template_name = "supervision/project_visit_step.html"
    rule = rules.may_ledger_visit
    transition = project_people.ledger_visit
    intro = "列入后交责任单位限期整改，有证据、经确认才能销号。"
    success_message = "已列入问题清单，责任单位会收到通知。"
    versioned = False

    def queryset(self) -> QuerySet[ProjectVisit]:
        return ProjectVisit.objects.visible_to(self.request.user).with_names().select_related("deputy")

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"title": self.object.trouble[:100], "due_on": self.on + timedelta(days=30)}}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class AnswerVisit(PartStep):
    title = "回应代表察看意见"
    button = "提交"
    form_class = forms.AnswerVisitForm
    template_name = "supervision/project_visit_step.html"
    rule = rules.may_answer_visit
    transition = project_people.answer_visit
    success_message = "已回应，代表会收到通知。"
    versioned = False

    def queryset(self) -> QuerySet[ProjectVisit]:
        return ProjectVisit.objects.visible_to(self.request.user).with_names().select_related("deputy")
