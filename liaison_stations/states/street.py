"""The street deliberation congress (街道议政代表会, domain 4.6): its meetings, matters and local numbers."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class StreetMeetingState(TextChoices):
    PLANNED = "planned", "已安排"
    HELD = "held", "已召开"
    CANCELLED = "cancelled", "已取消"


class MatterKind(TextChoices):
    """What stands on the agenda."""

    REPORT = "report", "听取报告"
    PROJECT = "project", "推荐民生实事项目"
    ELECTION = "election", "推选会议主席团"
    OTHER = "other", "其他事项"


class VoteWay(TextChoices):
    """How it is voted on."""

    HANDS = "hands", "举手表决"
    BALLOT = "ballot", "无记名投票"


class StreetStandardCode(TextChoices):
    """What a local number is about; each is a row with its basis and its days."""

    MEETINGS = "meetings", "每年召开会议（次）"
    LEAST_AGE = "least_age", "成员年满（周岁）"
    RESIDENCE = "residence", "在本街道居住或者工作满（年）"
    WOMEN = "women", "女性成员不低于（%）"
    NON_PARTY = "non_party", "非中共党员成员不低于（%）"


_S = StreetMeetingState
STREET_MEETING_FLOW = register(
    Flow(
        name="street_meeting",
        title="街道议政代表会会议流程",
        states=StreetMeetingState,
        start=_S.PLANNED,
        steps=(
            Step("hold_street_meeting", (_S.PLANNED,), _S.HELD, "登记召开", "到会人数符合规定"),
            Step("cancel_street_meeting", (_S.PLANNED,), _S.CANCELLED, "取消会议", "写明理由"),
        ),
    )
)
