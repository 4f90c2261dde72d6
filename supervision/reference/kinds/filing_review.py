"""备案审查工作情况 (监督法第三十九条、第四十五条): reported to the standing committee every year."""

from supervision.reference.kinds.rows import COMMITTEE, HEARING, JDF, SC, Form, Row, before_meeting
from supervision.reference.kinds.special_report import SENT

FORM = Form(
    "filing_review",
    "听取和审议备案审查工作报告",
    SC,
    "每年听取一次备案审查工作情况的报告。",
    (
        Row(
            "review",
            "开展备案审查",
            COMMITTEE,
            hint="写明收到多少件、审查多少件、发现什么问题、怎样处理。",
            paper="备案审查情况",
            basis=f"{JDF}第三十九条",
        ),
        Row("report", "提出备案审查工作报告", COMMITTEE, before_meeting(10), paper="备案审查工作报告"),
        SENT,
        HEARING,
    ),
    basis=f"{JDF}第四十五条",
)
