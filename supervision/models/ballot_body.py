"""A body of voters of a ballot with weights (测评主体): its own people, its own box, its own papers."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from supervision.models.ballot import Ballot


@pghistory.track()
class BallotBody(models.Model):
    """One body of a weighted ballot; name and weight are copies of the rule's row.

    The numbers are fixed when the ballot opens. Each body has an electronic ballot of its own: papers of different
    bodies never lie in one box.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="bodies", verbose_name="表决")
    order = models.PositiveSmallIntegerField("顺序")
    name = models.CharField("测评主体", max_length=20)
    weight = models.PositiveSmallIntegerField("权重")
    all_members = models.PositiveIntegerField("应到人数", null=True, blank=True)
    present = models.PositiveIntegerField("到会人数", null=True, blank=True)
    papers_issued = models.PositiveIntegerField("发出纸质票", default=0)
    electronic = models.OneToOneField(
        "ballots.ElectronicBallot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="电子表决"
    )

    class Meta:
        verbose_name = verbose_name_plural = "测评主体"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "name"], name="ballot_body_once", violation_error_message="测评主体不能同名。"
            ),
            models.CheckConstraint(
                condition=Q(present__isnull=True) | Q(present__lte=F("all_members"), papers_issued__lte=F("present")),
                name="ballot_body_people",
                violation_error_message="发出票数不能多于到会人数，到会人数不能多于应到人数。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="ballot_body_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    @property
    def electronic_voters(self) -> int:
        """How many of it vote on their own device."""
        return (self.present or 0) - self.papers_issued if self.electronic_id else 0
