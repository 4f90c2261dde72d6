"""The law examination: the page of a paper, sitting it, and what the office does with it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.views import DetailPage, StepView
from supervision.forms.appointments import CheckForm
from supervision.forms.law_exam import PaperForm
from supervision.forms.people_fields import NothingForm, WhyForm
from supervision.models import Exam
from supervision.rules import appointments as rules
from supervision.states.appointments import ExamState
from supervision.transitions import law_exam as act

MINE = ("本人任职事项", "/supervision/my-posts/")
VERBS = (
    ("开始答题", "begin-exam", rules.may_begin_exam, "primary"),
    ("继续答题", "sit-exam", rules.may_hand_in_exam, "primary"),
    ("收卷评分", "collect-exam", rules.may_collect_exam, "primary"),
    ("核对得分", "check-exam", rules.may_check_exam, "primary"),
    ("作废", "void-exam", rules.may_void_exam, "secondary"),
)


class ExamPage(DetailPage):
    """One paper: how it is made up, the score, and once it is marked every question with its key."""

    template_name = "supervision/exam.html"
    context_name = "exam"

    def queryset(self) -> QuerySet[Exam]:
        return Exam.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        nominee = self.object.nominee
        above = MINE if nominee.user_id == self.request.user.pk else ("人事任免", "/supervision/appointments/")
        return [above, (str(nominee), nominee.get_absolute_url())]

    def actions(self, obj: Exam) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            Action(label, reverse(f"supervision:{name}", args=[obj.pk]), rule(user, obj, on=on), tone)
            for label, name, rule, tone in VERBS
        ]
        return [action for action in found if action.allowed or action.verdict.code == "second"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exam = self.object
        shown = rules.may_read_items(self.request.user, exam) and exam.handed_at is not None
        facts = {
            "basics": [
                ("答题时间", f"{exam.minutes}分钟"),
                ("满分和合格分数", f"满分{exam.full_points}分，{exam.pass_points}分合格"),
                ("抽题时间", "" if exam.on_paper else datetime_text(exam.drawn_at)),
                ("开始时间", datetime_text(exam.begun_at) if exam.begun_at else ""),
                ("交卷时间", datetime_text(exam.handed_at) if exam.handed_at else ""),
                ("方式", "纸质考试" if exam.on_paper else "在线考试"),
                *((("得分登记、核对", self._readers(exam)),) if exam.on_paper else ()),
            ],
            "items": list(exam.items.all()) if shown else [],
            "files": list(files_of(exam)),
            "events": list(timeline(exam)),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _readers(self, exam: Exam) -> str:
        return f"{exam.entered_by}登记，{f'{exam.checked_by}核对' if exam.checked_by else '待另一人核对'}"


class ExamStep(StepView):
    """A step about one paper."""

    context_name = "exam"

    def queryset(self) -> QuerySet[Exam]:
        return Exam.objects.visible_to(self.request.user).with_names()


class BeginExam(ExamStep):
    title = button = "开始答题"
    form_class = NothingForm
    rule = rules.may_begin_exam
    transition = act.begin_exam
    intro = "开始后计时不能暂停。答题中可以随时“保存”，时间到以前请交卷；没有交卷的，按已保存的答案评分。"
    success_message = "已开始，请注意交卷时间。"

    def get_success_url(self) -> str:
        return reverse("supervision:sit-exam", args=[self.object.pk])


class SitExam(ExamStep):
    """All questions on one page, answered in any order; “保存” keeps them and comes back."""

    template_name = "supervision/sit_exam.html"
    title = button = "交卷"
    form_class = PaperForm
    rule = rules.may_hand_in_exam
    transition = act.hand_in_exam
    success_message = "已交卷，成绩如下。"
    versioned = False

    def get_title(self) -> str:
        return str(self.object)

    def form_kwargs(self) -> dict[str, Any]:
        return {"items": list(self.object.items.all())}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"answers": form.answers()}

    @property
    def saves(self) -> bool:
        return "save" in self.request.POST

    def call(self, form: forms.BaseForm) -> Any:
        if not self.saves:
            return super().call(form)
        return act.save_answers(self.object.pk, by=self.request.user, at=timezone.now(), **self.arguments(form))

    def get_success_message(self) -> str:
        return "已保存，还没有交卷。" if self.saves else self.success_message

    def get_success_url(self) -> str:
        return reverse("supervision:sit-exam", args=[self.object.pk]) if self.saves else self.object.get_absolute_url()


class CollectExam(ExamStep):
    title = button = "收卷评分"
    form_class = NothingForm
    rule = rules.may_collect_exam
    transition = act.collect_exam
    intro = "时间已到，按本人已保存的答案评分。"
    success_message = "已评分。"


class CheckExam(ExamStep):
    title = button = "核对得分"
    form_class = CheckForm
    rule = rules.may_check_exam
    transition = act.check_exam
    intro = "请对照试卷扫描件独立登记得分。与先前登记的一致即评分；不一致的，再由另一人核对。"

    def get_success_message(self) -> str:
        done = self.result.state == ExamState.MARKED
        return "两人一致，已评分。" if done else "与先前登记的得分不一致，请另一名工作人员再核对。"


class VoidExam(ExamStep):
    title = button = "作废"
    form_class = WhyForm
    rule = rules.may_void_exam
    transition = act.void_exam
    intro = "因故障、疾病等不能完成考试的，试卷作废，不计考试次数，之后可以重新抽题。"
    success_message = "试卷已作废。"
