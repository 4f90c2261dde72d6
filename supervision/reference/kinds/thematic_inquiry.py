"""专题询问 (监督法第四十六条至第五十条)."""

from supervision.reference.kinds.rows import (
    BALLOT,
    COMMITTEE,
    COUNCIL,
    HANDED,
    HEARING,
    JDF,
    OFFICE,
    SC,
    Form,
    Row,
    before_meeting,
    from_start,
)
from supervision.states.undertaking import Need

FORM = Form(
    "thematic_inquiry",
    "专题询问",
    SC,
    "单位负责人到会答复；可以结合专项工作报告、执法检查报告进行。",
    (
        Row(
            "topic",
            "主任会议确定题目",
            COUNCIL,
            from_start(10),
            hint="写明题目由谁提出、哪次主任会议确定。",
            basis=f"{JDF}第四十七条",
        ),
        Row("notify", "通知到会单位", OFFICE, before_meeting(20), hint="写明题目、时间和到会人员。", shared=True),
        Row(
            "research",
            "专题调研",
            COMMITTEE,
            before_meeting(20),
            hint="每到一处登记一次，写明发现的情况。",
            need=Need.VISITS,
        ),
        Row(
            "question_list",
            "拟定问题清单",
            COMMITTEE,
            before_meeting(7),
            hint="写明询问人和问题，问题清单不给答复单位看。",
            paper="问题清单",
        ),
        HEARING,
        BALLOT,
        HANDED,
    ),
    basis=f"{JDF}第四十七条",
    asks={"ballot_rule": "satisfaction", "has_visits": True, "has_team": True, "duty_kind": "inquiry"},
)
