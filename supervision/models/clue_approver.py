from django.db import models

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from supervision.states.clues import ClueApproverRole


@tracked()
class ClueApprover(Dated):
    """Which leader approves that a clue is handed over: a local rule with its basis and its days."""

    role = models.CharField("批准人", max_length=20, choices=ClueApproverRole)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "问题线索移送批准人"
        ordering = ["role", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["role", "valid_from"],
                name="clue_approver_once",
                violation_error_message="这一批准人在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_role_display()
