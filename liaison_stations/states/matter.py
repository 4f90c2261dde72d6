"""How the office corrects the grouping of letters by matter."""

from django.db.models import TextChoices


class CorrectionKind(TextChoices):
    """What was said about a letter or a visit."""

    OUT = "out", "移出"
    MOVE = "move", "改归入"
    JOIN = "join", "合并"
    BACK = "back", "恢复自动归并"
