"""What the office, a deputy or a unit does with a letter: choices."""

from django.db.models import TextChoices


class GroundUse(TextChoices):
    """What a ground is given for."""

    DECLINE = "decline", "不予受理"
    REDIRECT = "redirect", "告知其他渠道"


class AnswerKind(TextChoices):
    """What an answer comes to: every letter ends with one, also when nothing can be done now."""

    SOLVED = "solved", "已经解决"
    PLANNED = "planned", "已列入计划，逐步解决"
    EXPLAINED = "explained", "已解释说明"
    NOT_NOW = "not_now", "暂时不能解决"


class LetterCheck(TextChoices):
    """Where a personal word may slip out: looked at one by one before a letter is opened to the public (L17)."""

    NAMES = "names", "没有来信人和他人的姓名、电话、证件号码"
    PLACES = "places", "没有门牌、单位等能够认出具体人的内容"
    ANSWER = "answer", "答复中没有个人情况和内部情况"
    FILES = "files", "照片、扫描件不公开"
