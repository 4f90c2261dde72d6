"""特定问题调查 (监督法第五十五条至第五十九条)."""

from supervision.reference.kinds.rows import COMMITTEE, COUNCIL, HEARING, JDF, OFFICE, SC, Form, Row, after, from_start
from supervision.states.undertaking import Need

FORM = Form(
    "special_inquiry",
    "特定问题调查",
    SC,
    "主任会议或者五分之一以上的常委会组成人员提议，常委会决定，组织调查委员会。",
    (
        Row(
            "proposal",
            "提议和决定",
            COUNCIL,
            from_start(10),
            hint="写明由谁提议、哪次会议决定。",
            basis=f"{JDF}第五十六条",
        ),
        Row(
            "team",
            "组织调查委员会",
            OFFICE,
            after("proposal", 15),
            hint="登记主任委员（组长）和委员；与调查的问题有利害关系的人员不参加。",
            need=Need.TEAM,
            basis=f"{JDF}第五十七条",
        ),
        Row("visits", "调查", COMMITTEE, hint="每次调查登记一次，写明查明的情况。", need=Need.VISITS),
        Row("report", "提出调查报告", COMMITTEE, hint="写明事实、证据和处理意见。", paper="调查报告"),
        HEARING,
        Row("resolution", "作出决议、决定", OFFICE, hint="没有作出决议、决定的，写明不需办理的理由。", shared=True),
    ),
    basis=f"{JDF}第五十六条",
    asks={"has_team": True, "head_is_leader": True, "has_visits": True, "publishes": False},
)
