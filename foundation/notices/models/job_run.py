"""Jobs that may run once per period, whoever starts them."""

from django.db import models


class JobRun(models.Model):
    """One job in one period, for example the digest of a day. `done_at` stays empty until the job has ended well."""

    job = models.CharField("任务", max_length=60)
    period = models.CharField("周期", max_length=30)
    done_at = models.DateTimeField("完成时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "定期任务"
        constraints = [models.UniqueConstraint(fields=["job", "period"], name="jobrun_once")]

    def __str__(self) -> str:
        return f"{self.job} {self.period}"
