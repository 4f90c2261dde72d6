"""How people keep in touch: members of the standing committee with deputies, deputies with voters (两个联系)."""

from django.db.models import TextChoices

from foundation.accounts.roles import Role

# Who belongs to the standing committee in person (常委会组成人员).
SC_ROLES = (Role.SC_MEMBER, Role.CHAIR, Role.VICE_CHAIR)


class ContactWay(TextChoices):
    """How one visit was made."""

    VISIT = "visit", "上门走访"
    MEETING = "meeting", "约谈、座谈"
    PHONE = "phone", "电话"
    ONLINE = "online", "网络"


class StandardCode(TextChoices):
    """What a local number is about; each is a row with its basis and its days."""

    MEMBER_VISITS = "member_visits", "常委会组成人员每年联系每名代表（次）"
    VOTERS = "voters", "代表固定联系选民（名）"
    VOTER_VISITS = "voter_visits", "代表每年联系每名固定选民（次）"
    SIT_IN_SEATS = "sit_in_seats", "每次邀请列席常委会会议的代表（名）"
    VOTER_KEEP = "voter_keep", "停止联系后个人信息保留（天）"


class ApplicationState(TextChoices):
    """What became of a deputy's wish to sit in."""

    ASKED = "asked", "待安排"
    ACCEPTED = "accepted", "已安排列席"
    DECLINED = "declined", "未安排"
    WITHDRAWN = "withdrawn", "已撤回"
