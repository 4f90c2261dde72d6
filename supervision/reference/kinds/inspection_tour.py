"""视察 (代表法第二十九条): its report is forwarded to the bodies, answered by them and told back to the deputies."""

from supervision.reference.kinds.rows import AT_COMMITTEE, COMMITTEE, DBF, OFFICE, Form, Row, answered, from_start
from supervision.states.undertaking import Need

FORM = Form(
    "inspection_tour",
    "视察",
    AT_COMMITTEE,
    "代表视察后形成报告，转交有关单位研究处理，处理情况反馈代表。可以事先不通知（靶向视察）。",
    (
        Row("scheme", "制定视察方案", COMMITTEE, from_start(10), hint="写明时间、地点、路线和重点。", paper="视察方案"),
        Row(
            "members",
            "确定参加人员",
            COMMITTEE,
            from_start(15),
            hint="登记参加的常委会组成人员和代表。",
            need=Need.MEMBERS,
        ),
        Row("notify", "通知有关单位", OFFICE, hint="不事先通知的，写明不需办理的理由。", shared=True),
        Row("visits", "开展视察", COMMITTEE, hint="每到一处登记一次，写明发现的情况。", need=Need.VISITS),
        *answered(3),
    ),
    basis=f"{DBF}第二十九条",
    asks={"has_team": True, "has_visits": True, "may_be_unannounced": True, "duty_kind": "inspection"},
)
