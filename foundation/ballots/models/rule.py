from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from foundation.audit.history import tracked
from foundation.ballots.querysets import BallotRuleQuerySet
from foundation.ballots.terms import Base, Clause, Group, Rule, Sign
from foundation.ballots.wording import rule_text

UNSOURCED = "本级规定（待填）"
MARK = "、"
LEAST_CIRCLE = 5


def names(text: str) -> tuple[str, ...]:
    """The grades of "满意、基本满意、不满意"; commas of either kind part them as well."""
    for other in ("，", ",", "；", ";"):
        text = text.replace(other, MARK)
    return tuple(part.strip() for part in text.split(MARK) if part.strip())


class Roll(models.TextChoices):
    """Who votes in a body of a rule with several: a roll the portal knows, or nobody by name."""

    STANDING_COMMITTEE = "standing_committee", "常委会组成人员"
    DEPUTIES = "deputies", "本级人大代表"
    NONE = "", "没有名册，使用纸质票"


@tracked()
class BallotRule(models.Model):
    """How votes become a result (测评办法), as an editable row with its source; `terms()` gives it to the arithmetic.

    Rooms name a rule by its code. A result keeps the rule as it was used, so later edits change no result.
    """

    code = models.SlugField("代码", max_length=40)
    name = models.CharField("名称", max_length=60)
    base = models.CharField("计算基数", max_length=12, choices=Base, default=Base.VALID)
    grades = models.CharField("等次", max_length=120, help_text="由好到差，用顿号隔开，如“满意、基本满意、不满意”。")
    uncounted = models.CharField(
        "不作为有效票的等次", max_length=60, blank=True, help_text="如“不了解”；应当同时列在等次中。"
    )
    otherwise = models.CharField("其他情形的结果", max_length=20, help_text="下列条件都不符合时的结果。")
    quorum_top = models.PositiveSmallIntegerField("到会人数应占（分子）", null=True, blank=True)
    quorum_bottom = models.PositiveSmallIntegerField(
        "到会人数应占（分母）",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="如1/2；都留空不要求。",
    )
    quorum_sign = models.CharField("到会人数要求", max_length=2, choices=Sign, default=Sign.MORE)
    least_present = models.PositiveSmallIntegerField("到会最少人数", default=0)
    least_circle = models.PositiveSmallIntegerField(
        "无记名时每个测评主体至少几张票",
        default=LEAST_CIRCLE,
        help_text="只用于几个主体加权的办法：手机表决、纸质票各自少于这个数的，公布时会使人看出谁怎样投的票。",
    )
    legal_basis = models.CharField("依据", max_length=200, default=UNSOURCED)
    valid_from = models.DateField("生效日期", default=date(2000, 1, 1))
    valid_until = models.DateField("失效日期", null=True, blank=True)

    objects = BallotRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "测评办法"
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="ballot_rule_once",
                violation_error_message="同一办法在同一生效日期只能有一份。",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="ballot_rule_days",
                violation_error_message="失效日期不能早于生效日期。",
            ),
            models.CheckConstraint(
                condition=Q(quorum_top__isnull=True, quorum_bottom__isnull=True)
                | Q(quorum_top__lte=F("quorum_bottom"), quorum_bottom__gte=1),
                name="ballot_rule_quorum",
                violation_error_message="到会人数的分子、分母应当同时填写，分子不能大于分母。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        known = names(self.grades)
        if len(known) < 2 or len(set(known)) < len(known):
            raise ValidationError({"grades": "请至少填写两个不同的等次，用顿号隔开。"})
        if unknown := set(names(self.uncounted)) - set(known):
            raise ValidationError({"uncounted": f"等次中没有“{MARK.join(sorted(unknown))}”。"})

    @property
    def grade_names(self) -> tuple[str, ...]:
        return names(self.grades)

    @property
    def sentence(self) -> str:
        """The rule in one sentence."""
        return rule_text(self.terms())

    def terms(self) -> Rule:
        """For the arithmetic; prefetch `clauses`, `groups` and `scores`."""
        clauses = list(self.clauses.all())
        quorum = Fraction(self.quorum_top, self.quorum_bottom) if self.quorum_top and self.quorum_bottom else None
        return Rule(
            grades=self.grade_names,
            clauses=tuple(row.terms() for row in clauses if not row.is_alert),
            otherwise=self.otherwise,
            base=Base(self.base),
            uncounted=names(self.uncounted),
            quorum=quorum,
            quorum_sign=Sign(self.quorum_sign),
            least_present=self.least_present,
            alerts=tuple(row.terms() for row in clauses if row.is_alert),
            groups=tuple(Group(row.name, row.weight) for row in self.groups.all()),
            scores=tuple((row.grade, Fraction(row.points)) for row in self.scores.all()),
        )


@tracked()
class BallotClause(models.Model):
    """One condition of a rule; tried in their order. An alert is looked at besides the result."""

    rule = models.ForeignKey(BallotRule, on_delete=models.PROTECT, related_name="clauses", verbose_name="测评办法")
    grades = models.CharField(
        "合并计算的等次", max_length=120, blank=True, help_text="一个或者几个等次，用顿号隔开；按得分比较的留空。"
    )
    sign = models.CharField("条件", max_length=2, choices=Sign, default=Sign.AT_LEAST)
    top = models.PositiveSmallIntegerField("比例（分子）", default=0, help_text="80%填80和100，半数填1和2。")
    bottom = models.PositiveSmallIntegerField("比例（分母）", default=100, validators=[MinValueValidator(1)])
    points = models.DecimalField(
        "按得分比较（分）",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="填写的，比较平均得分而不看比例；先登记各等次的分值。",
    )
    outcome = models.CharField("结果", max_length=20)
    is_alert = models.BooleanField("另行触发", default=False, help_text="不决定结果，只触发后续工作，如“整改”。")
    order = models.PositiveSmallIntegerField("顺序", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "条件"
        ordering = ["is_alert", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bottom__gte=1, top__lte=F("bottom")),
                name="ballot_clause_share",
                violation_error_message="比例的分子不能大于分母。",
            ),
        ]

    def __str__(self) -> str:
        amount = f"得分{self.points}" if self.points is not None else f"{self.top}/{self.bottom}"
        return f"{self.grades}{self.get_sign_display()}{amount}：{self.outcome}"

    def clean(self) -> None:
        super().clean()
        known = names(self.rule.grades) if self.rule_id else ()
        wanted = names(self.grades)
        if self.points is not None:
            if self.rule_id and not self.rule.scores.exists():
                raise ValidationError({"points": "请先登记各等次的分值，再填写得分条件。"})
            return
        if not wanted:
            raise ValidationError({"grades": "请填写合并计算的等次。"})
        if known and (unknown := [name for name in wanted if name not in known]):
            raise ValidationError({"grades": f"测评办法的等次中没有“{MARK.join(unknown)}”。"})

    def terms(self) -> Clause:
        points = None if self.points is None else Fraction(self.points)
        return Clause(self.outcome, names(self.grades), Fraction(self.top, self.bottom), Sign(self.sign), points)


@tracked()
class BallotGroup(models.Model):
    """A body of voters that is counted by itself and enters the result with its weight, e.g. 选民 70, 代表小组 15."""

    rule = models.ForeignKey(BallotRule, on_delete=models.PROTECT, related_name="groups", verbose_name="测评办法")
    name = models.CharField("测评主体", max_length=20)
    weight = models.PositiveSmallIntegerField(
        "权重", validators=[MinValueValidator(1)], help_text="如70、15、15；按各主体权重占合计的比例计算。"
    )
    roll = models.CharField(
        "名册",
        max_length=20,
        choices=Roll,
        default=Roll.NONE,
        blank=True,
        help_text="监督测评时谁在这个主体中表决；同时属于两个主体的，在常委会组成人员中表决。",
    )
    order = models.PositiveSmallIntegerField("顺序", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "测评主体和权重"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "name"], name="ballot_group_once", violation_error_message="已有同名测评主体。"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1), name="ballot_group_weight", violation_error_message="权重至少为1。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.weight}）"


@tracked()
class BallotScore(models.Model):
    """How many points a grade gives towards the average score; a grade without a row gives none."""

    rule = models.ForeignKey(BallotRule, on_delete=models.PROTECT, related_name="scores", verbose_name="测评办法")
    grade = models.CharField("等次", max_length=20)
    points = models.DecimalField("分值", max_digits=5, decimal_places=2, validators=[MinValueValidator(Decimal(0))])

    class Meta:
        verbose_name = verbose_name_plural = "等次分值"
        ordering = ["-points", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "grade"], name="ballot_score_once", violation_error_message="这个等次已有分值。"
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0), name="ballot_score_positive", violation_error_message="分值不能是负数。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grade}（{self.points.normalize():f}分）"

    def clean(self) -> None:
        super().clean()
        counted = set(names(self.rule.grades)) - set(names(self.rule.uncounted)) if self.rule_id else set()
        if counted and self.grade not in counted:
            raise ValidationError({"grade": f"测评办法中没有计票的等次“{self.grade}”。"})
