from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from foundation.files.models import StoredFile
from foundation.files.store import attach_files
from foundation.privacy.masking import mask_numbers
from foundation.search.models import Searchable
from suggestions.models.text_version import TEXT_FIELDS
from suggestions.querysets import PublicCopyQuerySet
from suggestions.states import CheckPoint

LABELS = dict(zip(TEXT_FIELDS, ("标题", "案由", "案据", "具体建议"), strict=True))
REPLY_FIELDS = {"body": "答复正文", "commitment_text": "承诺事项", "co_opinion_note": "会办意见说明"}


@dataclass(frozen=True)
class OpenText:
    """One text on its way to the public: as it was written, and as it would be read.

    `key` names it within the case, `section` the paper it stands in; `is_new` where the last
    version of the copy does not have it.
    """

    key: str
    section: str
    label: str
    original: str
    proposed: str
    is_new: bool = False


class PublicCopy(Searchable):
    """What everybody reads of a suggestion: a record of its own, made from the original and checked by a person (L17).

    A version is never changed; a later reply or a second thought makes the next one. `made_by` and `checked` are empty
    where the page of an earlier version of the portal was taken over as it stood.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="public_copies", verbose_name="建议"
    )
    number = models.PositiveSmallIntegerField("版次")
    # Longer than the original: a mark may be longer than the word it covers.
    title = models.CharField("标题", max_length=300)
    facts = models.TextField("案由", blank=True)
    grounds = models.TextField("案据", blank=True)
    proposals = models.TextField("具体建议", blank=True)
    checked = ArrayField(models.CharField(max_length=12, choices=CheckPoint), verbose_name="已核对", default=list)
    secrecy_note = models.CharField("保密审查意见", max_length=200, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审查人"
    )
    made_at = models.DateTimeField("审查时间")

    objects = PublicCopyQuerySet.as_manager()

    class Meta(Searchable.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "公开文本"
        ordering = ["suggestion", "number"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "number"], name="public_copy_once"),
            models.CheckConstraint(
                condition=models.Q(made_by__isnull=True) | models.Q(checked__contains=CheckPoint.values),
                name="public_copy_checked",
                violation_error_message="请逐项核对后再公开。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="public_copy_kept",
                operation=pgtrigger.UpdateOf(*TEXT_FIELDS, "number", "checked", "made_by_id", "made_at")
                | pgtrigger.Delete,
            )
        ]

    def __str__(self) -> str:
        return f"公开文本第{self.number}版"

    def search_source(self) -> str:
        return "\n".join([self.suggestion.number_text, self.title, self.facts, self.grounds, self.proposals])

    def words(self) -> dict[str, str]:
        """Every text of this version under its key."""
        found = {name: getattr(self, name) for name in TEXT_FIELDS}
        for reply in self.replies.all():
            found |= {key: text for key, _, text in reply_texts(reply, reply.reply_id)}
        return found


class PublicReply(models.Model):
    """What everybody reads of one reply, as part of one version of the copy. Never changed."""

    copy = models.ForeignKey(
        "suggestions.PublicCopy", on_delete=models.PROTECT, related_name="replies", verbose_name="公开文本"
    )
    reply = models.ForeignKey(
        "suggestions.Reply", on_delete=models.PROTECT, related_name="public_words", verbose_name="答复"
    )
    points = models.JSONField("逐条答复", default=list, blank=True)
    body = models.TextField("正文", blank=True)
    commitment_text = models.TextField("承诺事项", blank=True)
    co_opinion_note = models.TextField("会办意见说明", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "答复的公开文本"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["copy", "reply"], name="public_reply_once")]
        triggers = [pgtrigger.Protect(name="public_reply_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.copy}：{self.reply}"


def reply_texts(reply: Any, pk: int) -> list[tuple[str, str, str]]:
    """(key, label, text) of everything a reply, or its public words, says; nothing empty."""
    found = []
    for place, row in enumerate(reply.points, 1):
        found.append((f"reply-{pk}-point-{place}", f"第{place}条建议", row.get("point", "")))
        found.append((f"reply-{pk}-answer-{place}", f"第{place}条答复", row.get("answer", "")))
    found += [(f"reply-{pk}-{name}", label, getattr(reply, name)) for name, label in REPLY_FIELDS.items()]
    return [row for row in found if row[2].strip()]


def open_texts(suggestion: Any) -> list[OpenText]:
    """Everything of the case that would be read by everybody: its text and its open replies, in their order.

    Proposed is what the last version of the copy says; of what is new, the text with its numbers masked.
    """
    known = suggestion.public_copy.words() if suggestion.public_copy else {}
    found = [(name, "建议", LABELS[name], getattr(suggestion, name)) for name in TEXT_FIELDS]
    for reply in suggestion.open_replies():
        section = f"{reply.assignment.unit}的答复（{reply.round}）"
        found += [(key, section, label, text) for key, label, text in reply_texts(reply, reply.pk)]
    texts = [row for row in found if row[-1].strip()]
    return [
        OpenText(*row, known.get(row[0], mask_numbers(row[-1])), bool(known) and row[0] not in known) for row in texts
    ]


def attached(suggestion: Any) -> list[StoredFile]:
    """What is attached to the text and to the open replies."""
    owners = [suggestion, *suggestion.open_replies()]
    attach_files(owners)
    return [file for owner in owners for file in owner.files]


def is_picture(file: StoredFile) -> bool:
    return file.media_type.startswith("image/")


def open_pictures(suggestion: Any) -> list[StoredFile]:
    """The pictures among them: the only attachments that may be opened to the public, each by a person's choice."""
    return [file for file in attached(suggestion) if is_picture(file)]
