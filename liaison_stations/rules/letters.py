"""What the writer of a letter may still do with it, and who of the house opens a letter and sees who wrote it.

A writer has no account: whoever holds number and query code is the writer, so his verdicts ask of the letter alone.
"""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import OFFICE
from liaison_stations.states.letter import ANSWERED, LETTER_FLOW, OPEN, LetterState

NOT_HIS = "来信由收信的联络站、代表、办理单位和代表联络工作机构查阅。"
NOT_HIS_WRITER = "来信人的联系方式只供经办这封信的人员查看。"


def may_open_letter(user: Any, letter: Any) -> Verdict:
    """Asked of its photographs too: whoever finds the letter in his list."""
    seen = user.is_authenticated and type(letter)._default_manager.visible_to(user).filter(pk=letter.pk).exists()
    return when(seen, NOT_HIS, "role")


def may_reveal_writer(user: Any, writer: Any) -> Verdict:
    """Whoever works on the letter: the office, the station's keepers, the deputy who answers, the unit. Not leaders."""
    if user.is_authenticated and user.has_role(Role.CHAIR, Role.VICE_CHAIR) and not user.has_role(*OFFICE):
        return when(False, NOT_HIS_WRITER, "role")
    letter = writer.letter
    verdict = may_open_letter(user, letter)
    if not verdict or user.has_role(*OFFICE):
        return verdict
    # A deputy sees whom to call once the letter is his to answer, not merely because it names him.
    names_him_only = letter.to_deputy_id and letter.to_deputy.user_id == user.pk and letter.deputy_id is None
    return when(not names_him_only, NOT_HIS_WRITER, "state")


def may_add_word(letter: Any, *, on: date) -> Verdict:
    """The writer adds something, or answers what he was asked, while somebody still works on it."""
    return when(
        letter.state in (*OPEN, LetterState.IN_SUGGESTION) and not letter.is_erased,
        "这封信已经有了结果，不能再补充。没有解决的，请选择“没有解决”；有新的情况，请另写一封信。",
    )


def may_rate(letter: Any, *, on: date) -> Verdict:
    """Once for each answer."""
    return LETTER_FLOW.verdict("rate_letter", letter.state) & _is_there(letter)


def may_reopen(letter: Any, *, on: date, days: int) -> Verdict:
    """Once, within `days` of the answer (F57)."""
    verdict = when(letter.state in ANSWERED, "还没有答复，正在办理中；有新的情况可以补充。")
    verdict &= when(letter.reopened_at is None, "这封信已经申请过一次继续办理。仍有问题的，请另写一封信。")
    if not verdict:
        return verdict
    last = timezone.localdate(letter.answered_at) + timedelta(days=days)
    verdict = when(on <= last, f"答复已超过{days}天，不能再申请继续办理。仍有问题的，请另写一封信。", "date")
    return verdict & _is_there(letter)


def may_ask_erasure(letter: Any, *, on: date) -> Verdict:
    """Once; of a letter that is still worked on the answer comes first."""
    return when(letter.erasure_asked_at is None, "已收到您的删除申请，正在办理。") & _is_there(letter)


def may_forget_writer(letter: Any, *, on: date) -> Verdict:
    """The writer takes his name and contact back at any time (个人信息保护法 15, 47)."""
    there = letter.writer.erased_at is None and not letter.is_erased
    return when(there, "姓名和联系方式已经删除。")


def _is_there(letter: Any) -> Verdict:
    return when(not letter.is_erased, "这封信的内容已经按规定删除。")
