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
        return f"liaison_stations.{self.key}"


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
        "群众来信",
        Event("letter_posted", "有新的群众来信"),
        Event("letter_word", "来信人补充情况"),
        Event("letter_rated", "来信人评价", statutory=False),
        Event("letter_reopened", "来信人表示没有解决"),
        Event("letter_writer_gone", "来信人撤回联系方式", statutory=False),
        Event("letter_not_public", "来信人撤回公开的同意"),
        Event("letter_back", "来信写入的建议没有结果"),
        Event("letter_erasure_asked", "来信人申请删除来信"),
        "联络站人员",
        Event("deputy_posted", "进驻联络站", statutory=False),
        Event("posting_ended", "离开联络站", statutory=False),
        Event("keeper_appointed", "担任联络站管理员"),
        Event("keeper_relieved", "不再担任联络站管理员"),
        "联络站评分",
        Event("scoring_opened", "请自评"),
        Event("scoring_listed", "列入评分人名单"),
        Event("rated_self", "自评完成，待现场评分", statutory=False),
        Event("self_rating_passed", "没有自评，转入现场评分"),
        Event("scored_on_site", "现场评分人数达到规定", statutory=False),
        Event("scores_published", "评分结果"),
        "代表接待日",
        Event("turns_arranged", "接待日安排"),
        Event("turn_ahead", "接待日提前通知"),
        Event("slot_short", "接待日缺值班代表"),
        Event("leave_taken", "接待日请假"),
        Event("swap_asked", "商请换班待答复"),
        Event("swap_answered", "换班答复"),
        Event("swap_withdrawn", "换班撤回", statutory=False),
        Event("slot_cancelled", "接待日取消"),
        Event("duty_missed", "接待日未到岗"),
        Event("received", "来访事项登记", statutory=False),
        Event("result_in", "来访事项有了结果"),
        Event("visitor_told", "已告知来访群众", statutory=False),
        "街道议政代表会",
        Event("street_meeting_planned", "议政代表会会议安排"),
        Event("street_meeting_cancelled", "议政代表会会议取消"),
        Event("street_meeting_held", "议政代表会已召开", statutory=False),
        Event("presidium_seated", "议政代表会主席团", statutory=False),
        Event("street_vote_entered", "表决计票待核对"),
        Event("street_vote_returned", "表决计票须重新录入"),
        Event("street_vote_checked", "表决结果", statutory=False),
        "专题议事",
        Event("deliberation_planned", "专题议事安排"),
        Event("deliberation_cancelled", "专题议事取消"),
        Event("deliberation_held", "专题议事形成意见", statutory=False),
        Event("deliberation_closed", "专题议事办理结果"),
        "议事意见",
        Event("council_raised", "议事意见待交办"),
        Event("council_handed", "交来议事意见"),
        Event("council_moved", "议事意见已交办", statutory=False),
        Event("council_recalled", "议事意见收回"),
        Event("council_answered", "单位答复议事意见"),
        Event("council_returned", "议事意见退回重新答复"),
        Event("council_closed", "议事意见办理结果"),
        Event("council_told", "议事意见已反馈提出人", statutory=False),
        "来信办理",
        Event("letter_ended", "来信不予受理、告知其他渠道", statutory=False),
        Event("letter_given", "来信交代表答复"),
        Event("letter_handed_back", "代表退回来信"),
        Event("letter_transferred", "来信交单位办理"),
        Event("letter_returned", "单位退回来信"),
        Event("letter_taken_back", "来信收回"),
        Event("letter_replied", "单位报送来信答复"),
        Event("letter_bounced", "来信答复退回重办"),
        Event("letter_extended", "来信办理延期"),
        Event("letter_answered", "来信已答复", statutory=False),
        Event("letter_published", "来信公开", statutory=False),
        Event("letter_unpublished", "来信撤下公开"),
        "征集意见箱",
        Event("box_opened", "开箱记录待确认"),
        Event("box_confirmed", "开箱记录已确认", statutory=False),
        "集中研判",
        Event("consultation_planned", "集中研判安排"),
        Event("minutes_issued", "研判事项待落实"),
        Event("item_settled", "研判事项已落实", statutory=False),
    )
}
