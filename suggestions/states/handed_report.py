"""The government's and the units' own reports on the handling: handed in, then heard by the standing committee."""

from django.db.models import TextChoices


class HandedState(TextChoices):
    HANDED_IN = "handed_in", "已提交"
    HEARD = "heard", "已听取和审议"


class Assessment(TextChoices):
    """What the standing committee thought of it; many meetings take no vote."""

    NONE = "none", "未作测评"
    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
