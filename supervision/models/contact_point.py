import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.models.published import Published
from supervision.querysets.advice import ContactPointQuerySet, DraftOpinionQuerySet, DraftQuerySet
from supervision.states.advice import DRAFT_FLOW, AdviceFate, DraftState

S = DraftState


@tracked()
class ContactPoint(Published):
    """A legislative contact point (立法联系点): where drafts of law are put before those they concern."""

    name = models.CharField("名称", max_length=60, unique=True, error_messages={"unique": "已有同名联系点。"})
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="contact_points", verbose_name="所在乡镇街道人大"
    )
    area = models.ForeignKey(
        "deputies.Area", models.PROTECT, null=True, blank=True, related_name="contact_points", verbose_name="所在区域"
    )
    host = models.CharField("依托单位", max_length=80)
    address = models.CharField("地址", max_length=120, blank=True)
    head = models.CharField("负责人", max_length=20)
    approved_by = models.CharField("设立的决定", max_length=120)
    from_date = models.DateField("设立日期")
    until_date = models.DateField("撤销日期", null=True, blank=True)
    end_reason = models.CharField("撤销理由", max_length=200, blank=True)
    how_to = models.CharField("怎样提意见", max_length=300, blank=True)

    objects = ContactPointQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "立法联系点"
        ordering = ["organisation", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="contact_point_days",
                violation_error_message="撤销日期不能早于设立日期。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="contact_point_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("supervision:contact-points")


@pghistory.track()
class LawDraft(Published):
    """A draft put out at contact points: asked until a day, sent up together, told back what became of it."""

    title = models.CharField("草案名称", max_length=120)
    source = models.CharField("征求意见的机关", max_length=80, help_text="如“市人大常委会法制工作委员会”。")
    text = models.TextField("征求意见的内容")
    points = models.ManyToManyField(ContactPoint, related_name="drafts", verbose_name="联系点")
    due_on = models.DateField("征求意见截止日期")
    state = models.CharField("状态", max_length=10, choices=S, default=S.OPEN, editable=False)
    opened_at = models.DateTimeField("发布时间")
    report = models.TextField("汇总报送的情况", blank=True)
    sent_at = models.DateTimeField("报送时间", null=True, blank=True)
    result = models.TextField("采纳情况", blank=True)
    closed_at = models.DateTimeField("反馈时间", null=True, blank=True)
    public_result = models.TextField("公布的采纳情况", blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "征求意见的草案"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | ~Q(result=""),
                name="law_draft_closed_has_result",
                violation_error_message="反馈须写明采纳情况。",
            ),
        ]
        triggers = [
            DRAFT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="law_draft_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:law-draft", args=[self.pk])


@pghistory.track()
class DraftOpinion(Versioned):
    """One opinion on an article of a draft, heard at a contact point, and its fate."""

    draft = models.ForeignKey(LawDraft, models.PROTECT, related_name="opinions", verbose_name="草案")
    point = models.ForeignKey(ContactPoint, models.PROTECT, related_name="opinions", verbose_name="联系点")
    article = models.CharField("条款", max_length=40, help_text="如“第十二条第二款”；对整个草案的，写“整体”。")
    text = models.TextField("意见和理由")
    from_whom = models.CharField("提出人", max_length=60, help_text="写明身份，如“企业法务人员”，不写姓名和电话。")
    entered_at = models.DateTimeField("登记时间")
    fate = models.CharField("采纳情况", max_length=12, choices=AdviceFate, blank=True)
    fate_reason = models.CharField("采纳情况说明", max_length=300, blank=True)

    objects = DraftOpinionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "立法联系点意见"
        ordering = ["draft", "pk"]
        triggers = [pgtrigger.Protect(name="draft_opinion_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.article}的意见"

    def get_absolute_url(self) -> str:
        return self.draft.get_absolute_url()
