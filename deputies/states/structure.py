"""By what the structure of the deputies (代表结构) is counted."""

from django.db.models import TextChoices


class Dimension(TextChoices):
    SEX = "sex", "性别"
    ETHNIC_GROUP = "ethnic_group", "民族"
    PARTY = "party", "政治面貌"
    AGE = "age", "年龄"
    EDUCATION = "education", "文化程度"
    OCCUPATION = "occupation", "职业构成"
    STANDING = "standing", "任职情况"
    OVERSEAS = "overseas", "归侨"


class Standing(TextChoices):
    """What may stand in the words of a line about the seat itself."""

    RE_ELECTED = "re_elected", "连任"
    NEW = "new", "新当选"
    BY_ELECTION = "by_election", "补选"
    SC_MEMBER = "sc_member", "常委会组成人员"
