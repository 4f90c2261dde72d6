"""Who screens a letter, who has it in hand, who answers it."""

from datetime import date
from typing import Any

from foundation.accounts.roles import DUTY_ROLES, OFFICE_ROLES, Role
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import may_keep, offices_of
from liaison_stations.states.letter import LETTER_FLOW, LetterState

UNIT_SIDE = (*DUTY_ROLES, Role.GOVERNMENT_OFFICE)
NOT_THE_OFFICE = "来信由代表联络工作机构、收信联络站和所在乡镇街道审查交办。"
NOT_THE_DEPUTY = "由收到来信的代表本人办理。"
NOT_THE_UNIT = "由收到来信的单位办理。"
ERASED = "来信内容已经删除，不能再办理。"


def runs(user: Any, letter: Any, on: date) -> bool:
    """The office; the keepers of the station it was written to; the township or street whose area it is about."""
    if not user.is_authenticated:
        return False
    if user.has_role(*OFFICE_ROLES, on=on):
        return True
    if letter.to_station_id and may_keep(user, letter.to_station, on=on):
        return True
    return bool(letter.area_id and user.organisations(Role.TOWNSHIP_CLERK) & offices_of(letter.area))


def is_deputy(user: Any, letter: Any) -> bool:
    """The deputy who has the letter in hand, in person."""
    return bool(user.is_authenticated and letter.deputy_id and letter.deputy.user_id == user.pk)


def acts_for_unit(user: Any, letter: Any, on: date) -> bool:
    """Whoever acts for the body that has the letter in hand."""
    return bool(user.is_authenticated and letter.unit_id in user.organisations(*UNIT_SIDE, on=on))


def may_list_letters(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Everybody who may have a letter in hand; `visible_to` says which."""
    roles = (*OFFICE_ROLES, Role.CHAIR, Role.VICE_CHAIR, Role.DEPUTY, Role.STATION_KEEPER, *UNIT_SIDE)
    allowed = user.is_authenticated and user.has_role(*roles)
    return when(allowed, "来信由代表、联络站、承办单位和人大机关办理。", "role")


def may_open_letter(user: Any, letter: Any) -> Verdict:
    """Asked of its files: whoever finds it in his list."""
    seen = user.is_authenticated and type(letter).objects.visible_to(user).filter(pk=letter.pk).exists()
    return when(seen, "这封来信不由您办理。", "role")


def may_accept_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("accept_letter", user, letter, on)


def may_decline_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("decline_letter", user, letter, on)


def may_redirect_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("redirect_letter", user, letter, on)


def may_give_to_deputy(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("give_to_deputy", user, letter, on)


def may_transfer_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("transfer_letter", user, letter, on)


def may_hand_back(user: Any, letter: Any, *, on: date) -> Verdict:
    """The deputy; the office takes it back from a deputy who does not answer."""
    allowed = is_deputy(user, letter) or runs(user, letter, on)
    return _able("hand_back", when(allowed, NOT_THE_DEPUTY, "role"), letter)


def may_return_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """The body; the office takes it back to give it to another."""
    allowed = acts_for_unit(user, letter, on) or runs(user, letter, on)
    return _able("return_letter", when(allowed, NOT_THE_UNIT, "role"), letter)


def may_reply_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    return _able("reply_letter", when(acts_for_unit(user, letter, on), NOT_THE_UNIT, "role"), letter)


def may_bounce_reply(user: Any, letter: Any, *, on: date) -> Verdict:
    return _runner("bounce_reply", user, letter, on)


def may_answer_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """The deputy what he has in hand; else whoever runs it, also the checked reply of a body."""
    if letter.state == LetterState.WITH_DEPUTY:
        return _able("answer_letter", when(is_deputy(user, letter), NOT_THE_DEPUTY, "role"), letter)
    return _runner("answer_letter", user, letter, on)


def may_ask_writer(user: Any, letter: Any, *, on: date) -> Verdict:
    """Whoever has it in hand, one question at a time."""
    hands = {
        LetterState.ACCEPTED: runs(user, letter, on),
        LetterState.WITH_DEPUTY: is_deputy(user, letter),
        LetterState.WITH_UNIT: acts_for_unit(user, letter, on),
    }
    here = when(letter.state in hands, "来信受理后、答复前才能请来信人补充。", "state")
    mine = when(hands.get(letter.state, False), "由正在办理来信的人员提问。", "role")
    once = when(letter.asked_at is None, "已请来信人补充，请等来信人答复。", "state")
    return here & mine & once & _whole(letter)


def may_go_on(user: Any, letter: Any, *, on: date) -> Verdict:
    """The writer does not say anything: whoever runs the letter lets the time run on."""
    asked = when(letter.asked_at is not None, "没有等待来信人补充的问题。", "state")
    return when(runs(user, letter, on), NOT_THE_OFFICE, "role") & asked


def may_extend_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """Whoever runs it, while a body works on it; once, which the step asks of the clock."""
    here = when(letter.state == LetterState.WITH_UNIT, "单位正在办理的来信才能延期。", "state")
    return when(runs(user, letter, on), NOT_THE_OFFICE, "role") & here


def may_ask_letter_delay(user: Any, letter: Any, *, on: date) -> Verdict:
    """The body that works on it, once; the step asks the clock whether there is still time to ask."""
    here = when(letter.state == LetterState.WITH_UNIT, "办理中的来信才能申请延期。", "state")
    new = when(letter.delay_asked_at is None, "已申请延期，请等待答复。", "state")
    return when(acts_for_unit(user, letter, on), NOT_THE_UNIT, "role") & here & new


def may_refuse_letter_delay(user: Any, letter: Any, *, on: date) -> Verdict:
    asked = when(letter.delay_asked_at is not None, "单位没有申请延期。", "state")
    return when(runs(user, letter, on), NOT_THE_OFFICE, "role") & asked


def may_note_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """An internal word, by whoever runs the letter or has it in hand."""
    allowed = runs(user, letter, on) or is_deputy(user, letter) or acts_for_unit(user, letter, on)
    return when(allowed, "由办理来信的人员记录。", "role") & _whole(letter)


def may_enter_letter(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """A letter on paper or a call, entered for a citizen: the office, keepers, townships."""
    roles = (*OFFICE_ROLES, Role.STATION_KEEPER, Role.TOWNSHIP_CLERK)
    allowed = user.is_authenticated and user.has_role(*roles, on=on)
    return when(allowed, "来信来电由代表联络工作机构和联络站登记。", "role")


def may_publish_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """The office, an answered letter whose writer agreed to it apart from all else."""
    office = user.is_authenticated and user.has_role(*OFFICE_ROLES, on=on)
    answered = when(letter.state in (LetterState.ANSWERED, LetterState.CLOSED), "答复来信人之后才能公开。", "state")
    wished = when(letter.public_wish, "来信人没有同意公开。", "state")
    return when(office, "公开来信由代表联络工作机构审查。", "role") & answered & wished & _whole(letter)


def may_unpublish_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    office = user.is_authenticated and user.has_role(*OFFICE_ROLES, on=on)
    return when(office, "撤下公开由代表联络工作机构办理。", "role") & when(
        letter.is_public, "这封来信没有公开。", "state"
    )


def may_erase_letter(user: Any, letter: Any, *, on: date) -> Verdict:
    """On the writer's word (个人信息保护法 47), once nobody works on it any more."""
    office = user.is_authenticated and user.has_role(*OFFICE_ROLES, on=on)
    asked = when(letter.erasure_asked_at is not None, "来信人没有申请删除。", "state")
    return when(office, "删除由代表联络工作机构办理。", "role") & asked & _whole(letter)


def _runner(verb: str, user: Any, letter: Any, on: date) -> Verdict:
    return _able(verb, when(runs(user, letter, on), NOT_THE_OFFICE, "role"), letter)


def _able(verb: str, allowed: Verdict, letter: Any) -> Verdict:
    return allowed & LETTER_FLOW.verdict(verb, letter.state) & _whole(letter)


def _whole(letter: Any) -> Verdict:
    return when(letter.erased_at is None, ERASED, "state")
