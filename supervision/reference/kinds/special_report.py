"""听取和审议专项工作报告 (监督法第十二条至第十七条): the days are counted backwards from the meeting."""

from supervision.reference.kinds.rows import (
    BALLOT,
    BODY,
    COMMITTEE,
    HANDED,
    HEARING,
    JDF,
    OFFICE,
    SC,
    Form,
    Row,
    after,
    before_meeting,
    from_start,
)
from supervision.states.undertaking import Need

LAW13, LAW14, LAW15 = (f"{JDF}第{n}条" for n in ("十三", "十四", "十五"))
DRAFT = Row(
    "report_draft",
    "报送报告征求意见稿",
    BODY,
    before_meeting(20),
    hint="会议二十日前送工作委员会征求意见。",
    paper="专项工作报告（征求意见稿）",
    basis=LAW15,
)
COMMENT = Row(
    "report_comment",
    "工作委员会提出修改意见",
    COMMITTEE,
    after("report_draft", 5),
    hint="写明哪些要补充、修改。",
    paper="对报告的修改意见",
    shared=True,
)
FINAL = Row(
    "report_final",
    "报送修改后的报告",
    BODY,
    before_meeting(10),
    hint="先在“征集的意见”中逐条回应，再报送修改后的报告，会议十日前送到。",
    paper="专项工作报告",
    public=True,
    need=Need.OPINIONS_ANSWERED,
    basis=f"{LAW14}、第十五条",
)
SENT = Row(
    "report_sent",
    "报告送常委会组成人员",
    OFFICE,
    before_meeting(7),
    hint="会议七日前送到每一位组成人员。",
    shared=True,
    basis=LAW15,
)
FORM = Form(
    "special_report",
    "听取和审议专项工作报告",
    SC,
    "会议前二十日、十日、七日各有一道法定期限，意见须在报告中回应。",
    (
        Row("notify", "通知报告单位", OFFICE, from_start(5), hint="告知议题、会议日期和报送期限。", shared=True),
        Row(
            "research",
            "视察或者专题调研",
            COMMITTEE,
            before_meeting(40),
            hint="组织常委会组成人员和代表了解情况。",
            basis=LAW13,
        ),
        Row(
            "opinions_sent",
            "汇总意见送交报告单位",
            OFFICE,
            before_meeting(30),
            hint="在“征集的意见”中逐条登记，送交单位在报告中回应。",
            need=Need.OPINIONS_SENT,
            shared=True,
            basis=LAW14,
        ),
        DRAFT,
        COMMENT,
        FINAL,
        SENT,
        HEARING,
        BALLOT,
        HANDED,
    ),
    basis=f"{JDF}第十二条",
    asks={
        "collects_opinions": True,
        "ballot_rule": "satisfaction",
        "has_visits": True,
        "has_team": True,
        "duty_kind": "research",
    },
)
