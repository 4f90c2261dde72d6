"""The kinds of message of this room, each under the heading of the inbox's filter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Event:
    """One kind of message: its name, and whether it may be switched off."""

    key: str
    name: str
    statutory: bool = True
    heading: str = ""

    @property
    def kind(self) -> str:
        """The key under which foundation.notices knows it."""
        return f"deputies.{self.key}"


def _under(*rows: str | Event) -> Iterator[Event]:
    """The events, each under the last heading before it."""
    heading = ""
    for row in rows:
        if isinstance(row, str):
            heading = row
        else:
            yield replace(row, heading=heading)


MATRIX: dict[str, Event] = {
    event.key: event
    for event in _under(
        "履职档案",
        Event("duty_reported", "自报履职记录待核实"),
        Event("duty_confirmed", "履职记录记入档案", statutory=False),
        Event("duty_declined", "履职记录未予记入"),
        Event("duty_corrected", "履职记录更正"),
        Event("duty_struck", "履职记录撤销"),
        Event("duty_objected", "对履职记录的异议"),
        Event("objection_answered", "履职记录异议的答复"),
        "代表名册",
        Event("term_changed", "换届办理"),
        Event("seat_over", "代表职务随换届结束"),
        "代表风采",
        Event("consent_said", "代表对公开照片和简介的意见"),
        Event("page_published", "代表公开页面公开"),
        Event("page_hidden", "代表公开页面撤下"),
        Event("points_fixed", "积分固定"),
        Event("points_told", "本人积分固定", statutory=False),
        Event("points_failed", "积分生成失败"),
        "履职活动",
        Event("invited", "活动通知"),
        Event("plan_published", "年度活动计划公布"),
        Event("campaign_published", "主题活动公布", statutory=False),
        Event("moved", "活动时间、地点调整"),
        Event("cancelled", "活动取消"),
        Event("leave_asked", "请假待审批"),
        Event("leave_decided", "请假审批结果"),
        Event("leave_withdrawn", "撤回请假"),
        Event("corrected", "出席情况更正"),
        Event("result_forwarded", "代表意见待反馈"),
        Event("feedback_given", "代表意见处理情况反馈"),
        Event("own_absence", "本人缺席代表大会会议"),
        Event("session_absence", "代表缺席代表大会会议"),
        Event("absent", "缺席登记"),
        "联系代表和选民",
        Event("contact_assigned", "联系代表安排"),
        Event("contact_ended", "联系代表安排终止"),
        Event("contact_visited", "联系代表记录", statutory=False),
        Event("contact_outcome", "反映问题的处理情况"),
        Event("reception_opened", "代表接待日安排"),
        Event("raised_recorded", "座谈会意见登记", statutory=False),
        Event("raised_answered", "接待日意见的答复"),
        Event("passed_over", "列席轮次顺延"),
        Event("sit_in_asked", "列席申请待安排"),
        Event("sit_in_declined", "列席申请的答复"),
        "专业代表小组",
        Event("circle_asked", "咨询待答复"),
        Event("circle_answered", "咨询的答复"),
        Event("circle_closed", "咨询办结", statutory=False),
        "学习培训",
        Event("training_plan_adopted", "年度培训计划", statutory=False),
        Event("material_issued", "学习资料发布", statutory=False),
        Event("staff_study_planned", "机关学习安排", statutory=False),
        Event("staff_study_dropped", "机关学习取消", statutory=False),
        "代表述职",
        Event("report_planned", "述职安排"),
        Event("report_moved", "述职改期"),
        Event("report_cancelled", "述职安排取消"),
        Event("report_waits_again", "述职会议须重新安排"),
        Event("statement_in", "述职报告待审阅"),
        Event("statement_read", "述职报告审阅结果"),
        Event("ballot_entered", "选民测评计票待核对"),
        Event("ballot_returned", "选民测评计票须重新录入"),
        Event("ballot_void", "选民测评无效"),
        Event("ballot_published", "选民测评结果"),
        Event("rectification_in", "述职整改报告待确认"),
        Event("rectification_judged", "述职整改确认结果"),
        "知情知政",
        Event("bulletin_issued", "情况通报", statutory=False),
        Event("bulletin_unread", "提醒阅读通报"),
        Event("bulletin_withdrawn", "通报撤回"),
        "社情民意",
        Event("feeling_reported", "代表反映社情民意"),
        Event("feeling_returned", "社情民意退回补充"),
        Event("feeling_received", "社情民意接收", statutory=False),
        Event("feeling_forwarded", "转来社情民意"),
        Event("feeling_moved", "社情民意转办", statutory=False),
        Event("feeling_recalled", "社情民意收回"),
        Event("feeling_answered", "单位答复社情民意"),
        Event("feeling_closed", "社情民意办理结果"),
        "服务和保障",
        Event("request_asked", "代表提出请求"),
        Event("request_accepted", "请求受理"),
        Event("request_declined", "请求未受理"),
        Event("request_answered", "请求答复"),
        Event("request_settled", "代表确认已解决", statutory=False),
        Event("request_reopened", "代表表示没有解决"),
        Event("request_withdrawn", "代表撤回请求", statutory=False),
        "年度考核",
        Event("evaluation_opened", "年度考核自评"),
        Event("evaluation_shown", "拟定考核等次"),
        Event("evaluation_objected", "对考核等次的异议"),
        Event("evaluation_answered", "考核异议的答复"),
        Event("evaluation_published", "年度考核结果"),
        Event("grades_shown", "考核等次公开范围调整"),
    )
}
