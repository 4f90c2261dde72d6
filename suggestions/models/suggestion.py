import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from deputies.states import Level
from foundation.search.models import Resembling, Searchable
from foundation.web.links import row_url
from foundation.workflow.models import Versioned
from suggestions.models.suggestion_facts import SuggestionFacts
from suggestions.querysets import SuggestionQuerySet
from suggestions.states import SUGGESTION_FLOW, Channel, Consequence, Ending, Kind, Origin, SuggestionState

# By registration; what was handed in but not registered stands where it came in, and not above everything else.
NEWEST = Coalesce("registered_at", "submitted_at", "created_at").desc()


class Suggestion(SuggestionFacts, Resembling, Searchable, Versioned):
    """A suggestion, criticism or opinion of a deputy, or a motion (代表法 15, 24, 36), through its whole life.

    `lead` is the mandate it was raised under; `delegation` and `township` are facts of the day it was written.
    `first_assigned_on` is T0, from which the law counts three or six months (代表法 51).
    """

    kind = models.CharField("种类", max_length=10, choices=Kind, default=Kind.SUGGESTION)
    origin = models.CharField("来源", max_length=20, choices=Origin, default=Origin.SUGGESTION)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    term = models.ForeignKey("deputies.Term", on_delete=models.PROTECT, related_name="suggestions", verbose_name="届")
    meeting = models.ForeignKey(
        "deputies.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name="大会会议",
        help_text="大会期间提出的为本次会议；闭会期间提出的为最近一次会议。",
    )
    channel = models.CharField("提出时间", max_length=10, choices=Channel, default=Channel.RECESS)
    lead = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="led_suggestions", verbose_name="领衔代表"
    )
    delegation = models.ForeignKey(
        "deputies.Delegation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表团"
    )
    township = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="乡镇人大",
    )

    title = models.CharField("标题", max_length=120)
    facts = models.TextField("案由", blank=True, help_text="基本情况和存在的问题。")
    grounds = models.TextField("案据", blank=True, help_text="提出的理由和依据。")
    proposals = models.TextField("具体建议", blank=True)
    wished_category = models.ForeignKey(
        "suggestions.Category",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="建议类别",
    )
    wished_unit = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="建议承办单位",
    )
    # Empty until the deputy has chosen: consent is his word, never a preset.
    agree_to_publish = models.BooleanField("同意公开", null=True, blank=True)
    wants_interview = models.BooleanField("希望办理前面商", default=False)
    from_survey = models.BooleanField("来自调研视察", default=False)
    from_reception = models.BooleanField("来自接待选民", default=False)
    from_inspection = models.BooleanField("来自执法检查", default=False)
    raised_before = models.CharField("以前提出过（年份、编号）", max_length=100, blank=True)
    raised_before_as = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="raised_again",
        verbose_name="以前提出的建议",
    )
    from_circle = models.ForeignKey(
        "deputies.CircleMatter",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="suggestions",
        verbose_name="来自专业代表小组咨询",
    )
    cosign_until = models.DateField("联名答复期限", null=True, blank=True)

    state = models.CharField(
        "状态", max_length=12, choices=SuggestionState, default=SuggestionState.DRAFT, editable=False
    )
    created_at = models.DateTimeField("起草时间")
    saved_at = models.DateTimeField("最后保存时间")
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    review_note = models.TextField("审查意见", blank=True)
    refusal_ground = models.ForeignKey(
        "suggestions.RefusalGround",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="不予立案情形",
    )

    refusal_result = models.CharField("不予立案的处理", max_length=10, choices=Consequence, blank=True)

    number = models.PositiveIntegerField("编号", null=True, blank=True)
    number_text = models.CharField("编号写法", max_length=40, blank=True)
    series = models.ForeignKey(
        "suggestions.NumberSeries",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="编号序列",
    )
    motion_number = models.PositiveIntegerField("议案编号", null=True, blank=True)
    motion_number_text = models.CharField("议案编号写法", max_length=40, blank=True)
    category = models.ForeignKey(
        "suggestions.Category",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name="类别",
    )
    supervising_committee = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supervised_suggestions",
        verbose_name="督办工委",
    )
    registered_at = models.DateTimeField("立案时间", null=True, blank=True)

    is_difficult = models.BooleanField("涉及面广、难度大", default=False)
    is_key = models.BooleanField("重点督办", default=False)
    first_assigned_on = models.DateField("交办日期", null=True, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    ending = models.CharField("办结方式", max_length=12, choices=Ending, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawal_asked_at = models.DateTimeField("提请撤回时间", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回原因", max_length=500, blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    published_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="公开经办人"
    )
    public_copy = models.ForeignKey(
        "suggestions.PublicCopy",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="公开文本",
        editable=False,
    )
    # A reply has come since the copy was checked; it is not public until somebody has looked at it.
    unchecked_since = models.DateTimeField("待公开审查起", null=True, blank=True, editable=False)
    secrecy_note = models.CharField("保密审查意见", max_length=200, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)

    objects = SuggestionQuerySet.as_manager()
    resembles_by = ("title", "facts", "grounds", "proposals", "submitted_at")

    class Meta(Searchable.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "代表建议"
        ordering = [NEWEST, "-pk"]
        indexes = [
            *Searchable.Meta.indexes,
            models.Index(NEWEST, F("id").desc(), name="suggestion_newest"),
            models.Index(fields=["state", "registered_at", "id"], name="suggestion_by_state"),
            models.Index(fields=["delegation", "registered_at"], name="suggestion_by_delegation"),
            models.Index(fields=["category", "registered_at"], name="suggestion_by_category"),
            models.Index(fields=["meeting", "number"], name="suggestion_by_number"),
            models.Index(fields=["state"], condition=Q(is_key=True), name="suggestion_key"),
            models.Index(fields=["supervising_committee", "state"], name="suggestion_supervised"),
            models.Index(
                fields=["published_at", "id"], condition=Q(published_at__isnull=False), name="suggestion_published"
            ),
            models.Index(
                fields=["unchecked_since"], condition=Q(unchecked_since__isnull=False), name="suggestion_unchecked"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(raised_before_as__isnull=True) | ~Q(raised_before_as=F("id")),
                name="suggestion_not_raised_as_itself",
                violation_error_message="以前提出的建议不能是本件。",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(public_copy__isnull=False),
                name="suggestion_published_as_copy",
                violation_error_message="公开前须先审查公开文本。",
            ),
            models.UniqueConstraint(
                fields=["series", "number"],
                name="suggestion_number_once",
                violation_error_message="同一序列中已有这个编号，请重新编号。",
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="suggestion_has_title", violation_error_message="请填写标题。"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["registered", "assigned", "handling", "replied", "rehandling", "closed"])
                | ~Q(number_text=""),
                name="suggestion_registered_with_number",
                violation_error_message="已立案的建议必须有编号。",
            ),
            models.CheckConstraint(
                condition=~Q(state="not_filed") | Q(refusal_ground__isnull=False),
                name="suggestion_refused_with_ground",
                violation_error_message="不予立案须引用具体情形。",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | ~Q(ending=""),
                name="suggestion_closed_with_ending",
                violation_error_message="办结须写明办结方式。",
            ),
        ]
        triggers = [
            SUGGESTION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(
                name="suggestion_is_kept", operation=pgtrigger.Delete, condition=~pgtrigger.Q(old__state="draft")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number_text} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return row_url("suggestions:detail", self.pk)

    def search_source(self) -> str:
        return "\n".join([self.number_text, self.title, self.facts, self.grounds, self.proposals])

    def compared(self) -> tuple[str, str]:
        """Title and body as they are compared with others."""
        return self.title, "\n".join([self.facts, self.grounds, self.proposals])

    def resemblance(self) -> tuple[str, str] | None:
        """A draft is compared with others; others are not compared with a draft."""
        return self.compared() if self.submitted_at else None
