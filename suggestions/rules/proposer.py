"""What deputies may do with their papers before handling, and how co-signers answer."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from deputies.people import mandates_of, township_office_of
from deputies.states import Level
from foundation.workflow import Verdict, allow, refuse, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_SERVING, NOT_THE_LEAD, day_word
from suggestions.states import BEFORE_REGISTRATION, SUGGESTION_FLOW, CosignerState, Kind, SuggestionState

HOME_LEVELS = (Level.DISTRICT, Level.TOWNSHIP)
SIGNABLE = (SuggestionState.COSIGNING, SuggestionState.SENT_BACK)


def seats_to_write_under(user: Any, on: date) -> list[Any]:
    """The mandates under which this person may raise a paper here on that day."""
    return [seat for seat in mandates_of(user, on) if seat.level in HOME_LEVELS]


def may_create_draft(user: Any, lead: Any, *, on: date) -> Verdict:
    """A deputy writes under a mandate of his own that he exercises on `on` (代表法 24, 36, 61)."""
    mine = lead.pk in relations.own_mandates(user)
    return (
        when(mine, "只有代表本人可以提出建议。", "role")
        & when(relations.is_serving(user, lead.pk, on), NOT_SERVING, "role")
        & when(
            lead.level in HOME_LEVELS, "本门户受理区县和乡镇人大代表的建议，上级人大代表的建议请向上级提出。", "role"
        )
    )


def may_save_draft(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The lead deputy, while the text is still his."""
    return _leads(user, suggestion) & SUGGESTION_FLOW.verdict("save_draft", suggestion.state)


def may_invite_cosigners(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return (
        _leads(user, suggestion)
        & _serves(user, suggestion, on)
        & SUGGESTION_FLOW.verdict("invite_cosigners", suggestion.state)
        & _has_text(suggestion)
    )


def may_submit(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Every co-signer has confirmed the present text or was dropped; a motion has its proposers (地方组织法 22)."""
    verdict = _leads(user, suggestion) & _serves(user, suggestion, on)
    verdict &= SUGGESTION_FLOW.verdict("submit", suggestion.state)
    verdict = verdict and _has_text(suggestion) & _says_whether_public(suggestion)
    return verdict and _nobody_pending(suggestion) & has_enough_proposers(suggestion, on)


def may_answer_cosign(user: Any, cosigner: Any, *, on: date) -> Verdict:
    """The invited deputy in person, until the day agreed."""
    until = cosigner.suggestion.cosign_until
    return (
        _is_his(user, cosigner)
        & when(relations.is_serving(user, cosigner.mandate_id, on), NOT_SERVING, "role")
        & when(cosigner.state == CosignerState.INVITED, f"您的联名状态为“{cosigner.get_state_display()}”，无需再答复。")
        & when(cosigner.suggestion.state in SIGNABLE, "该建议已不在联名阶段。")
        & when(until is None or on <= until, f"联名答复已于{day_word(until)}截止，请与领衔代表联系。", "date")
    )


def may_withdraw_cosign(user: Any, cosigner: Any, *, on: date) -> Verdict:
    """A co-signer may step back until the paper is registered."""
    return (
        _is_his(user, cosigner)
        & when(cosigner.state == CosignerState.CONFIRMED, "您没有确认联名，无需退出。")
        & when(cosigner.suggestion.state in BEFORE_REGISTRATION, "建议已立案，不能再退出联名。")
    )


def may_drop_cosigner(user: Any, cosigner: Any, *, on: date) -> Verdict:
    """The lead takes off his list whoever has not answered or has declined, or changed his mind about."""
    dropped = (CosignerState.DROPPED, CosignerState.LEFT)
    return (
        _leads(user, cosigner.suggestion)
        & SUGGESTION_FLOW.verdict("save_draft", cosigner.suggestion.state)
        & when(cosigner.state not in dropped, "这位代表已不在联名名单中。")
    )


def has_enough_proposers(suggestion: Any, on: date) -> Verdict:
    """Ten deputies jointly at county level, five in a township, lead included; the rows say how many."""
    short = suggestion.proposers_short(on) if suggestion.kind == Kind.MOTION else 0
    return when(not short, f"议案联名人数不足，还需{short}名代表确认联名；也可以改为建议提出。")


def _leads(user: Any, suggestion: Any) -> Verdict:
    return when(relations.is_lead(user, suggestion), NOT_THE_LEAD, "role")


def _serves(user: Any, suggestion: Any, on: date) -> Verdict:
    return when(relations.is_serving(user, suggestion.lead_id, on), NOT_SERVING, "role")


def _is_his(user: Any, cosigner: Any) -> Verdict:
    return when(cosigner.mandate_id in relations.own_mandates(user), "只有被邀请的代表本人可以办理。", "role")


def _has_text(suggestion: Any) -> Verdict:
    wanted = [("title", "标题"), ("facts", "案由"), ("proposals", "具体建议")]
    if suggestion.kind == Kind.MOTION:
        wanted.insert(2, ("grounds", "案据"))
    missing = [label for name, label in wanted if not getattr(suggestion, name).strip()]
    return refuse(f"请先填写{'、'.join(missing)}。", "state") if missing else allow()


def _says_whether_public(suggestion: Any) -> Verdict:
    return when(suggestion.agree_to_publish is not None, "请先选择是否同意公开。")


def _nobody_pending(suggestion: Any) -> Verdict:
    waiting = [str(row) for row in suggestion.cosigners.all() if row.state == CosignerState.INVITED]
    return when(not waiting, f"还有{len(waiting)}名代表未确认联名，请等待确认或从名单中移除。")


def may_ask_withdrawal(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The lead asks his co-signers; alone he withdraws at once."""
    return (
        _leads(user, suggestion)
        & _withdrawable(suggestion, on)
        & when(suggestion.is_joint, "没有联名代表，可以直接撤回。")
        & when(suggestion.withdrawal_asked_at is None, "已征求联名代表意见，请等待答复。")
    )


def may_agree_withdrawal(user: Any, cosigner: Any, *, on: date) -> Verdict:
    return (
        _is_his(user, cosigner)
        & when(cosigner.state == CosignerState.CONFIRMED, "您不是该建议的联名代表。")
        & when(cosigner.suggestion.withdrawal_asked_at is not None, "领衔代表没有提请撤回。")
        & when(cosigner.agreed_to_withdraw_at is None, "您已同意撤回。")
        & _withdrawable(cosigner.suggestion, on)
    )


def may_withdraw(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Before assignment, all proposers of a joint paper agreeing (BJ14); later only where the local rule allows."""
    agreed = suggestion.submitted_at is None or not suggestion.still_to_agree_to_withdraw()
    return (
        _leads(user, suggestion)
        & _withdrawable(suggestion, on)
        & when(agreed, "联名建议须经全体联名代表同意后撤回，请先征求意见。")
    )


def _withdrawable(suggestion: Any, on: date) -> Verdict:
    verdict = SUGGESTION_FLOW.verdict("withdraw", suggestion.state)
    handed = suggestion.open_hand_over
    t0 = handed.handed_on if handed else suggestion.first_assigned_on
    late = t0 is not None and not suggestion.may_be_withdrawn_late(on)
    verdict &= when(not late, f"建议已于{day_word(t0)}交办，按本级规定不能撤回。", "date")
    return verdict and when(not suggestion.is_listed, "已列为重点督办或者安排了专项资金，请先与代表工作机构联系。")


def may_appeal_assignment(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The deputy objects to the choice of the unit while it has not yet answered (SH15 14)."""
    states = (SuggestionState.ASSIGNED, SuggestionState.HANDLING)
    return (
        _leads(user, suggestion)
        & when(suggestion.state in states, "只有已交办、尚未答复的建议可以对交办提出异议。")
        & when(not suggestion.appeals.filter(accepted__isnull=True).exists(), "您的异议正在处理，请等待决定。")
    )


def may_be_invited(suggestion: Any, mandate: Any, *, on: date) -> Verdict:
    """Deputies of the same congress, exercising their mandate, other than the lead himself."""
    same = mandate.level == suggestion.level and mandate.term_id == suggestion.term_id
    if same and suggestion.level == Level.TOWNSHIP:
        same = township_office_of(mandate) == suggestion.township_id
    serving = type(mandate).objects.serving_on(on).filter(pk=mandate.pk).exists()
    return (
        when(mandate.pk != suggestion.lead_id, "领衔代表不需要邀请本人联名。", "input")
        & when(same, f"{mandate.deputy}不是本届同级人大代表，不能联名。", "input")
        & when(serving, f"{mandate.deputy}代表目前不在任，不能联名。", "input")
    )


def motion_in_time(suggestion: Any, at: datetime) -> Verdict:
    """A motion reaches the presidium before its closing hour; a late one may be put as a suggestion (SHYA)."""
    if suggestion.kind != Kind.MOTION:
        return allow()
    session = suggestion.motion_session(timezone.localdate(at))
    if session is None:
        return refuse("现在没有召开或即将召开的大会，不能提出议案；可以改为建议提出。", "date")
    cutoff = session.motion_cutoff_at
    late = cutoff is not None and at > cutoff
    hour = timezone.localtime(cutoff).strftime("%Y年%-m月%-d日%H:%M") if cutoff else ""
    return when(not late, f"已过主席团确定的议案截止时间（{hour}），可以改为建议提出。", "date")


def may_draft_from_circle(user: Any, matter: Any, *, on: date) -> Verdict:
    """The deputy who asked the circle, once somebody has answered, and once only (a withdrawn paper counts not)."""
    own = user.is_authenticated and matter.deputy.user_id == user.pk
    kept = matter.suggestions.exclude(state=SuggestionState.WITHDRAWN)
    return (
        when(own and seats_to_write_under(user, on), "由提出咨询的在任代表起草建议。", "role")
        & when(matter.answers.exists(), "还没有答复，请等小组代表答复后再起草。")
        & when(not kept.exists(), "已根据这件咨询起草建议，请在“我的建议”中继续。")
    )
