import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from supervision.models.undertaking import Undertaking
from supervision.querysets.advice import AdviceQuerySet, ExpertMatterQuerySet, ExpertQuerySet
from supervision.states.advice import EXPERT_MATTER_FLOW, AdviceFate, ExpertPool, MatterState

S = MatterState


@tracked()
class ExpertField(Dated):
    """A field of knowledge experts are kept under (专业领域)."""

    code = models.SlugField("代码", max_length=30, unique=True, error_messages={"unique": "这个代码已经使用。"})
    name = models.CharField("名称", max_length=40)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "专家专业领域"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Expert(Versioned):
    """Somebody the standing committee asks: in which pool, for what, engaged until when."""

    name = models.CharField("姓名", max_length=20)
    pool = models.CharField("专家库", max_length=12, choices=ExpertPool)
    fields = models.ManyToManyField(ExpertField, related_name="experts", verbose_name="专业领域")
    employer = models.CharField("所在单位和职务", max_length=80)
    title = models.CharField("职称", max_length=40, blank=True)
    skill = models.CharField("专长", max_length=200, blank=True)
    phone = EncryptedTextField("联系电话", blank=True)
    engaged_by = models.CharField("聘请的决定", max_length=120)
    from_date = models.DateField("聘期起")
    until_date = models.DateField("聘期止", null=True, blank=True)
    end_reason = models.CharField("解聘理由", max_length=200, blank=True)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专家"
        ordering = ["pool", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="expert_days",
                violation_error_message="聘期止不能早于聘期起。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="expert_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("supervision:expert", args=[self.pk])


@pghistory.track()
class ExpertMatter(Versioned):
    """One matter put to experts together with a deputy group (代表小组+专家+事项); what they say stays with it."""

    title = models.CharField("事项", max_length=120)
    text = models.TextField("请教的问题")
    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="expert_matters", verbose_name="监督事项"
    )
    committee = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="expert_matters", verbose_name="负责的工作委员会"
    )
    group = models.ForeignKey(
        "deputies.DeputyGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="expert_matters",
        verbose_name="代表小组",
    )
    due_on = models.DateField("答复期限")
    state = models.CharField("状态", max_length=10, choices=S, default=S.OPEN, editable=False)
    opened_at = models.DateTimeField("提出时间")
    result = models.TextField("研究采纳情况", blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    objects = ExpertMatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专家咨询事项"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | ~Q(result=""),
                name="expert_matter_closed_has_result",
                violation_error_message="办结须写明研究采纳情况。",
            ),
        ]
        triggers = [
            EXPERT_MATTER_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="expert_matter_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:expert-matter", args=[self.pk])


@pghistory.track()
class Advice(Versioned):
    """What one expert, or one deputy of the group, says about a matter, and whether it was taken up."""

    matter = models.ForeignKey(ExpertMatter, models.PROTECT, related_name="advice", verbose_name="事项")
    expert = models.ForeignKey(
        Expert, models.PROTECT, null=True, blank=True, related_name="advice", verbose_name="专家"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="expert_advice", verbose_name="代表"
    )
    text = models.TextField("意见", blank=True)
    given_on = models.DateField("提出日期", null=True, blank=True)
    fate = models.CharField("采纳情况", max_length=12, choices=AdviceFate, blank=True)
    fate_reason = models.CharField("采纳情况说明", max_length=300, blank=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专家和代表意见"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expert__isnull=True) ^ Q(deputy__isnull=True),
                name="advice_of_one",
                violation_error_message="意见由专家或者代表提出。",
            ),
            models.UniqueConstraint(
                fields=["matter", "expert"], name="advice_of_expert_once", violation_error_message="已请教这位专家。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="advice_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.author}的意见"

    def get_absolute_url(self) -> str:
        return self.matter.get_absolute_url()

    @property
    def author(self) -> str:
        return str(self.expert) if self.expert else self.deputy.name
