"""专项督查: one matter is checked on the spot, answered within a month and looked at again."""

from supervision.reference.kinds.rows import AT_COUNCIL, COMMITTEE, Form, Row, after, answered, from_start
from supervision.states.undertaking import Need

RECHECK = Row(
    "recheck",
    "复查整改情况",
    COMMITTEE,
    after("answer", 30),
    hint="到现场核对整改结果，写明哪些已解决、哪些没有。",
    paper="复查情况",
)
FORM = Form(
    "special_check",
    "专项督查",
    AT_COUNCIL,
    "针对一个问题直接到现场查，限期整改并复查。可以事先不通知。",
    (
        Row("scheme", "制定督查方案", COMMITTEE, from_start(5), hint="写明督查的问题、时间和地点。", paper="督查方案"),
        Row("members", "确定参加人员", COMMITTEE, from_start(5), hint="登记参加人员。", need=Need.MEMBERS),
        Row("visits", "现场督查", COMMITTEE, hint="每到一处登记一次，写明发现的情况。", need=Need.VISITS),
        *answered(1, (RECHECK,)),
    ),
    asks={"has_team": True, "has_visits": True, "may_be_unannounced": True, "duty_kind": "inspection"},
)
