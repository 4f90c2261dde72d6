"""听取计划、预算执行、决算、审计、国有资产、政府债务报告 (监督法第十八条至第三十条; 预算法)."""

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
    before_meeting,
    from_start,
)
from supervision.reference.kinds.special_report import SENT

YSF = "《中华人民共和国预算法》"
FORM = Form(
    "plan_budget",
    "听取和审议计划、预算、决算、审计报告",
    SC,
    "决算草案、预算调整方案会议三十日前送初步审查；决算和上半年执行情况在六月至九月听取。",
    (
        Row("notify", "通知报告单位", OFFICE, from_start(5), hint="告知议题、会议日期和报送期限。", shared=True),
        Row(
            "budget_materials",
            "报送草案、方案初步审查",
            BODY,
            before_meeting(30),
            hint="会议三十日前送有关工作委员会初步审查。",
            paper="报告、草案或者方案",
            public=True,
            basis=f"{YSF}第六十九条、第七十八条",
        ),
        Row(
            "preliminary_review",
            "初步审查",
            COMMITTEE,
            before_meeting(15),
            hint="写明初步审查意见。",
            paper="初步审查意见",
            shared=True,
            basis=f"{YSF}第七十八条",
        ),
        SENT,
        HEARING,
        BALLOT,
        HANDED,
    ),
    basis=f"{JDF}第十八条",
    asks={"ballot_rule": "satisfaction"},
)
