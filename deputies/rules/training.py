"""Who plans the training of deputies, and who learns."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS, WHOLE_REGISTER, may_open_register
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when

STUDYING_STAFF = (*KEEPERS, Role.COMMITTEE)
TRAINERS = (*KEEPERS, Role.TOWNSHIP_CLERK)
NOT_A_TRAINER = "培训计划由代表联络工作机构和乡镇人大、街道工委的工作人员拟订。"
NOT_ITS_TRAINER = "该培训计划由拟订单位办理。"
NOT_THE_OFFICE = "学习培训由代表联络工作机构的工作人员安排。"


def may_plan_training(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Materials online, and what concerns all deputies, are the liaison office's."""
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_make_training_plan(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The liaison office for all, a township or street for the deputies of its own area."""
    return when(user.is_authenticated and user.has_role(*TRAINERS, on=on), NOT_A_TRAINER, "role")


def may_run_training_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    """Its courses and batches: whoever made it, the liaison office everybody's."""
    signed = user.is_authenticated
    own = signed and plan.organiser_id and plan.organiser_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    return when(signed and (own or user.has_role(*KEEPERS, on=on)), NOT_ITS_TRAINER, "role")


def may_adopt_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_run_training_plan(user, plan, on=on) & when(plan.adopted_on is None, "这一年度的培训计划已经通过。")


def may_change_course(user: Any, course: Any, *, on: date) -> Verdict:
    """What is to be taught; batches that were opened keep their own title and days."""
    return may_run_training_plan(user, course.plan, on=on) & when(not course.is_dropped, "该课程已取消，不能再办理。")


def may_drop_course(user: Any, course: Any, *, on: date) -> Verdict:
    begun = course.batches.exclude(activity__state="cancelled").exists()
    return may_change_course(user, course, on=on) & when(not begun, "该课程已经开班；不再举办的，请取消相应的活动。")


def may_open_batch(user: Any, course: Any, *, on: date) -> Verdict:
    return may_change_course(user, course, on=on)


def may_invite_to_batch(user: Any, batch: Any, *, on: date) -> Verdict:
    return may_run_training_plan(user, batch.course.plan, on=on)


def may_see_coverage(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Who has not been trained is shown to the congress's own house, not to colleagues."""
    allowed = user.is_authenticated and user.has_role(*WHOLE_REGISTER, on=on)
    return when(allowed, "参训情况由人大机关工作人员和常委会组成人员查阅。", "role")


def may_withdraw_material(user: Any, material: Any, *, on: date) -> Verdict:
    return may_plan_training(user, on=on) & when(not material.is_withdrawn, "该资料已经撤下。")


def may_finish_material(user: Any, material: Any, *, on: date) -> Verdict:
    """A serving deputy, once for each material."""
    known = user.is_authenticated and material.readings.filter(deputy__user=user).exists()
    return (
        when(serves(user, on), "学习情况由在任代表本人登记。", "role")
        & when(not material.is_withdrawn, "该资料已经撤下，不再登记学习情况。")
        & when(not known, "您已登记学习过这份资料。")
    )


def may_open_material(user: Any, material: Any) -> Verdict:
    """Asked of its files."""
    readable = bool(may_open_register(user)) and (not material.is_withdrawn or bool(may_plan_training(user)))
    return when(readable, "学习资料由代表和人大机关工作人员查阅。", "role")


def may_plan_staff_study(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The liaison office and the committees, for their own staff."""
    allowed = user.is_authenticated and user.has_role(*STUDYING_STAFF, on=on)
    return when(allowed, "机关学习由代表联络工作机构和各工作委员会安排。", "role")


def may_record_staff_study(user: Any, study: Any, *, on: date) -> Verdict:
    return (
        _may_keep_study(user, study, on)
        & when(study.is_open, "该次学习已经登记或者取消。")
        & when(on >= study.held_on, "学习举行后再登记情况。", "date")
    )


def may_drop_staff_study(user: Any, study: Any, *, on: date) -> Verdict:
    return _may_keep_study(user, study, on) & when(study.is_open, "该次学习已经登记或者取消。")


def _may_keep_study(user: Any, study: Any, on: date) -> Verdict:
    offices = user.organisations(*STUDYING_STAFF, on=on) if user.is_authenticated else set()
    allowed = bool(may_plan_staff_study(user, on=on)) and (
        study.organiser_id in offices or user.has_role(*KEEPERS, on=on)
    )
    return when(allowed, "该次学习由组织单位办理。", "role")


def may_open_staff_study(user: Any, study: Any = None) -> Verdict:
    allowed = user.is_authenticated and user.has_role(*WHOLE_REGISTER)
    return when(allowed, "机关学习安排由人大机关工作人员查阅。", "role")


def serves(user: Any, on: date) -> bool:
    """Whether this person is a serving deputy."""
    return bool(user.is_authenticated and people.mandates_of(user, on))
