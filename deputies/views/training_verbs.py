"""The buttons of the pages of training."""

from deputies import rules
from deputies.rules.training import may_run_training_plan
from foundation.web.actions import Verb

PLAN_VERBS = (
    Verb("增加课程", "add-course", may_run_training_plan, "primary", "plus"),
    Verb("登记通过", "adopt-training-plan", rules.may_adopt_plan, icon="check"),
)
COURSE_VERBS = (
    Verb("开班", "open-batch", rules.may_open_batch, "primary", "plus"),
    Verb("修改课程", "change-course", rules.may_change_course, icon="edit"),
    Verb("取消课程", "drop-course", rules.may_drop_course),
)
MATERIAL_VERBS = (
    Verb("已学习，登记", "finish-material", rules.may_finish_material, "primary", "check", post=True),
    Verb("撤下", "withdraw-material", rules.may_withdraw_material),
)
STUDY_VERBS = (
    Verb("登记学习情况", "record-staff-study", rules.may_record_staff_study, "primary", "edit"),
    Verb("取消学习", "drop-staff-study", rules.may_drop_staff_study),
)
