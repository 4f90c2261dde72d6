"""The buttons of a case page: which verbs concern this person here, and what the rules say about each.

A verb is offered where the state of the flow fits; if the rule then refuses for another reason (no contact recorded
yet, the window has closed), the button stands grey with that reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.web.actions import Action
from suggestions import rules
from suggestions.models import Cosigner
from suggestions.rules import relations
from suggestions.states import (
    ANSWERED,
    EDITABLE,
    FOLLOWING,
    REGISTERED_ONWARD,
    CosignerState,
    Kind,
    PaperState,
    UnitRole,
)
from suggestions.states import AssignmentState as A
from suggestions.states import SuggestionState as S
from suggestions.views.case import Case
from suggestions.views.promise_actions import promise_actions
from suggestions.views.verb import Verb

WITHDRAWABLE = (*EDITABLE, S.SUBMITTED, S.REGISTERED, S.ASSIGNED, S.HANDLING)
AT_WORK = (A.ACKNOWLEDGED, A.DRAFTED, A.RETURNED)
LEAD = (
    # What was sent back is mended before it is handed in again.
    Verb("继续填写", "edit", rules.may_save_draft, (S.SENT_BACK,), "primary", "edit"),
    Verb("提交", "submit", rules.may_submit, (S.DRAFT, S.COSIGNING), "primary"),
    Verb("继续填写", "edit", rules.may_save_draft, (S.DRAFT, S.COSIGNING), icon="edit"),
    Verb("提交", "submit", rules.may_submit, (S.SENT_BACK,)),
    Verb("邀请联名", "invite", rules.may_invite_cosigners, EDITABLE, icon="people"),
    Verb("评价答复", "rate", rules.may_rate, (S.REPLIED,), "primary", "star"),
    Verb("对交办提出异议", "appeal", rules.may_appeal_assignment, (S.ASSIGNED, S.HANDLING)),
    Verb("撤回", "withdraw", rules.may_withdraw, WITHDRAWABLE),
)
ASK_COSIGNERS = Verb("征求联名代表意见", "ask-cosigners", rules.may_ask_cosigners, tone="primary", icon="people")
GIVE_WORD = Verb("对答复提出意见", "give-word", rules.may_give_word, tone="primary", icon="star")
ASK_WITHDRAWAL = Verb("征求联名代表同意撤回", "ask-withdrawal", rules.may_ask_withdrawal)
CONFIRM_CONTACT = Verb("确认联系记录", "confirm-contact", rules.may_confirm_contact, tone="primary")
COSIGNER = (
    Verb("答复联名邀请", "cosign", rules.may_answer_cosign, tone="primary"),
    Verb("退出联名", "leave-cosign", rules.may_withdraw_cosign),
)
AGREE_WITHDRAWAL = Verb("答复撤回意见", "agree-withdrawal", rules.may_agree_withdrawal, tone="primary")
OFFICE = (
    Verb("立案编号", "register", rules.may_register, (S.SUBMITTED,), "primary"),
    Verb("退回修改", "send-back", rules.may_send_back, (S.SUBMITTED,)),
    Verb("不予立案", "refuse", rules.may_refuse, (S.SUBMITTED,)),
    Verb("交办", "assign", rules.may_assign, (S.REGISTERED,), "primary"),
    Verb("录入纸质评价", "paper-rating", rules.may_enter_paper_rating, (S.REPLIED,)),
    Verb("催请评价", "urge", rules.may_urge_rating, (S.REPLIED,)),
    Verb("提请协调评估", "mediate", rules.may_mediate, (S.REHANDLING,)),
    Verb("登记协调结果", "resolve-mediation", rules.may_resolve_mediation, (S.MEDIATION,), "primary"),
)
HAND_OVER = Verb("转政府办公室分办", "hand-over", rules.may_hand_over, (S.REGISTERED,), "primary")
DISTRIBUTE = (
    Verb("分办", "distribute", rules.may_distribute, (S.REGISTERED,), "primary"),
    Verb("退回代表工作机构", "return-hand-over", rules.may_return_hand_over, (S.REGISTERED,)),
)
SPLIT = Verb("拆分", "split", rules.may_propose_split, (S.REGISTERED,))
ANSWER_SPLIT = Verb("答复拆分意见", "answer-split", rules.may_answer_split, tone="primary")
MERGE = Verb("并案", "merge", rules.may_merge, FOLLOWING)
END_MERGE = Verb("解除并案", "end-merge", rules.may_end_merge, FOLLOWING)
CHOOSE_PROJECT = Verb("安排专项资金项目", "choose-project", rules.may_choose_project)
CHOOSE_KEY = Verb("列为重点督办", "choose-key", rules.may_choose_key, icon="star")
CLOSE = Verb("按未表态办结", "close", rules.may_close_unstated, (S.REPLIED,))
MOTION = Verb("议案转建议", "convert", rules.may_convert_motion, (S.SUBMITTED, S.REGISTERED))
MARK = Verb("质量和公众评分", "mark", rules.may_mark, ANSWERED, icon="star")
PUBLISH = Verb("公开", "publish", rules.may_publish, ANSWERED)
RENEW_COPY = Verb("更新公开内容", "renew-copy", rules.may_renew_copy)
UNPUBLISH = Verb("撤下公开", "unpublish", rules.may_unpublish)
DECIDE_APPEAL = Verb("处理代表异议", "decide-appeal", rules.may_decide_appeal, tone="primary")
CHECK_PAPER = Verb("核对纸质评价", "check-paper-rating", rules.may_confirm_paper_rating, tone="primary")
CHECK = Verb("审核答复", "check", rules.may_check_reply, (A.UNDER_CHECK,), "primary")
DECIDE_OBJECTION = Verb("决定调整申请", "decide-objection", rules.may_decide_objection, tone="primary")
DECIDE_EXTENSION = Verb("决定延期申请", "decide-extension", rules.may_decide_extension, tone="primary")
EVERY_UNIT = (
    Verb("签收", "acknowledge", rules.may_acknowledge, (A.ASSIGNED,), "primary", "check"),
    Verb("申请调整", "object", rules.may_raise_objection, (A.ASSIGNED,)),
)
CO_UNIT = (
    Verb("提出会办意见", "opinion", rules.may_give_co_opinion, (A.ACKNOWLEDGED, A.BOUNCED), "primary", "edit"),
    Verb("登记联系代表", "contact", rules.may_record_contact, (A.ACKNOWLEDGED, A.BOUNCED), icon="phone"),
)
ANSWERING_UNIT = (
    Verb("签发答复", "sign", rules.may_sign_reply, (A.DRAFTED,), "primary"),
    Verb("起草答复", "reply", rules.may_draft_reply, AT_WORK, "primary", "edit"),
    Verb("登记联系代表", "contact", rules.may_record_contact, (*AT_WORK, A.DELIVERED), icon="phone"),
    Verb("制定办理方案", "plan", rules.may_make_plan, AT_WORK, icon="calendar"),
    Verb("申请延期", "extend", rules.may_request_extension, AT_WORK),
)
# Nothing can be signed before the unit has spoken with the deputy, so that comes first.
BEFORE_TALKING = (
    Verb("登记联系代表", "contact", rules.may_record_contact, AT_WORK, "primary", "phone"),
    Verb("制定办理方案", "plan", rules.may_make_plan, AT_WORK, icon="calendar"),
    Verb("起草答复", "reply", rules.may_draft_reply, AT_WORK, icon="edit"),
    Verb("申请延期", "extend", rules.may_request_extension, AT_WORK),
)
# On a paper that is merged into another one, its own deputy is still talked to; the rest is done under the main paper.
ALONG = (Verb("登记联系代表", "contact", rules.may_record_contact, AT_WORK, "primary", "phone"),)
BOUNCE = Verb("退回会办意见", "bounce", rules.may_bounce_co_opinion)
ASSIGNERS = (Role.CLERK, Role.TOWNSHIP_CLERK, Role.GOVERNMENT_OFFICE)


def actions_for(user: Any, case: Case, on: date) -> list[Action]:
    """Everything this person may do, or is only just not allowed to do, with this case today; what waits first."""
    sources = (
        _lead,
        _cosigner,
        _office,
        _committee,
        _office_papers,
        _assigner,
        _government,
        _units,
        _unit_papers,
        _promises,
    )
    found = [action for source in sources for action in source(user, case, on)]
    return sorted(found, key=lambda action: action.tone != "primary")


def _offered(verbs: Iterable[Verb], user: Any, obj: Any, on: date) -> Iterator[Action]:
    return (verb.action(user, obj, on) for verb in verbs if obj.state in verb.states)


def _lead(user: Any, case: Case, on: date) -> Iterator[Action]:
    if not relations.is_lead(user, case.suggestion):
        return
    yield from _offered(LEAD, user, case.suggestion, on)
    if case.suggestion.state == S.REPLIED and _is_signed(case):
        yield from (action for action in [ASK_COSIGNERS.action(user, case.suggestion, on)] if action.allowed)
    if case.suggestion.submitted_at and case.suggestion.state in WITHDRAWABLE and _is_signed(case):
        yield from _allowed([ASK_WITHDRAWAL], user, case.suggestion, on)
    if case.suggestion.state == S.REGISTERED:
        yield from (ANSWER_SPLIT.action(user, split, on) for split in case.splits if split.is_open)
    for contact in case.rounds[0].contacts if case.rounds else ():
        if contact.confirmed is None:
            label = f"确认{contact.held_on.month}月{contact.held_on.day}日联系记录"
            yield CONFIRM_CONTACT.action(user, contact, on, label)


def _is_signed(case: Case) -> bool:
    """Whether somebody signed along; from the prefetched rows."""
    return any(row.state == CosignerState.CONFIRMED for row in case.suggestion.cosigners.all())


def _allowed(verbs: Iterable[Verb], user: Any, obj: Any, on: date) -> Iterator[Action]:
    """Only what may be done, or could have been until a certain day."""
    actions = (verb.action(user, obj, on) for verb in verbs)
    return (action for action in actions if action.verdict or action.verdict.code == "date")


def _cosigner(user: Any, case: Case, on: date) -> Iterator[Action]:
    mine = relations.own_mandates(user)
    for row in case.suggestion.cosigners.all():
        if row.mandate_id in mine:
            row.suggestion = case.suggestion
            asked = case.suggestion.withdrawal_asked_at
            yield from _allowed([*COSIGNER, AGREE_WITHDRAWAL] if asked else COSIGNER, user, row, on)
            yield from _asked_for_word(user, case, row, on)


def _asked_for_word(user: Any, case: Case, row: Cosigner, on: date) -> Iterator[Action]:
    """The lead asks what this co-signer thinks of the replies."""
    words = case.rounds[0].words if case.rounds and case.suggestion.state == S.REPLIED else ()
    for word in words:
        if word.cosigner_id == row.pk and word.is_open:
            word.cosigner = row
            yield GIVE_WORD.action(user, word, on)


def _office(user: Any, case: Case, on: date) -> Iterator[Action]:
    suggestion = case.suggestion
    if not relations.is_office(user, suggestion, on):
        return
    yield from _offered(OFFICE, user, suggestion, on)
    if suggestion.state == S.REGISTERED and suggestion.two_steps(on):
        yield from _offered([HAND_OVER], user, suggestion, on)
    yield from _offered([SPLIT], user, suggestion, on)
    yield from _offered([END_MERGE if suggestion.merged_in else MERGE], user, suggestion, on)
    if any(clock.kind == "rating" and clock.is_open and clock.due_on < on for clock in case.clocks):
        yield from _offered([CLOSE], user, suggestion, on)
    if suggestion.state in REGISTERED_ONWARD and suggestion.level == Level.DISTRICT:
        offered = [verb.action(user, suggestion, on) for verb in (CHOOSE_KEY, CHOOSE_PROJECT)]
        yield from (action for action in offered if action.allowed)
    if suggestion.kind == Kind.MOTION:
        yield from _offered([MOTION], user, suggestion, on)
    if suggestion.published_at:
        yield RENEW_COPY.action(user, suggestion, on)
        yield UNPUBLISH.action(user, suggestion, on)
    else:
        yield from _offered([PUBLISH], user, suggestion, on)
    yield from _offered([MARK], user, suggestion, on)


def _committee(user: Any, case: Case, on: date) -> Iterator[Action]:
    """The committee that supervises the matter."""
    if case.suggestion.supervising_committee_id in user.organisations(Role.COMMITTEE, on=on):
        yield from _offered([MARK], user, case.suggestion, on)


def _office_papers(user: Any, case: Case, on: date) -> Iterator[Action]:
    if not relations.is_office(user, case.suggestion, on):
        return
    yield from (DECIDE_APPEAL.action(user, paper, on) for paper in case.appeals if paper.is_open)
    waiting = [paper for paper in case.papers if paper.state == PaperState.ENTERED]
    yield from (CHECK_PAPER.action(user, paper, on) for paper in waiting)


def _assigner(user: Any, case: Case, on: date) -> Iterator[Action]:
    """The office and the government office decide about the parts of units."""
    if not user.has_role(*ASSIGNERS, on=on):
        return
    theirs = [part for part in case.active if relations.is_assigner(user, part, on)]
    for part in theirs:
        yield from (_named(action, part, len(case.active)) for action in _offered([CHECK], user, part, on))
    for verb, requests in ((DECIDE_OBJECTION, case.objections), (DECIDE_EXTENSION, case.extensions)):
        for request in requests:
            if request.is_open and request.assignment in theirs:
                yield _named(verb.action(user, request, on), request.assignment, len(case.active))


def _government(user: Any, case: Case, on: date) -> Iterator[Action]:
    """What was handed to the government office waits for its distribution."""
    if user.has_role(Role.GOVERNMENT_OFFICE, on=on) and case.suggestion.state == S.REGISTERED:
        yield from _offered(DISTRIBUTE, user, case.suggestion, on)


def _units(user: Any, case: Case, on: date) -> Iterator[Action]:
    own = [part for part in case.active if relations.is_unit(user, part, on)]
    for part in own:
        verbs = (*EVERY_UNIT, *(_answering(case, part) if part.answers else CO_UNIT))
        if case.suggestion.follows:
            verbs = ALONG if part.answers else ()
        yield from (_named(action, part, len(own)) for action in _offered(verbs, user, part, on))


def _answering(case: Case, part: Any) -> tuple[Verb, ...]:
    """What an answering unit does, the talk first while this round has none."""
    silent = part.state == A.ACKNOWLEDGED and case.rounds
    talked = not silent or any(talk.assignment_id == part.pk for talk in case.rounds[0].contacts)
    return ANSWERING_UNIT if talked else BEFORE_TALKING


def _unit_papers(user: Any, case: Case, on: date) -> Iterator[Action]:
    own = [part for part in case.active if relations.is_unit(user, part, on)]
    if any(part.role == UnitRole.LEAD and part.state in AT_WORK for part in own):
        given = case.rounds[0].opinions if case.rounds else []
        standing = [row for row in given if not row.bounced_at and row.assignment.state == A.OPINION_GIVEN]
        yield from (_named(BOUNCE.action(user, row, on), row.assignment, 2) for row in standing)


def _promises(user: Any, case: Case, on: date) -> Iterator[Action]:
    """Promises of parts that were not released, each named by its unit where there are several."""
    for promise in (row for row in case.commitments if row.assignment in case.active):
        among = len(case.commitments)
        yield from (_named(action, promise.assignment, among) for action in promise_actions(user, promise, on))


def _named(action: Action, assignment: Any, among: int) -> Action:
    """The unit's name in the label where several parts could be meant."""
    return action if among < 2 else replace(action, label=f"{action.label}（{assignment.unit.label}）")
