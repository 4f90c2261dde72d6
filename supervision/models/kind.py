from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from deputies.models.dated import UNSOURCED, Dated
from foundation.audit.history import tracked
from foundation.deadlines.units import Unit
from supervision.states.undertaking import Anchor, HearingLevel, Need, StepActor

# Days before the meeting of the standing committee, by code of step: 监督法第十五条; 预算法第六十九条、第七十八条.
STATUTORY_DAYS = {"report_draft": 20, "report_final": 10, "report_sent": 7, "budget_materials": 30}
CANNOT_SHORTEN = "法定的提前天数不能缩短，可以延长（监督法第十五条：二十日、十日、七日；预算法：三十日）。"
# No month is shorter than 28 days; n working days span at least n days.
DAYS_PER_MONTH = 28


@tracked()
class UndertakingKind(Dated):
    """A form of supervision (监督形式) with what it asks for; its steps are rows of its own."""

    code = models.SlugField("代码", max_length=40, unique=True, error_messages={"unique": "已有这个代码的监督形式。"})
    name = models.CharField("名称", max_length=40)
    order = models.PositiveSmallIntegerField("排序", default=100)
    hint = models.CharField("说明", max_length=300, blank=True)
    level = models.CharField("一般在哪里听取", max_length=20, choices=HearingLevel)
    has_team = models.BooleanField("组成工作组", default=False)
    head_is_leader = models.BooleanField("组长须为主任、副主任", default=False)
    has_laws = models.BooleanField("列法律法规和条文清单", default=False)
    has_visits = models.BooleanField("登记现场检查", default=False)
    tries_service = models.BooleanField("现场检查记录办事过程", default=False)
    has_questionnaire = models.BooleanField("问卷调查", default=False)
    collects_opinions = models.BooleanField("征集意见并逐条回应", default=False)
    has_decisions = models.BooleanField("形成议定事项", default=False)
    may_be_unannounced = models.BooleanField("可以事先不通知", default=False)
    ballot_rule = models.CharField("表决、测评办法", max_length=40, blank=True, help_text="办法的代码；留空不表决。")
    duty_kind = models.CharField("参加代表计入的履职事项", max_length=40, blank=True, help_text="履职事项代码。")
    publishes = models.BooleanField("办结后公开", default=True)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "监督形式"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class StepRule(models.Model):
    """What a step is and when it is due: of a kind, and copied into each supervision carried out."""

    order = models.PositiveSmallIntegerField("顺序")
    code = models.SlugField("代码", max_length=40, db_index=False)
    name = models.CharField("步骤", max_length=40)
    hint = models.CharField("怎样办", max_length=300, blank=True)
    actor = models.CharField("由谁办理", max_length=12, choices=StepActor)
    paper = models.CharField("须提交的材料", max_length=60, blank=True, help_text="留空表示不需提交材料。")
    need = models.CharField("办理前须具备", max_length=20, choices=Need, blank=True, default=Need.NONE)
    anchor = models.CharField("日期从何计算", max_length=10, choices=Anchor, default=Anchor.NONE)
    amount = models.PositiveSmallIntegerField("数量", default=0, help_text="几日、几个月；“当年几月底前”填月份。")
    unit = models.CharField(
        "单位", max_length=8, choices=[(u.value, u.label) for u in Unit if u != Unit.DATE], default=Unit.DAY
    )
    after = models.SlugField("在哪一步骤之后", max_length=40, blank=True, db_index=False, help_text="步骤的代码。")
    statutory_days = models.PositiveSmallIntegerField("法定最少提前天数", null=True, blank=True, editable=False)
    is_shared = models.BooleanField("被监督单位可见", default=False)
    is_public = models.BooleanField("公开时公布材料", default=False)
    legal_basis = models.CharField("依据", max_length=200, default=UNSOURCED)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def enough_days() -> Q:
    """Not fewer days before the meeting than the law asks for."""
    return Q(statutory_days__isnull=True) | Q(
        Q(unit=Unit.MONTH, statutory_days__lte=models.F("amount") * DAYS_PER_MONTH)
        | Q(unit__in=(Unit.DAY, Unit.WORKDAY), statutory_days__lte=models.F("amount")),
        anchor=Anchor.MEETING,
    )


def day_is_whole() -> Q:
    """A month of the year is one of twelve; a step to count from is named; a span is not nothing."""
    return (
        Q(anchor=Anchor.NONE)
        | Q(anchor=Anchor.MONTH, amount__range=(1, 12))
        | Q(anchor=Anchor.STEP, amount__gte=1) & ~Q(after="")
        | Q(anchor__in=(Anchor.MEETING, Anchor.START))
    )


def law_of_steps() -> Q:
    """The three steps of the law carry the law's own days; nobody edits them."""
    rule = ~Q(code__in=sorted(STATUTORY_DAYS))
    for code, days in STATUTORY_DAYS.items():
        rule |= Q(code=code, statutory_days=days, statutory_days__isnull=False)
    return rule


@tracked()
class KindStep(StepRule):
    """One step of a form of supervision; copied when a supervision is entered, so later edits touch new ones only."""

    kind = models.ForeignKey(UndertakingKind, models.PROTECT, related_name="steps", verbose_name="监督形式")
    is_active = models.BooleanField("启用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "监督步骤规则"
        ordering = ["kind", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], name="kind_step_once", violation_error_message="该监督形式已有这个代码的步骤。"
            ),
            models.CheckConstraint(
                condition=enough_days(), name="kind_step_within_law", violation_error_message=CANNOT_SHORTEN
            ),
            models.CheckConstraint(
                condition=law_of_steps(), name="kind_step_law_untouched", violation_error_message=CANNOT_SHORTEN
            ),
            models.CheckConstraint(
                condition=Q(is_active=True) | Q(statutory_days__isnull=True),
                name="kind_step_law_in_force",
                violation_error_message="法定步骤不能停用。",
            ),
            models.CheckConstraint(
                condition=day_is_whole(),
                name="kind_step_day",
                violation_error_message="请把日期填完整：按月份的填1至12，按步骤的写明步骤代码和天数。",
            ),
        ]

    def clean(self) -> None:
        """The law's days come by themselves; a shorter span is refused at the field where it was typed."""
        self.statutory_days = STATUTORY_DAYS.get(self.code)
        days = self.amount * (DAYS_PER_MONTH if self.unit == Unit.MONTH else 1)
        if self.statutory_days and (self.anchor != Anchor.MEETING or days < self.statutory_days):
            raise ValidationError({"amount": CANNOT_SHORTEN})
