"""What a mandate can be, and which step leads from one status to the next (代表法 61–63)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step


class Level(TextChoices):
    """The five levels of people's congresses; one person may hold a mandate at several of them at once."""

    NATIONAL = "national", "全国"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    DISTRICT = "district", "区县"
    TOWNSHIP = "township", "乡镇"


class MandateStatus(TextChoices):
    SERVING = "serving", "在任"
    SUSPENDED = "suspended", "暂停执行职务"
    ENDED = "ended", "代表资格终止"


class SuspensionReason(TextChoices):
    """代表法 61."""

    DETAINED = "detained", "因刑事案件被羁押，正在受侦查、起诉、审判"
    SENTENCED = "sentenced", "被判处管制、拘役或者有期徒刑而未附加剥夺政治权利，正在服刑"


class EndReason(TextChoices):
    """代表法 62."""

    MOVED_AWAY = "moved_away", "迁出或者调离本行政区域"
    RESIGNED = "resigned", "辞职被接受"
    ABSENT_TWICE = "absent_twice", "未经批准两次不出席本级人民代表大会会议"
    RECALLED = "recalled", "被罢免"
    LOST_NATIONALITY = "lost_nationality", "丧失中华人民共和国国籍"
    LOST_RIGHTS = "lost_rights", "依照法律被剥夺政治权利"
    LOST_CAPACITY = "lost_capacity", "丧失行为能力"
    DIED = "died", "去世"


REASONS = {
    MandateStatus.SERVING: [],
    MandateStatus.SUSPENDED: SuspensionReason.choices,
    MandateStatus.ENDED: EndReason.choices,
}
REASON_LABELS = dict(SuspensionReason.choices) | dict(EndReason.choices)

S = MandateStatus
MANDATE_FLOW = Flow(
    name="mandate",
    states=MandateStatus,
    start=S.SERVING,
    steps=(
        Step("suspend", (S.SERVING,), S.SUSPENDED, "暂停执行职务", "代表法 61"),
        Step("restore", (S.SUSPENDED,), S.SERVING, "恢复执行职务", "代表法 61"),
        Step("end", (S.SERVING, S.SUSPENDED), S.ENDED, "终止代表资格", "代表法 62、63"),
    ),
)
