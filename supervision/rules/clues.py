"""Who reads clues, and who takes one a step further: people named by the chair, never a role at large.

Only the chair reads by his post, because he names the others. No substitute acts here, no administrator reads.
"""

from datetime import date
from typing import Any

from foundation.accounts.roles import THREE_ADMINISTRATORS, Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when
from supervision.rules.clue_people import names
from supervision.rules.house import READERS
from supervision.states.clues import CLUE_FLOW, ClueDuty

NOT_THE_HOUSE = "问题线索由人大机关指定人员查阅。"
NOT_NAMED = "问题线索由常委会主任指定的人员查阅。发现线索的，请当面交指定的经办人员。"
NOT_A_HANDLER = "由常委会主任指定的经办人员办理。"
NOT_THE_LEADER = "由规定的领导本人批准。批准人在后台“问题线索移送批准人”中登记。"
NOT_THE_SAME = "登记人不能审核自己登记的线索，请由其他经办人员审核。"
NOT_BOTH = "登记人、审核人不能批准，请由其他领导批准。"
NOT_ABOUT_ONESELF = "线索反映的人员与您同名，您不能查阅和办理。"
NOT_THE_CHAIR = "查阅人员由常委会主任本人指定。"


def in_person(user: Any, on: date) -> bool:
    """Somebody of the house himself: never a substitute, never one of the three administrators."""
    if not user.is_authenticated or getattr(user, "acted_by", None) is not None:
        return False
    return user.has_role(*READERS, on=on) and not user.has_role(*THREE_ADMINISTRATORS, on=on)


def may_enter_clues(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The house learns whom to bring a clue to; rows are read by those named."""
    return when(user.is_authenticated and user.has_role(*READERS, on=on), NOT_THE_HOUSE, "role")


def may_read_clues(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The chair, and who is named on that day."""
    day = on or today()
    return when(in_person(user, day) and (user.has_role(Role.CHAIR, on=day) or _named(user, day)), NOT_NAMED, "role")


def may_open_clue(user: Any, clue: Any) -> Verdict:
    """Asked of its clocks. Never by whom it is about."""
    return may_read_clues(user, clue) & _apart(user, clue)


def may_open_clue_entry(user: Any, entry: Any) -> Verdict:
    """The papers of an entry are opened by whoever reads the clue."""
    return may_open_clue(user, entry.clue)


def may_register_clue(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return _handles(user, on)


def may_amend_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("amend_clue", user, clue, on)


def may_examine_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    """Four eyes: not by whoever registered it."""
    other = when(clue.registered_by_id != user.pk, NOT_THE_SAME, "role")
    return _handles(user, on) & _apart(user, clue) & other & _now("examine_clue", clue)


def may_approve_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _leads("approve_clue", user, clue, on)


def may_return_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _leads("return_clue", user, clue, on)


def may_drop_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _leads("drop_clue", user, clue, on)


def may_hand_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("hand_clue", user, clue, on)


def may_receive_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("receive_clue", user, clue, on)


def may_accept_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("accept_clue", user, clue, on)


def may_decline_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("decline_clue", user, clue, on)


def may_answer_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("answer_clue", user, clue, on)


def may_close_clue(user: Any, clue: Any, *, on: date) -> Verdict:
    return _step("close_clue", user, clue, on)


def may_name_reader(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The chair himself."""
    return when(in_person(user, on) and user.has_role(Role.CHAIR, on=on), NOT_THE_CHAIR, "role")


def may_end_reader(user: Any, reader: Any, *, on: date) -> Verdict:
    return may_name_reader(user, reader, on=on) & when(reader.ended_at is None, "已经终止。")


def may_be_named(user: Any, *, on: date) -> Verdict:
    """Somebody of the house with an open account who keeps no system: administrators are never named."""
    house = user.is_active and not user.is_superuser and user.has_role(*READERS, on=on)
    keeper = user.has_role(*THREE_ADMINISTRATORS, on=on)
    return when(house and not keeper, "请选择人大机关在任人员；系统、安全、审计管理员不能查阅问题线索。", "input")


def _named(user: Any, on: date, **duty: str) -> bool:
    return user.clue_readings.in_force(on).filter(**duty).exists()


def _handles(user: Any, on: date) -> Verdict:
    return when(in_person(user, on) and _named(user, on, duty=ClueDuty.HANDLE), NOT_A_HANDLER, "role")


def _apart(user: Any, clue: Any) -> Verdict:
    about = user.is_authenticated and names(clue.persons, user)
    return when(not about, NOT_ABOUT_ONESELF, "role")


def _now(verb: str, clue: Any) -> Verdict:
    return CLUE_FLOW.verdict(verb, clue.state)


def _step(verb: str, user: Any, clue: Any, on: date) -> Verdict:
    return _handles(user, on) & _apart(user, clue) & _now(verb, clue)


def _leads(verb: str, user: Any, clue: Any, on: date) -> Verdict:
    """Who the rule names, as long as he reads the list himself and has no hand in the clue."""
    hands = (clue.registered_by_id, clue.examined_by_id)
    roles = set(clue.approving(on).values_list("role", flat=True))
    leader = bool(roles) and user.is_authenticated and user.has_role(*roles, on=on)
    named = may_read_clues(user, on=on) & _apart(user, clue) & when(leader, NOT_THE_LEADER, "role")
    return named & when(user.pk not in hands, NOT_BOTH, "role") & _now(verb, clue)
