"""What is told of a change of term."""

from datetime import datetime
from typing import Any

from deputies.notices.matrix import tell
from deputies.yearbook.change_of_term import TermChange
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def term_changed(change: TermChange, *, by: Any, at: datetime) -> None:
    """The office, what is left to hand on; whoever leaves, that his account is no deputy's any more."""
    seats = change.staying or change.arriving
    about, new = seats[0], change.new
    body = (
        f"连任{len(change.staying)}名，新当选{len(change.arriving)}名，离任{len(change.leaving)}名；"
        f"离任代表名下未办结事项{len(change.heritage)}件，请逐件核对。"
    )
    clerks = people_with(Role.CLERK, on=at.date())
    tell("term_changed", clerks, about, f"{new}换届已经办理", by=by, at=at, body=body, url="/deputies/terms/")
    for seat in change.leaving:
        if seat.deputy.user_id:
            words = "感谢您任期内的工作。您以往的建议和履职档案仍可查阅；未办结的建议由代表联络工作机构继续跟进。"
            tell("seat_over", [seat.deputy.user_id], seat, f"您的{seat.title}职务随换届结束", by=by, at=at, body=words)
