"""Reception days of a station (代表接待日): how they recur, where a day and a turn stand, how two deputies swap."""

from django.db.models import IntegerChoices, TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class Recurrence(TextChoices):
    """After what the days of a rule come round."""

    WEEKDAY = "weekday", "每周固定星期几"
    MONTHDAY = "monthday", "每月固定日期"
    MARKET = "market", "农历逢集日"
    DATES = "dates", "逐一指定日期"


class Weekday(IntegerChoices):
    """As `date.weekday()` counts."""

    MONDAY = 0, "星期一"
    TUESDAY = 1, "星期二"
    WEDNESDAY = 2, "星期三"
    THURSDAY = 3, "星期四"
    FRIDAY = 4, "星期五"
    SATURDAY = 5, "星期六"
    SUNDAY = 6, "星期日"


class Months(TextChoices):
    """In which months a rule holds."""

    EVERY = "every", "每个月"
    ODD = "odd", "单月"
    EVEN = "even", "双月"


class RestDay(TextChoices):
    """What becomes of a day that falls on a holiday or a weekend."""

    ROLL = "roll", "顺延到节假日后第一个工作日"
    KEEP = "keep", "照常接待"
    SKIP = "skip", "当次不安排"


class SlotState(TextChoices):
    """Where a reception day stands."""

    PLANNED = "planned", "已安排"
    HELD = "held", "已接待"
    MISSED = "missed", "无人到岗"
    CANCELLED = "cancelled", "已取消"


_S = SlotState
SLOT_FLOW = register(
    Flow(
        name="reception_slot",
        title="代表接待日流程",
        states=SlotState,
        start=_S.PLANNED,
        steps=(
            Step("close_slot", (_S.PLANNED,), _S.HELD, "登记到岗情况", "本站管理员；接待日当天起，有代表到岗"),
            Step("close_slot", (_S.PLANNED,), _S.MISSED, "登记到岗情况", "本站管理员；无人到岗的，告知站长"),
            Step("correct_slot", (_S.HELD, _S.MISSED), _S.HELD, "更正到岗情况", "本站管理员；写明理由"),
            Step("correct_slot", (_S.HELD, _S.MISSED), _S.MISSED, "更正到岗情况", "本站管理员；写明理由"),
            Step("cancel_slot", (_S.PLANNED,), _S.CANCELLED, "取消接待日", "本站管理员；写明理由，告知代表并公开"),
        ),
    )
)


class TurnState(TextChoices):
    """Where one deputy's turn on a reception day stands."""

    ON = "on", "值班"
    SERVED = "served", "已到岗"
    ABSENT = "absent", "未到岗"
    LEAVE = "leave", "已请假"
    SWAPPED = "swapped", "已换班"
    OFF = "off", "接待日取消"


# Whose name stands on the rota; the others have given their turn away.
STANDING_TURNS = (TurnState.ON, TurnState.SERVED, TurnState.ABSENT)
# What counts towards fairness: a turn to come, kept or missed. Who asked leave or gave it away has not had his turn.
COUNTED_TURNS = STANDING_TURNS


class SwapState(TextChoices):
    """Where a request to swap turns stands."""

    ASKED = "asked", "待对方答复"
    AGREED = "agreed", "已换班"
    DECLINED = "declined", "对方不同意"
    WITHDRAWN = "withdrawn", "已撤回"


_W = SwapState
SWAP_FLOW = register(
    Flow(
        name="duty_swap",
        title="接待日换班流程",
        states=SwapState,
        start=_W.ASKED,
        steps=(
            Step("agree_swap", (_W.ASKED,), _W.AGREED, "同意换班", "被商请的代表本人；两个接待日都还没有到"),
            Step("decline_swap", (_W.ASKED,), _W.DECLINED, "不同意", "被商请的代表本人"),
            Step("withdraw_swap", (_W.ASKED,), _W.WITHDRAWN, "撤回", "提出换班的代表本人"),
        ),
    )
)
