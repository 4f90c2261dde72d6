from datetime import date
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from foundation.audit.history import tracked
from foundation.ballots.querysets import BallotRuleQuerySet
from foundation.ballots.terms import Base, Clause, Rule, Sign
from foundation.ballots.wording import rule_text

UNSOURCED = "本级规定（待填）"
MARK = "、"


def names(text: str) -> tuple[str, ...]:
    """The grades of "满意、基本满意、不满意"; commas of either kind part them as well."""
    for other in ("，", ",", "；", ";"):
        text = text.replace(other, MARK)
    return tuple(part.strip() for part in text.split(MARK) if part.strip())


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
        """For the arithmetic; prefetch `clauses`."""
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
        )


@tracked()
class BallotClause(models.Model):
    """One condition of a rule; tried in their order. An alert is looked at besides the result."""

    rule = models.ForeignKey(BallotRule, on_delete=models.PROTECT, related_name="clauses", verbose_name="测评办法")
    grades = models.CharField("合并计算的等次", max_length=120, help_text="一个或者几个等次，用顿号隔开。")
    sign = models.CharField("条件", max_length=2, choices=Sign, default=Sign.AT_LEAST)
    top = models.PositiveSmallIntegerField("比例（分子）", help_text="80%填80和100，半数填1和2。")
    bottom = models.PositiveSmallIntegerField("比例（分母）", default=100, validators=[MinValueValidator(1)])
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
        return f"{self.grades}{self.get_sign_display()}{self.top}/{self.bottom}：{self.outcome}"

    def clean(self) -> None:
        super().clean()
        known = names(self.rule.grades) if self.rule_id else ()
        wanted = names(self.grades)
        if not wanted:
            raise ValidationError({"grades": "请填写合并计算的等次。"})
        if known and (unknown := [name for name in wanted if name not in known]):
            raise ValidationError({"grades": f"测评办法的等次中没有“{MARK.join(unknown)}”。"})

    def terms(self) -> Clause:
        return Clause(self.outcome, names(self.grades), Fraction(self.top, self.bottom), Sign(self.sign))
