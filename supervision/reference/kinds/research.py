"""专题调研 (代表法第三十条): its report is forwarded to the bodies, answered by them and told back to the deputies."""

from supervision.reference.kinds.rows import AT_COUNCIL, COMMITTEE, DBF, OFFICE, Form, Row, answered, from_start
from supervision.states.undertaking import Need

FORM = Form(
    "research",
    "专题调研",
    AT_COUNCIL,
    "到一个点上从头到尾弄清楚（解剖式），形成报告转交研究处理。",
    (
        Row(
            "scheme",
            "制定专题调研方案",
            COMMITTEE,
            from_start(10),
            hint="写明时间、地点、路线和重点。",
            paper="专题调研方案",
        ),
        Row(
            "members",
            "确定参加人员",
            COMMITTEE,
            from_start(15),
            hint="登记参加的常委会组成人员和代表。",
            need=Need.MEMBERS,
        ),
        Row("notify", "通知有关单位", OFFICE, hint="不事先通知的，写明不需办理的理由。", shared=True),
        Row("visits", "开展专题调研", COMMITTEE, hint="每到一处登记一次，写明发现的情况。", need=Need.VISITS),
        *answered(3),
    ),
    basis=f"{DBF}第三十条",
    asks={"has_team": True, "has_visits": True, "may_be_unannounced": True, "duty_kind": "research"},
)
