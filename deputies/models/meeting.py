from django.db import models
from django.db.models import F, Q

from deputies.numerals import chinese_number
from deputies.querysets import MeetingQuerySet


class MeetingKind(models.TextChoices):
    SESSION = "session", "代表大会会议"
    STANDING_COMMITTEE = "standing_committee", "常委会会议"
    COUNCIL = "council", "主任会议"
    PRESIDIUM = "presidium", "主席团会议"
    JOINT = "joint", "联席会议"


class Meeting(models.Model):
    """A session of the congress, or a meeting of its standing committee, chairpersons or presidium.

    `motion_cutoff_at` is the presidium's closing hour for motions of a session (议案截止时间).
    """

    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name="届",
    )
    kind = models.CharField("会议类型", max_length=20, choices=MeetingKind.choices, default=MeetingKind.SESSION)
    number = models.PositiveSmallIntegerField("次数", help_text="数字，如 5 表示第五次会议。")
    name = models.CharField("名称", max_length=60, blank=True, help_text="留空时自动生成，如“区五届人大五次会议”。")
    opens_on = models.DateField("开幕日期", null=True, blank=True)
    closes_on = models.DateField("闭幕日期", null=True, blank=True)
    motion_cutoff_at = models.DateTimeField("议案截止时间", null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会议"
        ordering = ["term", "kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "kind", "number"],
                name="meeting_once",
                violation_error_message="这次会议已经登记过了。",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(opens_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="meeting_closes_after_opening",
                violation_error_message="闭幕日期不能早于开幕日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.name = self.name or meeting_name(self.term, self.kind, self.number)
        super().save(*args, **kwargs)

    def in_session(self, on) -> bool:
        """Whether the day `on` lies between opening and closing; a meeting without dates is never in session."""
        return bool(self.opens_on and self.closes_on and self.opens_on <= on <= self.closes_on)


def meeting_name(term, kind: str, number: int) -> str:
    """The customary name: "区五届人大五次会议", "区五届人大常委会第三十次会议"."""
    prefix = f"{term.congress.locality}{chinese_number(term.number)}届人大"
    if kind == MeetingKind.SESSION:
        return f"{prefix}{chinese_number(number)}次会议"
    body = {
        MeetingKind.STANDING_COMMITTEE: "常委会",
        MeetingKind.COUNCIL: "常委会主任会议",
        MeetingKind.PRESIDIUM: "主席团",
        MeetingKind.JOINT: "联席会议",
    }[MeetingKind(kind)]
    return f"{prefix}{body}第{chinese_number(number)}次会议"
