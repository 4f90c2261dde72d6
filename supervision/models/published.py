from django.db import models

from foundation.workflow.models import Versioned


class Published(Versioned):
    """A row people may read once the office has said so; closed until then."""

    published_at = models.DateTimeField("公开时间", null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        return self.published_at is not None
