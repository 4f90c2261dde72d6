"""What a letter's state means to who wrote it, in words and steps, and by when he may expect something."""

from datetime import date

from foundation import deadlines
from liaison_stations.models import Letter
from liaison_stations.states import LetterState

S = LetterState
MEANING = {
    S.POSTED: "已经收到，工作人员正在审查，会在时限内告诉您是否受理。",
    S.ACCEPTED: "已经受理，正在确定由哪位代表或者哪个单位办理。",
    S.DECLINED: "这件事不属于代表信箱办理的范围，理由见下面的往来记录。",
    S.REDIRECTED: "这件事应当通过其他渠道办理，怎样办理见下面的往来记录。",
    S.WITH_DEPUTY: "已经交给代表，代表会答复您。",
    S.WITH_UNIT: "已经交给有关单位办理。",
    S.REPLIED: "有关单位已经办理，答复正在审核。",
    S.ANSWERED: "已经答复。请看下面的答复，并告诉我们是否解决。",
    S.IN_SUGGESTION: "代表已把您反映的事情写成代表建议，办理进展会写在这里。",
    S.CLOSED: "已经办结。",
}
ROAD = ("已收到", "已受理", "办理中", "已答复", "已办结")
PLACE = {
    S.POSTED: 0,
    S.ACCEPTED: 1,
    S.WITH_DEPUTY: 2,
    S.WITH_UNIT: 2,
    S.REPLIED: 2,
    S.IN_SUGGESTION: 2,
    S.ANSWERED: 3,
    S.CLOSED: 4,
}


def meaning(letter: Letter) -> str:
    """One or two sentences: where it stands and what happens next."""
    return MEANING[S(letter.state)]


def steps(letter: Letter) -> list[dict[str, str]]:
    """The road of a letter as the stepper draws it."""
    if letter.state in (S.DECLINED, S.REDIRECTED):
        return [{"label": "已收到", "state": "done"}, {"label": letter.get_state_display(), "state": "current"}]
    here = PLACE[S(letter.state)]
    last = len(ROAD) - 1
    return [
        {"label": label, "state": "done" if place < here or here == last else "current" if place == here else "next"}
        for place, label in enumerate(ROAD)
    ]


def promise(letter: Letter) -> date | None:
    """By which day something has to happen; nothing while the writer himself is asked, or nobody owes anything."""
    if letter.asked_at is not None:
        return None
    due = [clock.due_on for clock in deadlines.clocks_of(letter) if clock.is_open and clock.paused_on is None]
    return min(due, default=None)
