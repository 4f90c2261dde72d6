from datetime import date

from django.db import models

from deputies.models.dated import Dated
from deputies.querysets import DatedQuerySet
from deputies.states import Level
from foundation.search.likeness.compare import Limits

MOTION_COSIGNERS = "motion_cosigners"
MEDIATION_AFTER = "mediation_after"
RATING_REMINDERS = "rating_reminders"
ALIKE_TITLE, ALIKE_TEXT, ALIKE_COPIED = "alike_title", "alike_text", "alike_copied"
STATEMENT_MONTH = "statement_month"
SMALL_SAMPLE = "small_sample"
ROUTING_YEARS = "routing_years"
KEY_YEARLY = "key_yearly"
FUND_WINDOW = "fund_window"


class ThresholdKey(models.TextChoices):
    MOTION_COSIGNERS = MOTION_COSIGNERS, "议案联名人数（含领衔代表）"
    MEDIATION_AFTER = MEDIATION_AFTER, "第几次不满意转入协调评估"
    ROUTING_YEARS = ROUTING_YEARS, "推荐承办单位时参考近几年的交办"
    RATING_REMINDERS = RATING_REMINDERS, "评价催请次数（满后可按未表态办结）"
    ALIKE_TITLE = ALIKE_TITLE, "查重：标题所提事项相近（百分之几起提示）"
    ALIKE_TEXT = ALIKE_TEXT, "查重：内容相近（百分之几起提示）"
    ALIKE_COPIED = ALIKE_COPIED, "查重：相同段落（多少字起提示）"
    STATEMENT_MONTH = STATEMENT_MONTH, "从几月起生成年终承诺情况告知"
    SMALL_SAMPLE = SMALL_SAMPLE, "分单位、分代表团显示比率所需的最少件数"
    KEY_YEARLY = KEY_YEARLY, "每年重点督办建议不少于几件"
    FUND_WINDOW = FUND_WINDOW, "专项资金申请期限（交办后几个月）"


class SwitchKey(models.TextChoices):
    CONTACT_CONFIRMED = "contact_confirmed", "答复前的联系记录须经代表确认"
    ASK_COSIGNERS = "ask_cosigners", "联名建议征求联名代表意见后评价"
    CO_OPINION_BEFORE_REPLY = "co_opinion_before_reply", "主办单位答复前须有会办意见"
    DIFFICULT_SIX_MONTHS = "difficult_six_months", "涉及面广、难度大的可以在六个月内答复"
    REASSIGN_KEEPS_T0 = "reassign_keeps_t0", "改派后答复期限仍从首次交办日起算"
    HANDLING_PLAN = "handling_plan", "承办单位须按期制定办理方案"
    TWO_STEPS = "two_steps", "政府系统承办的建议先转政府办公室分办"
    WITHDRAW_AFTER_ASSIGNMENT = "withdraw_after_assignment", "交办后、答复前可以撤回"
    FUND_APPLICATION = "fund_application", "专项资金项目须先由承办单位申请"
    FUND_SCREENING = "fund_screening", "专项资金申请须经初审通过"
    FUND_EXCLUSIONS = "fund_exclusions", "专项资金设不予安排的情形"
    FUND_PAY_EARLY = "fund_pay_early", "专项资金可以在验收前按进度拨付"


class ThresholdQuerySet(DatedQuerySet):
    def amount(self, key: str, on: date, level: str = Level.DISTRICT, *, default: int = 0) -> int:
        """The number in force on `on` for a level, else the one without a level, else `default`."""
        rows = self.on(on).filter(key=key, level__in=(level, "")).order_by("-level", "-valid_from", "-pk")
        return rows.values_list("amount", flat=True).first() or default

    def alike(self, on: date) -> Limits:
        """From where on papers are shown as look-alikes, the usual where no row says so; one query."""
        rows = self.on(on).filter(key__in=(ALIKE_TITLE, ALIKE_TEXT, ALIKE_COPIED)).order_by("valid_from", "pk")
        known = dict(rows.values_list("key", "amount"))
        return Limits(
            title=known.get(ALIKE_TITLE, 0) / 100 or Limits.title,
            text=known.get(ALIKE_TEXT, 0) / 100 or Limits.text,
            copied=known.get(ALIKE_COPIED, 0) or Limits.copied,
        )


class Threshold(Dated):
    """A number a local or statutory rule fixes, such as how many deputies a motion needs (地方组织法 22)."""

    key = models.CharField("事项", max_length=40, choices=ThresholdKey)
    level = models.CharField("层级", max_length=10, choices=Level.choices, blank=True, help_text="留空适用于各级。")
    amount = models.PositiveSmallIntegerField("数值")

    objects = ThresholdQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "数量规定"
        ordering = ["key", "level", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["key", "level", "valid_from"],
                name="suggestion_threshold_once",
                violation_error_message="同一事项、层级和生效日期已有规定。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}：{self.amount}"


class SwitchQuerySet(DatedQuerySet):
    def is_on(self, key: str, on: date) -> bool:
        """Whether the rule `key` is in force and switched on; a rule without a row is off."""
        return key in self.keys_on(on)

    def enabled(self, key: str, on: date) -> models.Subquery:
        """Whether the rule is switched on, inside another query; null without a row."""
        rows = self.on(on).filter(key=key).order_by("-valid_from", "-pk")
        return models.Subquery(rows.values("enabled")[:1])

    def keys_on(self, day: date) -> set[str]:
        """The rules that are switched on that day."""
        latest = self.on(day).order_by("key", "-valid_from", "-pk").distinct("key")
        return {row.key for row in latest if row.enabled}


class Switch(Dated):
    """A local rule that holds or does not hold."""

    key = models.CharField("规则", max_length=40, choices=SwitchKey)
    enabled = models.BooleanField("启用")

    objects = SwitchQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "规则开关"
        ordering = ["key", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                name="suggestion_switch_once",
                violation_error_message="同一规则和生效日期已有设置。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}：{'是' if self.enabled else '否'}"
