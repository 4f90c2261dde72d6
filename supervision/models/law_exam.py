import pghistory
import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.models.appointment import Nominee
from supervision.querysets.law_exam import ExamQuerySet, LawQuestionQuerySet
from supervision.scoring import LETTERS, key_fault
from supervision.states.appointments import EXAM_FLOW, OPEN_EXAMS, ExamState, QuestionKind

S = ExamState


@tracked()
class LawQuestion(models.Model):
    """A question of the bank. `options` one a line, A first; `key` the right letters. Papers keep their own copy."""

    kind = models.CharField("题型", max_length=10, choices=QuestionKind)
    text = models.TextField("题目", unique=True)
    options = models.TextField("选项", help_text="每行一个，第一行为A。判断题写“正确”“错误”两行。")
    key = models.CharField("答案", max_length=8, help_text="如“B”“ACD”。")
    source = models.CharField("出处", max_length=120, help_text="法律名称和条文。")
    valid_from = models.DateField("启用日期")
    valid_until = models.DateField("停用日期", null=True, blank=True)

    objects = LawQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律知识考试题"
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="law_question_days",
                violation_error_message="停用日期不能早于启用日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        super().clean()
        if fault := key_fault(self.kind, len(self.option_list), self.key):
            raise ValidationError({"key": fault})

    @property
    def option_list(self) -> list[str]:
        return [line.strip() for line in self.options.splitlines() if line.strip()]


@tracked()
class ExamRule(Dated):
    """How a paper is made up, how long it takes and what passes; an editable row."""

    singles = models.PositiveSmallIntegerField("单选题数")
    single_points = models.PositiveSmallIntegerField("单选题每题分值")
    judges = models.PositiveSmallIntegerField("判断题数")
    judge_points = models.PositiveSmallIntegerField("判断题每题分值")
    multiples = models.PositiveSmallIntegerField("多选题数")
    multiple_points = models.PositiveSmallIntegerField("多选题每题分值", help_text="少选、多选、错选都不得分。")
    minutes = models.PositiveSmallIntegerField("答题时间（分钟）", validators=[MinValueValidator(5)])
    pass_points = models.PositiveSmallIntegerField("合格分数")
    tries = models.PositiveSmallIntegerField("最多考几次", default=2, validators=[MinValueValidator(1)])

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "任前法律知识考试办法"
        ordering = ["-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["valid_from"],
                name="exam_rule_once",
                violation_error_message="同一生效日期只能有一份办法。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}分钟，满分{self.full_points}分，{self.pass_points}分合格"

    def clean(self) -> None:
        super().clean()
        if None not in (self.pass_points, self.singles, self.judges, self.multiples) and not (
            0 < self.pass_points <= self.full_points
        ):
            raise ValidationError({"pass_points": f"合格分数应当在1至满分{self.full_points}之间。"})

    @property
    def parts(self) -> tuple[tuple[str, int, int], ...]:
        """(kind, how many, points each) in the order of the paper."""
        return (
            (QuestionKind.SINGLE, self.singles, self.single_points),
            (QuestionKind.JUDGE, self.judges, self.judge_points),
            (QuestionKind.MULTIPLE, self.multiples, self.multiple_points),
        )

    @property
    def full_points(self) -> int:
        return sum(number * (points or 0) for _, number, points in self.parts)


@pghistory.track()
class Exam(Versioned):
    """One paper of one nominee: drawn at random, sat once, marked by the portal.

    Or sat on paper: its score is entered by one and checked by another, and stands once both say the same.
    """

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="exams", verbose_name="拟任人员")
    rule = models.ForeignKey(ExamRule, models.PROTECT, related_name="+", verbose_name="考试办法")
    turn = models.PositiveSmallIntegerField("第几次")
    state = models.CharField("状态", max_length=10, choices=S, default=S.DRAWN, editable=False)
    drawn_at = models.DateTimeField("抽题时间")
    minutes = models.PositiveSmallIntegerField("答题时间（分钟）")
    pass_points = models.PositiveSmallIntegerField("合格分数")
    full_points = models.PositiveSmallIntegerField("满分")
    begun_at = models.DateTimeField("开始时间", null=True, blank=True)
    ends_at = models.DateTimeField("应当交卷的时间", null=True, blank=True)
    handed_at = models.DateTimeField("交卷时间", null=True, blank=True)
    score = models.PositiveSmallIntegerField("得分", null=True, blank=True)
    is_passed = models.BooleanField("合格", null=True, blank=True)
    on_paper = models.BooleanField("纸质考试", default=False)
    entered_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="得分登记人"
    )
    checked_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="得分核对人"
    )
    void_reason = models.CharField("作废理由", max_length=200, blank=True)

    objects = ExamQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任前法律知识考试"
        ordering = ["nominee", "turn"]
        constraints = [
            models.UniqueConstraint(
                fields=["nominee"],
                condition=Q(state__in=OPEN_EXAMS),
                name="exam_one_at_a_time",
                violation_error_message="这名拟任人员有一份试卷还没有交卷。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.MARKED) | Q(score__lte=F("full_points"), is_passed__isnull=False),
                name="exam_marked_with_a_score",
                violation_error_message="得分不能超过满分。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.MARKED, on_paper=True)
                | (Q(entered_by__isnull=False, checked_by__isnull=False) & ~Q(checked_by=F("entered_by"))),
                name="exam_on_paper_checked_by_another",
                violation_error_message="纸质考试的得分由一人登记、另一人核对。",
            ),
        ]
        triggers = [
            EXAM_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="exam_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="exam_marked_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.state IN ('marked', 'void')"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nominee.name}任前法律知识考试（第{self.turn}次）"

    def get_absolute_url(self) -> str:
        return reverse("supervision:exam", args=[self.pk])


class ExamItem(models.Model):
    """One question on a paper, as it stood in the bank on the day of drawing, with the answer given."""

    exam = models.ForeignKey(Exam, models.PROTECT, related_name="items", verbose_name="试卷")
    order = models.PositiveSmallIntegerField("题号")
    kind = models.CharField("题型", max_length=10, choices=QuestionKind)
    text = models.TextField("题目")
    options = models.JSONField("选项")
    key = models.CharField("答案", max_length=8)
    source = models.CharField("出处", max_length=120)
    points = models.PositiveSmallIntegerField("分值")
    answer = models.CharField("作答", max_length=8, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "试题"
        ordering = ["exam", "order"]
        constraints = [
            models.UniqueConstraint(fields=["exam", "order"], name="exam_item_order"),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.text[:40]}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(letter, f"{letter}. {text}") for letter, text in zip(LETTERS, self.options, strict=False)]

    @property
    def is_right(self) -> bool:
        return self.answer == self.key
