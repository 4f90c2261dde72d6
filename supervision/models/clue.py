from datetime import date

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.audit.history import tracked
from foundation.privacy.masking import mask_name
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from supervision.models.clue_approver import ClueApprover
from supervision.querysets.clues import ClueEntryQuerySet, ClueQuerySet, name_hash
from supervision.rules.clue_people import head, people_named
from supervision.states.clues import CLUE_FLOW, HANDED_ONWARD, ClueEntryKind, ClueOrigin, ClueState

S = ClueState


@tracked(exclude=["source_hash", "named_hashes"])
class Clue(Versioned):
    """A clue of a breach of discipline or law found in supervision, on its way to the discipline inspection.

    What it says and whom it names is encrypted, kept out of row history, and read by those named on the list alone.
    Where it arose is kept as a keyed hash: neither the database nor the row found by it tells that there is a clue.
    So are the names of those it is about: none of them finds it on the list, whoever named him to read there.
    """

    number = models.CharField("编号", max_length=20, unique=True, error_messages={"unique": "编号已使用。"})
    origin = models.CharField("线索来源", max_length=12, choices=ClueOrigin)
    source_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    source_ref = EncryptedTextField("来源事项", blank=True)
    summary = EncryptedTextField("线索摘要")
    text = EncryptedTextField("具体情况")
    persons = EncryptedTextField("反映的人员", blank=True)
    named_hashes = ArrayField(models.CharField(max_length=64), default=list, blank=True, editable=False)
    state = models.CharField("状态", max_length=10, choices=S, default=S.REGISTERED, editable=False)
    registered_at = models.DateTimeField("登记时间")
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    examined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审核人"
    )
    proposes_handing = models.BooleanField("审核人建议移送", null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="批准人"
    )
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    recipient = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接收机关"
    )
    document_number = models.CharField("移送函文号", max_length=60, blank=True)
    handed_on = models.DateField("移送日期", null=True, blank=True)
    received_on = models.DateField("签收日期", null=True, blank=True)
    receipt_number = models.CharField("回执编号", max_length=60, blank=True)
    is_accepted = models.BooleanField("接收机关受理", null=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    objects = ClueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问题线索"
        ordering = ["-registered_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=HANDED_ONWARD)
                | Q(recipient__isnull=False, handed_on__isnull=False, approved_by__isnull=False)
                & ~Q(document_number=""),
                name="clue_handed_with_document",
                violation_error_message="移送须经批准，并写明接收机关、文号和日期。",
            ),
            models.UniqueConstraint(
                fields=["document_number"],
                condition=~Q(document_number=""),
                name="clue_document_once",
                violation_error_message="这个文号已经使用，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=models.F("handed_on")),
                name="clue_received_after_handing",
                violation_error_message="签收日期不能早于移送日期。",
            ),
        ]
        triggers = [
            CLUE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="clue_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"问题线索{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:clue", args=[self.pk])

    @staticmethod
    def approving(on: date) -> models.QuerySet[ClueApprover]:
        """The rules of that day about who approves."""
        return ClueApprover.objects.on(on)

    @property
    def masked_persons(self) -> str:
        """The surnames of those it names ("张*、李**"); posts and houses are left out."""
        return "、".join(mask_name(head(line)) for line in self.persons.splitlines() if line.strip())

    def write_persons(self, persons: str) -> None:
        """Takes down whom it names, and how they are kept from reading it."""
        self.persons = persons.strip()
        self.named_hashes = sorted(name_hash(name) for name in people_named(self.persons))


class ClueEntry(models.Model):
    """One line of a clue's story, never changed: what was told, by whom, with which papers."""

    clue = models.ForeignKey(Clue, models.PROTECT, related_name="entries", verbose_name="问题线索")
    kind = models.CharField("事项", max_length=10, choices=ClueEntryKind)
    text = EncryptedTextField("内容", blank=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="经手人")

    objects = ClueEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问题线索办理经过"
        ordering = ["at", "pk"]
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(name="clue_entry_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="clue_entry_is_fixed", exclude=["text"]),
        ]

    def __str__(self) -> str:
        return f"{self.clue}：{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return self.clue.get_absolute_url()
