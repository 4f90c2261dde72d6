"""跟踪监督 (监督法第十七条): what was promised after an earlier supervision is looked at again."""

from supervision.reference.kinds.rows import AT_COUNCIL, COMMITTEE, JDF, Form, Row, answered, from_start
from supervision.states.undertaking import Need

FORM = Form(
    "follow_up",
    "跟踪监督",
    AT_COUNCIL,
    "对以前监督中提出、还没有解决好的问题再看一遍。",
    (
        Row(
            "scheme",
            "确定跟踪的问题",
            COMMITTEE,
            from_start(10),
            hint="写明来自哪次监督、还有哪些没有解决。",
            paper="跟踪方案",
        ),
        Row("visits", "现场核查", COMMITTEE, hint="每到一处登记一次，写明整改结果。", need=Need.VISITS),
        *answered(2),
    ),
    basis=f"{JDF}第十七条",
    asks={"has_team": True, "has_visits": True, "may_be_unannounced": True, "duty_kind": "inspection"},
)
