"""Training of deputies (学习培训): how a course is given and for whom it is meant."""

from django.db.models import TextChoices


class CourseForm(TextChoices):
    OWN = "own", "自办培训"
    SENT_OUT = "sent_out", "外派培训"
    LECTURE = "lecture", "专家讲座"
    CASES = "cases", "优秀建议案例交流"


class CourseAudience(TextChoices):
    ALL = "all", "全体代表"
    NEW = "new", "新当选代表"
    CONVENERS = "conveners", "代表小组召集人"


class StudyForm(TextChoices):
    """How the congress's own staff learns."""

    TOGETHER = "together", "集中学习"
    LECTURE = "lecture", "专题讲座"
    DISCUSSION = "discussion", "交流研讨"
    VISIT = "visit", "外出学习"
