"""联席会议: the standing committee with government, supervision commission, court and procuratorate; its decisions are
followed until each is done."""

from supervision.reference.kinds.rows import (
    BODY,
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
    "joint_meeting",
    "联席会议",
    SC,
    "人大常委会与政府、监察委员会、法院、检察院共同研究，议定事项逐项落实。",
    (
        Row("topics", "征集和确定议题", COUNCIL, from_start(10), hint="写明议题由谁提出、怎样确定。"),
        Row("notify", "通知参加单位", OFFICE, before_meeting(10), hint="写明时间、地点、议题和参加人员。", shared=True),
        Row(
            "materials",
            "报送会议材料",
            BODY,
            before_meeting(5),
            hint="写明工作情况和需要研究的问题。",
            paper="会议材料",
        ),
        HEARING,
        Row(
            "minutes",
            "印发会议纪要",
            OFFICE,
            after("hearing", 7),
            hint="先在“议定事项”中逐项登记：做什么、谁落实、什么时候完成。",
            paper="联席会议纪要",
            public=True,
            need=Need.DECISIONS,
            shared=True,
        ),
        Row(
            "settled",
            "核对议定事项落实情况",
            OFFICE,
            hint="议定事项逐项确认落实后登记。",
            need=Need.DECISIONS_DONE,
            shared=True,
        ),
    ),
    asks={"has_decisions": True},
)
