"""What is found out in a supervision: who takes part, what is looked at, what is heard."""

from django.db.models import TextChoices


class TeamRole(TextChoices):
    HEAD = "head", "组长"
    DEPUTY_HEAD = "deputy_head", "副组长"
    MEMBER = "member", "成员"
    EXPERT = "expert", "专家"


class VisitKind(TextChoices):
    SITE = "site", "实地察看"
    TALK = "talk", "座谈"
    SPOT_CHECK = "spot_check", "随机抽查"
    UNANNOUNCED = "unannounced", "暗访"
    DISSECTION = "dissection", "解剖式调研"
    TRIAL = "trial", "体验办事"


class OpinionSource(TextChoices):
    """Who said it (监督法第十四条: what members, committees, deputies and people have said)."""

    MEMBER = "member", "常委会组成人员"
    DEPUTY = "deputy", "人大代表"
    RESEARCH = "research", "视察、调研、检查"
    LETTERS = "letters", "群众来信来访"
    PUBLIC = "public", "公开征集"
