import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import DeputyQuerySet
from foundation.accounts.pinyin import person_key
from foundation.workflow.models import Versioned


class Sex(models.TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class BirthPrecision(models.TextChoices):
    MONTH = "month", "年月"
    DAY = "day", "年月日"


@pghistory.track()
class Deputy(Versioned):
    """A person who holds, or held, mandates. Telephone and e-mail stand in DeputyContact, apart from the rest (F94).

    `birth_month` is the first day of the month unless `birth_precision` says that the day is known.
    """

    name = models.CharField("姓名", max_length=40, db_index=True)
    sex = models.CharField("性别", max_length=6, choices=Sex.choices, blank=True)
    ethnic_group = models.CharField("民族", max_length=20, blank=True)
    birth_month = models.DateField("出生年月", null=True, blank=True)
    birth_precision = models.CharField(
        "出生日期精度", max_length=5, choices=BirthPrecision.choices, default=BirthPrecision.MONTH
    )
    native_place = models.CharField("籍贯", max_length=40, blank=True)
    education = models.CharField("文化程度", max_length=20, blank=True)
    degree = models.CharField("学位", max_length=20, blank=True)
    party = models.CharField("政治面貌", max_length=20, blank=True)
    employer_title = models.CharField("工作单位及职务", max_length=120, blank=True)
    occupation = models.CharField("代表类别", max_length=30, blank=True)
    returned_overseas = models.BooleanField("归侨", default=False)
    first_elected = models.PositiveSmallIntegerField(
        "首次当选届次", null=True, blank=True, help_text="数字，如 4 表示第四届时首次当选本级人大代表。"
    )
    certificate_no = models.CharField("代表证号", max_length=30, blank=True)
    profile = models.TextField("个人简介", blank=True, help_text="经本人同意、审核后可以在代表风采中公开。")
    remark = models.CharField("备注", max_length=200, blank=True)
    pinyin_key = models.CharField(
        "拼音排序", max_length=200, blank=True, db_index=True, help_text="用于排序，可改正多音字。"
    )
    pinyin_initials = models.CharField("拼音首字母", max_length=20, blank=True, editable=False, db_index=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deputy",
        verbose_name="登录账号",
    )

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表"
        ordering = ["pinyin_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="deputy_has_name", violation_error_message="请填写姓名。"
            ),
            models.UniqueConstraint(
                fields=["certificate_no"],
                condition=~Q(certificate_no=""),
                name="certificate_once",
                violation_error_message="这个代表证号已登记在另一位代表名下。",
            ),
            models.CheckConstraint(
                condition=Q(first_elected__isnull=True) | Q(first_elected__gte=1),
                name="deputy_first_elected",
                violation_error_message="首次当选届次应当从 1 起。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.set_pinyin()
        super().save(*args, **kwargs)

    def set_pinyin(self) -> None:
        """Fills the sort key unless somebody has written one, and derives the initials from it."""
        self.pinyin_key = self.pinyin_key or person_key(self.name)
        syllables = [part for part in self.pinyin_key.split() if part.isascii()]
        self.pinyin_initials = "".join(part[0] for part in syllables)[:20]

    def get_absolute_url(self) -> str:
        return reverse("deputies:detail", args=[self.pk])

    @property
    def birth_text(self) -> str:
        """ "1975年8月", with the day where it is known; empty when the month is not known."""
        if not self.birth_month:
            return ""
        day = f"{self.birth_month.day}日" if self.birth_precision == BirthPrecision.DAY else ""
        return f"{self.birth_month.year}年{self.birth_month.month}月{day}"
