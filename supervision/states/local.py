"""Street committees and township presidiums (街道工委、乡镇人大主席团): people, years, meetings."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class LocalStandardCode(TextChoices):
    STREET_LEAST = "street_least", "人大街道工委委员最少人数"
    STREET_MOST = "street_most", "人大街道工委委员最多人数"
    PRESIDIUM_LEAST = "presidium_least", "乡镇人大主席团成员最少人数"
    PRESIDIUM_MOST = "presidium_most", "乡镇人大主席团成员最多人数"
    GOVERNMENT_POSTS = "government_posts", "主席团成员中可以担任国家行政机关职务的人数"
    QUORUM = "quorum", "会议到会人数应当超过全体成员的百分比"


class LocalPost(TextChoices):
    HEAD = "head", "主席、主任"
    DEPUTY_HEAD = "deputy_head", "副主席、副主任"
    MEMBER = "member", "委员、主席团成员"


class ItemKind(TextChoices):
    CONGRESS = "congress", "召开会议"
    SUPERVISION = "supervision", "监督"
    ACTIVITY = "activity", "代表活动"
    STATION = "station", "联络站和联系群众"
    PROJECT = "project", "民生实事项目"
    STUDY = "study", "学习培训"
    OTHER = "other", "其他"


class LocalYearState(TextChoices):
    DRAFT = "draft", "拟订中"
    FILED = "filed", "实施中"
    REPORTED = "reported", "已报送年终报告"
    ARCHIVED = "archived", "已归档"


class LocalMeetingState(TextChoices):
    PLANNED = "planned", "已安排"
    HELD = "held", "已召开"
    CANCELLED = "cancelled", "已取消"


_Y, _M = LocalYearState, LocalMeetingState
LOCAL_YEAR_FLOW = register(
    Flow(
        name="local_year",
        title="乡镇街道人大年度工作流程",
        states=LocalYearState,
        start=_Y.DRAFT,
        steps=(
            Step("file_local_plan", (_Y.DRAFT,), _Y.FILED, "报送计划", "至少列有一项工作"),
            Step("report_local_year", (_Y.FILED,), _Y.REPORTED, "报送年终报告", "没有完成的事项已写明原因"),
            Step("return_local_report", (_Y.REPORTED,), _Y.FILED, "退回补充", "写明需要补充的内容"),
            Step("archive_local_year", (_Y.REPORTED,), _Y.ARCHIVED, "归档", "代表联络工作机构审阅"),
        ),
    )
)
LOCAL_MEETING_FLOW = register(
    Flow(
        name="local_meeting",
        title="乡镇人大主席团、街道工委会议流程",
        states=LocalMeetingState,
        start=_M.PLANNED,
        steps=(
            Step("hold_local_meeting", (_M.PLANNED,), _M.HELD, "登记召开", "到会人数符合规定"),
            Step("cancel_local_meeting", (_M.PLANNED,), _M.CANCELLED, "取消会议", "写明理由"),
        ),
    )
)
