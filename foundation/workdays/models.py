from django.db import models


class CalendarYear(models.Model):
    """A year for which the office keeps holidays and make-up days; official once the State Council's notice is in."""

    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    is_official = models.BooleanField(
        "已录入正式通知", default=True, help_text="未勾选时，涉及本年的期限一律标注“暂定”。"
    )
    notice = models.CharField("依据文件", max_length=200, blank=True)
    loaded_at = models.DateTimeField("录入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "年度节假日安排"
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year__range=(1950, 2200)),
                name="workdays_year_plausible",
                violation_error_message="年份应在1950至2200之间，请核对。",
            ),
            models.CheckConstraint(
                condition=models.Q(is_official=False) | ~models.Q(notice=""),
                name="workdays_official_has_notice",
                violation_error_message="标为正式安排时，须填写依据文件名称。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年"


class SpecialDay(models.Model):
    """A holiday, or a weekend day that is worked in its stead (调休)."""

    date = models.DateField("日期", unique=True, error_messages={"unique": "这一天已经录入，请直接修改原有记录。"})
    is_workday = models.BooleanField("上班", default=False, help_text="勾选表示调休上班，不勾选表示放假。")
    name = models.CharField("名称", max_length=40)
    year = models.ForeignKey(CalendarYear, models.CASCADE, related_name="days", verbose_name="年度")

    class Meta:
        verbose_name = verbose_name_plural = "节假日与调休上班日"
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(date__year=models.F("year")),
                name="workdays_day_in_its_year",
                violation_error_message="日期不在所选年度内，请核对。",
            ),
        ]

    def __str__(self) -> str:
        day = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return f"{day} {self.name}{'（上班）' if self.is_workday else ''}"
