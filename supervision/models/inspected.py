import pghistory
import pgtrigger
from django.db import models

from supervision.models.problem import Problem
from supervision.models.undertaking import Undertaking
from supervision.querysets.inspection import InsideQuerySet


@pghistory.track()
class LawArticle(models.Model):
    """One article that an enforcement inspection looks at, and how it is observed."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="articles", verbose_name="监督事项")
    law = models.CharField("法律法规", max_length=100)
    article = models.CharField("条文", max_length=60)
    duty = models.TextField("规定的职责和检查要点")
    finding = models.TextField("检查情况", blank=True)

    objects = InsideQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "检查条文"
        ordering = ["undertaking", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "law", "article"],
                name="law_article_once",
                violation_error_message="该条文已经列入清单。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="law_article_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"《{self.law}》{self.article}"

    def get_absolute_url(self) -> str:
        return self.undertaking.get_absolute_url()


@pghistory.track()
class JointDecision(models.Model):
    """Something a joint meeting has agreed on: who does it until when. It is followed as a row of the issue ledger."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="decisions", verbose_name="监督事项")
    number = models.PositiveSmallIntegerField("序号")
    text = models.TextField("议定事项")
    problem = models.OneToOneField(Problem, models.PROTECT, related_name="decision", verbose_name="落实台账")

    class Meta:
        verbose_name = verbose_name_plural = "联席会议议定事项"
        ordering = ["undertaking", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "number"], name="joint_decision_once", violation_error_message="该序号已经使用。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="joint_decision_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"议定事项{self.number}：{self.text[:40]}"

    def get_absolute_url(self) -> str:
        return self.problem.get_absolute_url()
