"""Who handles bills of appointments, who sits an examination, who reads which of it."""

from datetime import date
from typing import Any

from django.utils import timezone

from foundation.ballots.counting import hand_of
from foundation.workflow import Verdict, when
from supervision.rules.house import ANSWERING, READERS, may_manage
from supervision.states.appointments import APPOINTMENT_FLOW, EXAM_FLOW, AppointmentState, ExamState

S = AppointmentState
READ_BY = "人事任免由人大机关、常委会组成人员和提请机关查阅。"
NOT_THE_NOMINEE = "由拟任人员本人办理。"
SAME_HAND = "得分是您登记的，请另一名工作人员对照试卷核对。"
BEFORE_THE_VOTE = (S.FILED, S.TABLED)


def may_list_appointments(user: Any) -> Verdict:
    """The house, and bodies that propose."""
    return when(user.is_authenticated and user.has_role(*READERS, *ANSWERING), READ_BY, "role")


def may_read_all(user: Any) -> Verdict:
    """The house itself."""
    return when(user.is_authenticated and user.has_role(*READERS), "由人大机关和常委会组成人员查阅。", "role")


def may_file_appointment(user: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_name_nominee(user: Any, appointment: Any, *, on: date) -> Verdict:
    """Lines are added and dropped until the bill is on the agenda."""
    return may_manage(user, on=on) & when(
        appointment.state == S.FILED, "已经列入议程，不能再增减人员；确需调整的，先“暂不付表决”。", "state"
    )


def may_drop_nominee(user: Any, nominee: Any, *, on: date) -> Verdict:
    """Before he was told of anything."""
    told = when(nominee.invited_at is None, "已经通知本人，不能删除；需要撤回的，撤回整个议案。", "state")
    return may_name_nominee(user, nominee.appointment, on=on) & told


def may_invite_nominee(user: Any, nominee: Any, *, on: date) -> Verdict:
    """To the examination and the service statement, once."""
    asked = when(nominee.kind.needs_exam or nominee.kind.needs_statement, "这一任免类型不要求考试和供职报告。", "state")
    once = when(nominee.invited_at is None, "已经通知过。", "state")
    return _early(user, nominee, on) & asked & once


def may_redraw_exam(user: Any, nominee: Any, *, on: date) -> Verdict:
    """Another paper after one that failed or was void; how many times is asked by the transition."""
    return _early(user, nominee, on) & when(nominee.kind.needs_exam, "这一任免类型不要求考试。", "state")


def may_enter_exam(user: Any, nominee: Any, *, on: date) -> Verdict:
    """A paper sat in writing, for whoever cannot sit it here."""
    return may_redraw_exam(user, nominee, on=on)


def may_exempt_nominee(user: Any, nominee: Any, *, on: date) -> Verdict:
    asked = when(nominee.kind.needs_exam and not nominee.exempt_reason, "这名人员不需要办理免试。", "state")
    return _early(user, nominee, on) & asked


def may_write_statement(user: Any, nominee: Any, *, on: date) -> Verdict:
    """The nominee himself, once he was asked; or the office from his paper."""
    own = when(user.is_authenticated and nominee.user_id == user.pk, NOT_THE_NOMINEE, "role")
    asked = when(nominee.kind.needs_statement, "这一任免类型不要求供职报告。", "state")
    invited = when(nominee.invited_at is not None, "请先通知本人。", "state")
    once = when(not hasattr(nominee, "statement"), "供职报告已经提交，不能再改。", "state")
    return (may_manage(user, on=on) | own) & asked & invited & once & _open(nominee)


def may_table_appointment(user: Any, appointment: Any, *, on: date) -> Verdict:
    return _step("table_appointment", user, appointment, on)


def may_postpone_appointment(user: Any, appointment: Any, *, on: date) -> Verdict:
    return _step("postpone_appointment", user, appointment, on)


def may_vote_appointment(user: Any, appointment: Any, *, on: date) -> Verdict:
    return _step("vote_appointment", user, appointment, on)


def may_issue_decision(user: Any, appointment: Any, *, on: date) -> Verdict:
    return _step("issue_decision", user, appointment, on)


def may_withdraw_appointment(user: Any, appointment: Any, *, on: date) -> Verdict:
    return _step("withdraw_appointment", user, appointment, on)


def may_record_pledge(user: Any, nominee: Any, *, on: date) -> Verdict:
    """After the vote, for those who were appointed to a post that asks for it."""
    asked = when(nominee.kind.needs_pledge and nominee.is_passed, "只登记须宪法宣誓并且已经通过任命的人员。", "state")
    voted = when(nominee.appointment.state in (S.VOTED, S.DECIDED), "表决通过后登记宣誓。", "state")
    return may_manage(user, on=on) & voted & asked & when(nominee.pledged_on is None, "已经登记宣誓。", "state")


def may_begin_exam(user: Any, exam: Any, *, on: date) -> Verdict:
    return _sits(user, exam) & EXAM_FLOW.verdict("begin_exam", exam.state) & _open(exam.nominee)


def may_hand_in_exam(user: Any, exam: Any, *, on: date) -> Verdict:
    return _sits(user, exam) & EXAM_FLOW.verdict("hand_in_exam", exam.state)


def may_collect_exam(user: Any, exam: Any, *, on: date) -> Verdict:
    """The office, once the time is over and nothing was handed in."""
    over = when(exam.ends_at is not None and timezone.now() > exam.ends_at, "答题时间还没有到。", "date")
    return may_manage(user, on=on) & EXAM_FLOW.verdict("collect_exam", exam.state) & over


def may_check_exam(user: Any, exam: Any, *, on: date) -> Verdict:
    """Somebody else than who entered the score of a paper sat in writing."""
    verdict = may_manage(user, on=on) & EXAM_FLOW.verdict("check_exam", exam.state)
    return verdict & when(verdict and hand_of(user).pk != exam.entered_by_id, SAME_HAND, "second")


def may_void_exam(user: Any, exam: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & EXAM_FLOW.verdict("void_exam", exam.state)


def may_read_items(user: Any, exam: Any) -> bool:
    """The questions of a paper that is still being sat are its nominee's alone."""
    return exam.state == ExamState.MARKED or (exam.state == ExamState.SITTING and exam.nominee.user_id == user.pk)


def may_open_nominee(user: Any, nominee: Any) -> Verdict:
    """Asked of his files."""
    seen = user.is_authenticated and type(nominee)._default_manager.visible_to(user).filter(pk=nominee.pk).exists()
    return when(seen, "材料由人大机关、常委会组成人员、提请机关和本人查阅。", "role")


def may_open_exam(user: Any, exam: Any) -> Verdict:
    """Asked of the scan of a paper sat in writing."""
    seen = user.is_authenticated and type(exam)._default_manager.visible_to(user).filter(pk=exam.pk).exists()
    return when(seen, "试卷由人大机关、常委会组成人员和本人查阅。", "role")


def _early(user: Any, nominee: Any, on: date) -> Verdict:
    return may_manage(user, on=on) & _open(nominee)


def _open(nominee: Any) -> Verdict:
    return when(nominee.appointment.state in BEFORE_THE_VOTE, "该案已经表决或者撤回。", "state")


def _sits(user: Any, exam: Any) -> Verdict:
    return when(user.is_authenticated and exam.nominee.user_id == user.pk, NOT_THE_NOMINEE, "role")


def _step(verb: str, user: Any, appointment: Any, on: date) -> Verdict:
    return may_manage(user, on=on) & APPOINTMENT_FLOW.verdict(verb, appointment.state)
