"""体验式监督: members and deputies go through a service themselves, as anybody would."""

from supervision.reference.kinds.rows import AT_COMMITTEE, COMMITTEE, OFFICE, Form, Row, answered, from_start
from supervision.states.undertaking import Need

FORM = Form(
    "service_trial",
    "体验式监督",
    AT_COMMITTEE,
    "以普通办事人身份走一遍流程，记下用时、材料和是否办成。事先不通知单位。",
    (
        Row(
            "members",
            "确定体验人员和事项",
            COMMITTEE,
            from_start(10),
            hint="登记参加的代表，选定要体验的办事事项。",
            need=Need.MEMBERS,
        ),
        Row("visits", "体验办事", COMMITTEE, hint="每办一件登记一次：用时、材料、是否办成。", need=Need.VISITS),
        Row("talk", "与单位座谈", OFFICE, hint="体验结束后当面反馈，单位说明情况。", shared=True),
        *answered(1),
    ),
    asks={
        "has_team": True,
        "has_visits": True,
        "tries_service": True,
        "may_be_unannounced": True,
        "duty_kind": "inspection",
    },
)
