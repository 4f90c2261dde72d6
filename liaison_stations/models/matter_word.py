from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from deputies.models.dated import Dated
from foundation.audit.history import tracked

LONGEST = 12


@tracked()
class MatterWord(Dated):
    """One matter people write about, and the words in which they tell of it. Letters are grouped and named by these."""

    name = models.CharField("事项", max_length=20, help_text="在民情热点中显示的名称。")
    words = models.TextField(
        "群众的说法", blank=True, max_length=2000, help_text="用空格分开；同一个词只能属于一个事项，较长的词优先。"
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "民情事项和用词"
        ordering = ["pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "valid_from"],
                name="matter_word_once",
                violation_error_message="这个事项在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A word stands for one matter only, as long as both rows are in force together."""
        own = set(self.words.split())
        if long := sorted(word for word in own if len(word) > LONGEST):
            raise ValidationError({"words": f"“{long[0]}”太长，每个词最多{LONGEST}个字，词与词之间用空格分开。"})
        others = type(self).objects.exclude(pk=self.pk).exclude(name=self.name)
        if self.valid_until:
            others = others.filter(valid_from__lte=self.valid_until)
        for row in others.exclude(valid_until__lt=self.valid_from):
            if both := sorted(own & {row.name, *row.words.split()}):
                raise ValidationError({"words": f"“{both[0]}”已经属于“{row.name}”，请先在那里去掉。"})

    @classmethod
    def in_force(cls, day: date) -> dict[str, str]:
        """Name of each matter → its words on `day`; one query."""
        return dict(cls.objects.on(day).values_list("name", "words"))
