"""What is told about assignment meetings."""

from datetime import datetime

from suggestions.models import AssignmentMeeting
from suggestions.notices.telling import tell_of


def meeting_done(meeting: AssignmentMeeting, done: int, failed: int, *, at: datetime) -> None:
    """The office learns what came of its list, also when nobody watched."""
    title = f"{meeting}：已交办{done}件" + (f"，{failed}件未能交办" if failed else "")
    body = "未能交办的原因列在交办清单中，请逐件处理后重新确认。" if failed else "各承办单位和代表已收到通知。"
    tell_of("meeting_done", meeting, title, by=None, at=at, body=body)
