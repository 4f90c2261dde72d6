"""Who puts a questionnaire online, and who fills it in."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.inspection import may_record_survey
from supervision.states.survey import SURVEY_FLOW, SurveyCircle, SurveyState

INVITED_ONLY = "本问卷请受邀的代表登录后填写。"


def may_list_invitations(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of the questionnaires one is invited to."""
    return when(user.is_authenticated and user.has_role(Role.DEPUTY, on=on), "本页供受邀的人大代表查看。", "role")


def may_make_survey(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """Whoever enters results of surveys on paper."""
    return may_record_survey(user, undertaking, on=on)


def may_draft_survey(user: Any, survey: Any, *, on: date) -> Verdict:
    """Questions are put together until the first may answer."""
    return _verb("draft_survey", user, survey, on)


def may_drop_item(user: Any, item: Any, *, on: date) -> Verdict:
    return may_draft_survey(user, item.survey, on=on) & when(not item.is_dropped, "该题已经去掉。", "done")


def may_open_survey(user: Any, survey: Any, *, on: date) -> Verdict:
    allowed = _verb("open_survey", user, survey, on)
    if not allowed:
        return allowed
    asked = survey.items.filter(is_dropped=False).exists()
    return when(asked, "请先增加题目。", "input") & when(
        on <= survey.closes_on, "截止日期已过，请另行发起问卷。", "date"
    )


def may_close_survey(user: Any, survey: Any, *, on: date) -> Verdict:
    return _verb("close_survey", user, survey, on)


def may_enter_paper(user: Any, survey: Any, *, on: date) -> Verdict:
    """Paper comes in while it is open and afterwards."""
    begun = when(survey.state != SurveyState.DRAFT, "开始填写后再登记纸质问卷。")
    return may_make_survey(user, survey.undertaking, on=on) & begun


def may_answer_survey(user: Any, survey: Any, *, on: date) -> Verdict:
    """Anybody while it is open; of the invited each once."""
    taking = when(survey.takes_answers(on), "问卷已经截止，感谢您的关注。")
    if survey.circle == SurveyCircle.ANYBODY or not taking:
        return taking
    guest = survey.guests.filter(deputy__user=user).first() if user.is_authenticated else None
    invited = when(guest is not None, INVITED_ONLY, "role")
    return invited & when(guest is not None and not guest.has_answered, "您已经填写，谢谢。", "done")


def _verb(verb: str, user: Any, survey: Any, on: date) -> Verdict:
    return may_make_survey(user, survey.undertaking, on=on) & SURVEY_FLOW.verdict(verb, survey.state)
