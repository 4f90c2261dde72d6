"""三问一评: the plan is asked early in the year, progress at its middle, the result at its end; then the ballot."""

from supervision.reference.kinds.rows import (
    AT_COUNCIL,
    BALLOT,
    BODY,
    COMMITTEE,
    OFFICE,
    Form,
    Row,
    by_end_of,
    from_start,
)


def _asked(code: str, what: str, paper: str, month: int) -> tuple[Row, Row]:
    """The body hands in what is asked about; the committee asks and writes down what was said."""
    return (
        Row(
            f"{code}_report",
            f"报送{paper}",
            BODY,
            by_end_of(month),
            hint=f"写明{what}，以及需要说明的问题。",
            paper=paper,
        ),
        Row(
            f"{code}_asked",
            f"问{what}",
            COMMITTEE,
            by_end_of(month + 1),
            hint="写明谁问、谁答、答了什么、还要做什么。",
            paper=f"问{what}情况",
            shared=True,
        ),
    )


FORM = Form(
    "three_questions",
    "三问一评",
    AT_COUNCIL,
    "年初问计划、年中问进展、年底问结果，最后进行测评。",
    (
        Row("notify", "通知被询问单位", OFFICE, from_start(5), hint="告知题目和三次询问的时间。", shared=True),
        *_asked("plan", "计划", "工作计划", 3),
        *_asked("progress", "进展", "进展情况报告", 7),
        *_asked("result", "结果", "工作结果报告", 11),
        BALLOT,
    ),
    asks={"ballot_rule": "satisfaction", "has_visits": True, "has_team": True, "duty_kind": "inquiry"},
)
