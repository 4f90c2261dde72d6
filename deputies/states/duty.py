"""What a line of the performance file (履职档案) can be, and who confirms it."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step


class DutyBlock(TextChoices):
    """The eight blocks of the file (domain 3.2)."""

    BASIC = "basic", "基本情况"
    MEETINGS = "meetings", "出席会议"
    INSPECTION = "inspection", "视察、调研和执法检查"
    TRAINING = "training", "学习培训"
    GROUP = "group", "代表小组活动"
    SUGGESTIONS = "suggestions", "议案和建议"
    VOTERS = "voters", "联系选民和述职"
    HONOURS = "honours", "奖惩和其他"


class DutyUnit(TextChoices):
    """What a kind of duty is counted in."""

    HALF_DAY = "half_day", "半天"
    DAY = "day", "天"
    TIME = "time", "次"
    PIECE = "piece", "件"


class Approver(TextChoices):
    """Who confirms what a deputy reports himself. The office may always do it."""

    OFFICE = "office", "代表联络工作机构"
    GROUP = "group", "代表小组召集人"


class DutyState(TextChoices):
    REPORTED = "reported", "待核实"
    CONFIRMED = "confirmed", "已记入"
    DECLINED = "declined", "未予记入"
    TAKEN_BACK = "taken_back", "本人撤回"
    CORRECTED = "corrected", "已更正"
    STRUCK = "struck", "事由已撤销"


S = DutyState
IN_FORCE = (S.REPORTED, S.CONFIRMED)
NEEDS_REASON = (S.DECLINED, S.CORRECTED, S.STRUCK)

DUTY_FLOW = Flow(
    name="duty",
    title="履职记录",
    states=DutyState,
    start=S.REPORTED,
    steps=(
        Step("confirm_duty", (S.REPORTED,), S.CONFIRMED, "核实记入", "may_confirm_duty"),
        Step("decline_duty", (S.REPORTED,), S.DECLINED, "不予记入", "may_confirm_duty"),
        Step("take_back_duty", (S.REPORTED,), S.TAKEN_BACK, "撤回", "may_take_back_duty"),
        Step("correct_duty", (S.CONFIRMED,), S.CORRECTED, "更正", "may_correct_duty"),
        Step("strike_duty", (S.REPORTED, S.CONFIRMED), S.STRUCK, "事由撤销", "由产生记录的工作环节办理"),
    ),
)
