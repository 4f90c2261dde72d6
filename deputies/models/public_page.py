import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import PublicPageQuerySet
from deputies.states import PAGE_FLOW, Consent, PageState
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned

# Without 0/o, 1/l/i: the code is read from a wall and typed by people of every age.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 7


def new_code() -> str:
    """A short code that says nothing about the person: 31⁷ of them, so that nobody walks through all."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


@tracked()
class PublicPage(Versioned):
    """What the public reads of one deputy, and under which short address (代表码).

    The basics and the figures come from the register and the file themselves. `profile`, and the photograph kept as a
    file of this row, are the copies the office signed off; they are there only while the deputy agrees.
    """

    deputy = models.OneToOneField(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="public_page", verbose_name="代表"
    )
    code = models.CharField("短地址", max_length=12, unique=True, default=new_code, editable=False)
    state = models.CharField("状态", max_length=10, choices=PageState, default=PageState.HIDDEN, editable=False)
    consent = models.CharField("本人意见", max_length=10, choices=Consent, default=Consent.UNASKED, editable=False)
    consented_at = models.DateTimeField("表示意见时间", null=True, blank=True, editable=False)
    consent_note = models.CharField("书面意见说明", max_length=200, blank=True)
    profile = models.TextField("公开的个人简介", blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="审核人",
    )
    signed_at = models.DateTimeField("审核时间", null=True, blank=True)
    hidden_reason = models.CharField("撤下理由", max_length=200, blank=True)

    objects = PublicPageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表公开页面"
        ordering = ["deputy__pinyin_key", "pk"]
        triggers = [PAGE_FLOW.fsm_trigger("state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PageState.HIDDEN) | (Q(signed_by__isnull=False) & Q(signed_at__isnull=False)),
                name="page_shown_is_signed",
                violation_error_message="公开页面须经代表联络工作机构审核。",
            ),
            models.CheckConstraint(
                condition=Q(profile="") | Q(consent=Consent.GIVEN),
                name="page_words_with_consent",
                violation_error_message="个人简介须经本人同意才能公开。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}的公开页面"

    def get_absolute_url(self) -> str:
        return reverse("d:page", args=[self.code])

    @property
    def has_consent(self) -> bool:
        return self.consent == Consent.GIVEN


class PageVisits(models.Model):
    """How often one public page was opened on one day: a number, and nothing about who came."""

    page = models.ForeignKey(PublicPage, on_delete=models.CASCADE, related_name="visits", verbose_name="公开页面")
    on = models.DateField("日期")
    count = models.PositiveIntegerField("次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "公开页面访问次数"
        constraints = [
            models.UniqueConstraint(fields=["page", "on"], name="page_visits_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.on}：{self.count}"
