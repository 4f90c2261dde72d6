from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from deputies.models.dated import Dated
from deputies.states import LeaveApprover


class ActivityKind(Dated):
    """A kind of activity and the local rules that go with it: notice, leave, check-in, what enters the ledger.

    `duty_kind`, `leave_duty` and `absence_duty` are codes of DutyKind; empty where nothing is entered. Leave from a
    congress session that already sits goes to `approver_in_session`.
    """

    code = models.SlugField("代码", max_length=40, unique=True, error_messages={"unique": "已有这个代码的活动类别。"})
    name = models.CharField("名称", max_length=40)
    order = models.PositiveSmallIntegerField("排序", default=100)
    duty_kind = models.CharField("参加计入的履职事项", max_length=40, blank=True, help_text="履职事项代码；留空不计。")
    leave_duty = models.CharField("请假计入的履职事项", max_length=40, blank=True, help_text="履职事项代码；留空不计。")
    absence_duty = models.CharField(
        "缺席计入的履职事项", max_length=40, blank=True, help_text="履职事项代码；留空不计。"
    )
    notice_days = models.PositiveSmallIntegerField("提前通知天数", default=7, help_text="不足天数的，邀请时提示。")
    leave_approver = models.CharField(
        "请假批准人", max_length=20, choices=LeaveApprover, default=LeaveApprover.CONVENOR
    )
    approver_in_session = models.CharField(
        "大会期间请假批准人", max_length=20, choices=LeaveApprover, blank=True, help_text="留空时与会前相同。"
    )
    counts_days = models.BooleanField("计入闭会期间活动天数", default=True)
    warns_of_absence = models.BooleanField(
        "未经批准缺席须提醒", default=False, help_text="用于代表大会会议（代表法第六十二条第三项）。"
    )
    opens_before = models.PositiveSmallIntegerField("提前多少分钟开始签到", default=60)
    asks_word = models.BooleanField(
        "签到时须填现场口令",
        default=False,
        help_text="开启后，代表扫码签到还须填写组织者在会场口头宣布的口令，用来防止转发二维码代签。",
    )
    place_metres = models.PositiveIntegerField(
        "签到须在会场多少米以内",
        null=True,
        blank=True,
        validators=[MinValueValidator(50), MaxValueValidator(5000)],
        help_text="留空不核对位置。填写后，组织者在活动页面标注会场位置，代表扫码签到时由手机核对距离；"
        "不同意定位的由组织者登记。手机在室内的误差常有几十米，不宜少于100米。",
    )
    late_after = models.PositiveSmallIntegerField("开始多少分钟后算迟到", default=10)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "活动类别"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
