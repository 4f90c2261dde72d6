from django.db import models

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from liaison_stations.states.handling import GroundUse


@tracked()
class LetterGround(Dated):
    """Why a letter is not taken up here, and where its writer may turn instead; each with its article."""

    code = models.SlugField("代码", max_length=40, unique=True, error_messages={"unique": "已有这个代码的理由。"})
    use = models.CharField("用于", max_length=10, choices=GroundUse)
    name = models.CharField("理由", max_length=60)
    channel = models.CharField(
        "应当向谁提出", max_length=200, blank=True, help_text="写明机关和办法，来信人能看到；不予受理的可以不填。"
    )
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "来信不予受理和其他渠道"
        ordering = ["use", "order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(use=GroundUse.DECLINE) | ~models.Q(channel=""),
                name="letter_ground_names_a_channel",
                violation_error_message="告知其他渠道的，请写明应当向谁提出。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
