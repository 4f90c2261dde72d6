"""工作评议: a department reports, is questioned, balloted and has to mend what the appraisal names."""

from foundation.deadlines.units import Unit
from supervision.reference.kinds.rows import (
    BALLOT,
    BODY,
    COMMITTEE,
    COUNCIL,
    HEARING,
    OFFICE,
    SC,
    Form,
    Row,
    after,
    before_meeting,
    from_start,
)
from supervision.states.undertaking import Need

FORM = Form(
    "appraisal",
    "工作评议",
    SC,
    "选定部门、深入调研、听取报告、提问评议、无记名测评，按评议意见整改并复查。",
    (
        Row("choose", "主任会议确定评议部门", COUNCIL, from_start(10), hint="写明哪次主任会议确定。"),
        Row("notify", "通知被评议部门", OFFICE, after("choose", 5), hint="告知评议内容、时间和报送材料。", shared=True),
        Row("team", "组成调研组", COMMITTEE, after("choose", 10), hint="登记组长和成员。", need=Need.MEMBERS),
        Row(
            "visits",
            "评议调研",
            COMMITTEE,
            before_meeting(30),
            hint="走访服务对象、基层单位，每到一处登记一次。",
            need=Need.VISITS,
        ),
        Row(
            "department_report",
            "部门报送工作报告",
            BODY,
            before_meeting(15),
            hint="写明履职情况、存在问题和下一步措施。",
            paper="工作报告",
        ),
        Row("research_report", "形成评议调研报告", COMMITTEE, before_meeting(7), paper="评议调研报告"),
        HEARING,
        BALLOT,
        Row(
            "appraisal_opinion",
            "印发评议意见",
            OFFICE,
            after("hearing", 10, Unit.WORKDAY),
            hint="写明肯定的工作、存在的问题和整改要求。",
            paper="评议意见",
            public=True,
            shared=True,
        ),
        Row(
            "rectification",
            "报送整改情况",
            BODY,
            after("appraisal_opinion", 3, Unit.MONTH),
            hint="对照评议意见逐条写明整改结果。",
            paper="整改情况报告",
            public=True,
        ),
        Row(
            "recheck",
            "复查整改情况",
            COMMITTEE,
            after("rectification", 30),
            hint="到现场核对，写明哪些已解决、哪些没有。",
            paper="复查情况",
        ),
    ),
    asks={
        "has_team": True,
        "ballot_rule": "satisfaction",
        "has_visits": True,
        "has_questionnaire": True,
        "duty_kind": "research",
    },
)
