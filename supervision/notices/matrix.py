"""The kinds of message of this room, each under the heading of the inbox's filter."""

from foundation.notices.matrix import Event, Matrix

MATRIX = Matrix(
    "supervision",
    "问题清单",
    Event("problem_found", "问题待交办"),
    Event("problem_handed", "交来问题，请整改"),
    Event("problem_taken", "问题改交、撤销"),
    Event("problem_planned", "单位填报整改措施", statutory=False),
    Event("problem_progress", "单位填报整改进展", statutory=False),
    Event("problem_claimed", "申请销号，请核实"),
    Event("problem_returned", "退回整改"),
    Event("problem_struck", "问题已销号"),
    Event("problem_reopened", "问题反弹，重新整改"),
    Event("voice_asked", "请评价整改结果"),
    Event("voice_given", "有关代表、群众的评价", statutory=False),
    Event("delay_asked", "延期申请待决定"),
    Event("delay_decided", "延期申请的决定"),
    "表决测评",
    Event("ballot_opened", "请参加表决"),
    Event("ballot_closed", "表决已结束"),
    Event("ballot_announced", "表决结果"),
    Event("ballot_void", "表决无效"),
    Event("ballot_cancelled", "表决取消"),
    Event("reading_entered", "纸质票待另一人清点"),
    Event("readings_differ", "纸质票清点不一致"),
)
tell = MATRIX.tell
