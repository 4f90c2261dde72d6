from django.conf import settings
from django.db import models


class ThreadEntry(models.Model):
    """One word in the conversation about something sent in: the public half the writer reads, the other stays inside.

    `by` is nobody when the writer himself speaks. A room adds what the entry is about and its sealed text.
    """

    at = models.DateTimeField("时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经办人"
    )
    speaker = models.CharField("署名", max_length=80, blank=True)
    is_public = models.BooleanField("来信人可见", default=False)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]
