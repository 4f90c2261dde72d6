from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets.voters import VoterContactQuerySet
from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned


@tracked(exclude=["phone_hash"])
class VoterContact(Versioned):
    """A voter whom a deputy keeps in touch with (固定联系选民), with the voter's consent.

    Name, telephone and address are the citizen's: encrypted, kept out of the row history, read by the deputy alone and
    on a logged request, and erased when he stops (F94). What stays is that there was somebody, from when until when.
    """

    deputy = models.ForeignKey("deputies.Deputy", on_delete=models.PROTECT, related_name="voters", verbose_name="代表")
    name = EncryptedTextField("姓名", blank=True)
    phone = EncryptedTextField("联系电话", blank=True)
    phone_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    place = EncryptedTextField("住址", blank=True)
    agreed_on = models.DateField("本人同意日期")
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)
    end_reason = models.CharField("停止理由", max_length=200, blank=True)
    erased_at = models.DateTimeField("个人信息删除时间", null=True, blank=True)

    objects = VoterContactQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "固定联系选民"
        ordering = ["from_date", "pk"]
        indexes = [models.Index(fields=["deputy", "until_date"], name="voter_of_deputy")]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "phone_hash"],
                condition=Q(until_date__isnull=True) & ~Q(phone_hash=""),
                name="voter_once_per_deputy",
                violation_error_message="这个电话已在您的固定联系选民中。",
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | (Q(until_date__gte=F("from_date")) & ~Q(end_reason="")),
                name="voter_ends_after_start",
                violation_error_message="截止日期不能早于起始日期，并须写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(phone_hash=""),
                name="voter_erased_wholly",
                violation_error_message="删除个人信息时须一并删除电话的查找码。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}的固定联系选民（编号{self.pk}）"

    def get_absolute_url(self) -> str:
        return reverse("deputies:voters")

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None
