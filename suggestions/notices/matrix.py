"""Who hears of what, as data (L11): every event names at least one person who is responsible for the next step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

LEAD, COSIGNERS, THIS_COSIGNER = "lead", "cosigners", "this_cosigner"
OFFICE, COMMITTEE, GOVERNMENT = "office", "committee", "government"
DISTRIBUTOR = "distributor"
VICE_CHAIRS, KEY_LEADER, KEY_COMMITTEE = "vice_chairs", "key_leader", "key_committee"
UNIT, LEAD_UNIT, UNITS, CHECKER = "unit", "lead_unit", "units", "checker"


@dataclass(frozen=True)
class Event:
    """One kind of message: its name, whom it goes to, whether it may be switched off, whether it hides its sender.

    `leads` is False where whoever hears of it may not open the case any more: such a message has no link.
    """

    key: str
    name: str
    hearers: tuple[str, ...]
    statutory: bool = True
    nameless: bool = False
    leads: bool = True
    heading: str = ""

    @property
    def kind(self) -> str:
        """The key under which foundation.notices knows it."""
        return f"suggestions.{self.key}"


def _under(*rows: str | Event) -> Iterator[Event]:
    """The events, each under the last heading before it."""
    heading = ""
    for row in rows:
        if isinstance(row, str):
            heading = row
        else:
            yield replace(row, heading=heading)


# The headings are those of the inbox's filter; one may come twice.
MATRIX: dict[str, Event] = {
    event.key: event
    for event in _under(
        "提出、联名和立案",
        Event("cosign_asked", "联名邀请", (THIS_COSIGNER,)),
        Event("cosign_asked_again", "文本修改后再次确认联名", (THIS_COSIGNER,)),
        Event("cosign_answered", "联名答复", (LEAD,), statutory=False),
        Event("cosign_dropped", "移出联名名单", (THIS_COSIGNER,), statutory=False, leads=False),
        Event("cosign_left", "退出联名", (LEAD, OFFICE)),
        Event("submitted", "建议待审查", (OFFICE,)),
        Event("sent_back", "建议退回修改", (LEAD, COSIGNERS)),
        Event("refused", "不予立案", (LEAD, COSIGNERS)),
        Event("registered", "建议立案编号", (LEAD, COSIGNERS)),
        Event("converted", "议案转建议", (LEAD, COSIGNERS)),
        Event("split_proposed", "拆分意见待代表答复", (LEAD,)),
        Event("split_answered", "代表答复拆分意见", (OFFICE,)),
        Event("merged", "建议并案办理", (LEAD, COSIGNERS, COMMITTEE)),
        Event("merged_to", "其他建议并入本件", (LEAD, COSIGNERS, UNITS)),
        Event("merge_ended", "解除并案", (LEAD, COSIGNERS, UNITS, OFFICE)),
        "交办和签收",
        Event("handed_over", "转政府办公室分办", (DISTRIBUTOR, LEAD, COSIGNERS)),
        Event("hand_over_returned", "政府办公室退回", (OFFICE,)),
        Event("meeting_done", "交办会清单办理完成", (OFFICE,)),
        Event("assigned", "建议交办", (UNITS, GOVERNMENT, COMMITTEE)),
        Event("assignment_told", "建议已交办", (LEAD, COSIGNERS)),
        Event("acknowledged", "承办单位签收", (LEAD, OFFICE), statutory=False),
        Event("objection_raised", "承办单位申请调整", (OFFICE, GOVERNMENT)),
        Event("objection_refused", "调整申请未获同意", (UNIT,)),
        Event("assigned_anew", "改派交办", (UNIT, GOVERNMENT)),
        Event("released", "承办任务解除", (UNIT,), leads=False),
        Event("reassigned", "建议改由新的单位承办", (LEAD, COSIGNERS, OFFICE)),
        Event("appeal_raised", "代表对交办提出异议", (OFFICE,)),
        Event("appeal_decided", "交办异议的决定", (LEAD,)),
        "办理和答复",
        Event("contact_recorded", "联系记录待代表确认", (LEAD,)),
        Event("contact_answered", "代表确认联系记录", (UNIT,), statutory=False),
        Event("plan_made", "办理方案", (LEAD, COSIGNERS), statutory=False),
        Event("co_opinion_given", "会办意见", (LEAD_UNIT,)),
        Event("co_opinion_bounced", "会办意见退回", (UNIT,)),
        Event("extension_requested", "延期申请待决定", (OFFICE, GOVERNMENT)),
        Event("extension_decided", "延期申请的决定", (UNIT,)),
        Event("extension_told", "办理期限延长", (LEAD, COSIGNERS)),
        Event("pressed", "催办", (UNIT,)),
        Event("reply_signed", "答复待审核", (CHECKER,)),
        Event("reply_returned", "答复退回修改", (UNIT,)),
        Event("reply_delivered", "答复已送达", (LEAD, COSIGNERS)),
        "评价和重新办理",
        Event("rating_asked", "请代表评价办理情况", (LEAD,)),
        Event("rating_urged", "催请代表评价", (LEAD,)),
        Event("word_asked", "评价前征求联名代表意见", (THIS_COSIGNER,)),
        Event("word_given", "联名代表对答复的意见", (LEAD,)),
        Event("rated", "代表已评价", (OFFICE, UNITS), nameless=True),
        Event("rehandled", "重新办理", (UNITS, OFFICE, COMMITTEE)),
        Event("mediation_opened", "进入协调评估", (OFFICE, UNITS, LEAD, COMMITTEE)),
        Event("mediation_resolved", "协调评估结果", (LEAD, UNITS, COSIGNERS)),
        "承诺跟踪",
        Event("tracked", "承诺事项跟踪", (UNITS, OFFICE)),
        Event("fulfilment_reported", "承诺兑现待确认", (OFFICE, LEAD)),
        Event("fulfilment_checked", "承诺兑现确认结果", (UNIT, LEAD)),
        Event("progress_recorded", "承诺进展", (LEAD, OFFICE, COMMITTEE), statutory=False),
        Event("promise_rating_asked", "请代表对承诺兑现再次评价", (LEAD,)),
        Event("promise_rated", "代表对承诺兑现再次评价", (OFFICE, UNIT), nameless=True),
        Event("promise_settled", "承诺按已兑现记载", (LEAD, UNIT)),
        Event("carried_over", "承诺结转", (UNIT, LEAD, OFFICE)),
        Event("carried_overdue", "逾期承诺结转", (UNIT, LEAD, OFFICE, COMMITTEE, VICE_CHAIRS)),
        Event("carry_over_explained", "承诺结转说明", (LEAD, OFFICE, COMMITTEE)),
        Event("statements_opened", "年终承诺情况待告知", (UNIT,)),
        Event("statement_sent", "年终承诺情况告知", (LEAD,)),
        Event("statement_received", "代表签收年终告知", (UNIT,), statutory=False),
        Event("look_back_opened", "回头看待填报", (UNIT,)),
        Event("look_back_answered", "回头看填报", (OFFICE, LEAD), statutory=False),
        Event("look_back_closed", "回头看办结", (UNIT, OFFICE)),
        "督办、评选和专项资金",
        Event("key_chosen", "列为重点督办", (KEY_LEADER, KEY_COMMITTEE, UNITS, GOVERNMENT, LEAD, COSIGNERS)),
        Event("supervision_held", "督办活动", (KEY_LEADER, KEY_COMMITTEE, UNITS, LEAD), statutory=False),
        Event("supervision_reported", "督办情况报告", (KEY_LEADER, KEY_COMMITTEE, UNITS, LEAD)),
        Event("supervision_ended", "重点督办结束", (KEY_LEADER, KEY_COMMITTEE, UNITS, LEAD)),
        Event("key_removed", "移出重点督办", (KEY_LEADER, UNITS, LEAD, OFFICE)),
        Event("key_duty_ended", "不再负责重点督办", (KEY_COMMITTEE,), leads=False),
        Event("key_published", "重点督办公布", (LEAD, UNITS), statutory=False),
        Event("key_unpublished", "重点督办撤下公布", (LEAD, UNITS), statutory=False),
        Event("awards_decided", "评选已决定", (OFFICE, VICE_CHAIRS)),
        Event("awards_published", "评选结果公布", (OFFICE, UNITS, LEAD)),
        Event("report_handed_in", "办理情况报告提交", (OFFICE,)),
        Event("report_heard", "办理情况报告已听取和审议", (UNITS, GOVERNMENT)),
        Event("pot_set", "专项资金总额", (OFFICE,)),
        Event("project_chosen", "安排专项资金项目", (LEAD, UNITS, COMMITTEE)),
        Event("project_carrier", "专项资金项目（实施单位）", (UNIT,)),
        Event("project_cancelled", "专项资金项目取消", (LEAD, UNITS)),
        Event("project_moved", "专项资金项目进展", (OFFICE, LEAD), statutory=False),
        Event("project_judged", "专项资金项目验收", (LEAD, UNITS)),
        Event("fund_applied", "专项资金申请待初审", (OFFICE,)),
        Event("fund_screened", "专项资金申请初审", (UNIT,)),
        "办结和公开",
        Event("closed", "建议办结", (LEAD, COSIGNERS, UNITS), statutory=False),
        "提出、联名和立案",
        Event("withdrawal_asked", "撤回建议征求意见", (COSIGNERS,)),
        Event("withdrawal_agreed", "联名代表同意撤回", (LEAD,)),
        Event("withdrawal_declined", "联名代表不同意撤回", (LEAD, COSIGNERS)),
        Event("withdrawn", "建议撤回", (OFFICE, COSIGNERS)),
        "办结和公开",
        Event("published", "建议公开", (LEAD, UNITS), statutory=False),
        Event("copy_renewed", "公开内容更新", (LEAD, UNITS), statutory=False),
        Event("unpublished", "建议撤下公开", (LEAD, UNITS), statutory=False),
        "评价和重新办理",
        Event("paper_entered", "纸质评价待核对", (OFFICE,)),
        Event("paper_rejected", "纸质评价核对不符", (OFFICE,)),
    )
}
