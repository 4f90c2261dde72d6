from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Q

from foundation.vault.fields import EncryptedTextField
from suggestions.models.document_head import DocumentHead
from suggestions.models.reply_template import blanks_in
from suggestions.querysets import ReplyQuerySet
from suggestions.states import PaperUse


class Reply(models.Model):
    """A unit's answer in one round: a draft until delivered, then a document that nothing can change.

    `points` is a list of {"point": …, "answer": …}, one for each proposal that is answered by itself.
    """

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="replies", verbose_name="承办任务"
    )
    round = models.ForeignKey(
        "suggestions.Round", on_delete=models.PROTECT, related_name="replies", verbose_name="轮次"
    )
    result_class = models.ForeignKey(
        "suggestions.ResultClass",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="办理结果分类",
    )
    doc_number = models.CharField("文号", max_length=60, blank=True)
    points = models.JSONField("逐条答复", default=list, blank=True)
    body = models.TextField("正文", blank=True)
    publish = models.BooleanField("可以公开", null=True, blank=True)
    signatory = models.CharField("签发人", max_length=40, blank=True)
    signatory_post = models.CharField("签发人职务", max_length=40, blank=True)
    sealed_on = models.DateField("用印日期", null=True, blank=True)
    seal_note = models.CharField("用印说明", max_length=100, blank=True)
    contact_person = models.CharField("联系人", max_length=40, blank=True)
    contact_phone = EncryptedTextField("联系电话", blank=True)
    copy_to = models.CharField("抄送", max_length=200, blank=True)
    co_opinion_note = models.CharField("会办意见未到的说明", max_length=300, blank=True)
    commitment_text = models.TextField("承诺事项", blank=True)
    commitment_due = models.DateField("承诺完成日期", null=True, blank=True)
    drafted_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草人"
    )
    drafted_at = models.DateTimeField("起草时间")
    saved_at = models.DateTimeField("最后保存时间")
    signed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发账号"
    )
    signed_at = models.DateTimeField("签发时间", null=True, blank=True)
    delivered_at = models.DateTimeField("答复时间", null=True, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "答复"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "round"], name="reply_once_per_round", violation_error_message="本轮已有答复。"
            ),
            models.CheckConstraint(
                condition=Q(delivered_at__isnull=True) | Q(result_class__isnull=False) | Q(imported_at__isnull=False),
                name="reply_delivered_with_class",
                violation_error_message="答复须标明办理结果分类。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="reply_delivered_is_fixed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__delivered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.doc_number or f"{self.assignment.unit}答复稿"

    def blanks(self) -> list[str]:
        """What a template left to be filled in and nobody has, such as 【完成时间】 (F28)."""
        points = [text for row in self.points for text in (row.get("point", ""), row.get("answer", ""))]
        return blanks_in(*points, self.body, self.commitment_text)

    @property
    def is_draft(self) -> bool:
        """What the letter of one that is not delivered says on every page."""
        return self.delivered_at is None

    def is_numbered_on(self, on: date) -> bool:
        """Whether the unit's own series gives this reply its number."""
        return DocumentHead.objects.of(self.assignment.unit_id, PaperUse.REPLY, on) is not None

    @property
    def is_delivered(self) -> bool:
        return self.delivered_at is not None

    def missing(self, on: date) -> list[str]:
        """Chinese names of what this draft still lacks before it can be signed (domain 2.9).

        The number is nobody's to fill in where the unit has a series on `on`: it is taken on signing.
        """
        wanted = [("联系人", self.contact_person), ("联系电话", self.contact_phone)]
        missing = [label for label, value in wanted if not value.strip()]
        if not self.doc_number.strip() and not self.is_numbered_on(on):
            missing.insert(0, "文号")
        if not self.body.strip() and not any(point.get("answer", "").strip() for point in self.points):
            missing.insert(0, "答复正文")
        if self.result_class is None:
            missing.append("办理结果分类")
        elif self.result_class.needs_commitment and not (self.commitment_text.strip() and self.commitment_due):
            missing.append("承诺事项和完成日期")
        missing += [f"正文中的空{blank}" for blank in self.blanks()]
        if self.publish is None:
            missing.append("答复是否公开")
        return missing


class ReplyVersion(models.Model):
    """A saved state of a reply draft; append-only."""

    reply = models.ForeignKey(
        "suggestions.Reply", on_delete=models.PROTECT, related_name="versions", verbose_name="答复"
    )
    number = models.PositiveSmallIntegerField("版次")
    content = models.JSONField("内容")
    saved_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="保存人")
    saved_at = models.DateTimeField("保存时间")

    class Meta:
        verbose_name = verbose_name_plural = "答复版本"
        ordering = ["reply", "number"]
        constraints = [models.UniqueConstraint(fields=["reply", "number"], name="reply_version_once")]
        triggers = [pgtrigger.Protect(name="reply_version_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"第{self.number}稿"


class ReplyCheck(models.Model):
    """One look of the checking office at a signed reply: passed on, or returned with a reason. Append-only."""

    reply = models.ForeignKey("suggestions.Reply", on_delete=models.PROTECT, related_name="checks", verbose_name="答复")
    checked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="审核人")
    checked_at = models.DateTimeField("审核时间")
    passed = models.BooleanField("通过")
    reason = models.TextField("退回理由", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "答复审核"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(passed=True) | ~Q(reason=""),
                name="reply_returned_with_reason",
                violation_error_message="退回答复须说明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="reply_check_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return "审核通过" if self.passed else "审核退回"
