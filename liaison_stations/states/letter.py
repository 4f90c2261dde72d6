"""What can become of a letter: choices, the flow, and what the local numbers of the mailbox are about."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class LetterState(TextChoices):
    """Where a letter stands."""

    POSTED = "posted", "待审"
    ACCEPTED = "accepted", "已受理"
    DECLINED = "declined", "不予受理"
    REDIRECTED = "redirected", "已告知其他渠道"
    WITH_DEPUTY = "with_deputy", "待代表答复"
    WITH_UNIT = "with_unit", "办理中"
    REPLIED = "replied", "待审核答复"
    ANSWERED = "answered", "已答复"
    IN_SUGGESTION = "in_suggestion", "已转为代表建议"
    CLOSED = "closed", "已办结"


class LetterKind(TextChoices):
    """What the writer wants."""

    OPINION = "opinion", "意见"
    SUGGESTION = "suggestion", "建议"
    ENQUIRY = "enquiry", "咨询"
    HELP = "help", "求助"


class Channel(TextChoices):
    """By which road it came."""

    WEB = "web", "网上信箱"
    KIOSK = "kiosk", "自助终端"
    STATION = "station", "联络站接待"
    BOX = "box", "征集意见箱"
    PAPER = "paper", "来信"
    PHONE = "phone", "来电"


class EventKind(TextChoices):
    """One word in the conversation about a letter."""

    POSTED = "posted", "寄出"
    ACCEPTED = "accepted", "受理"
    DECLINED = "declined", "不予受理"
    REDIRECTED = "redirected", "告知其他渠道"
    GIVEN = "given", "交代表"
    HANDED_BACK = "handed_back", "代表退回"
    TRANSFERRED = "transferred", "交单位办理"
    RETURNED = "returned", "单位退回"
    REPLIED = "replied", "单位答复"
    BOUNCED = "bounced", "退回重办"
    DELAY_ASKED = "delay", "申请延期"
    DELAY_REFUSED = "no_delay", "不同意延期"
    ASKED = "asked", "请您补充"
    SAID = "said", "来信人补充"
    ANSWERED = "answered", "答复"
    RATED = "rated", "来信人评价"
    REOPENED = "reopened", "来信人表示没有解决"
    SUGGESTED = "suggested", "转为代表建议"
    OUTCOME = "outcome", "建议办理进展"
    CLOSED = "closed", "办结"
    ERASURE = "erasure", "申请删除"
    NOTE = "note", "内部记录"


class MailboxCode(TextChoices):
    """What a local number of the mailbox is about; each is a row with its basis and its days."""

    TEXT_LEAST = "text_least", "来信正文最少字数"
    TEXT_MOST = "text_most", "来信正文最多字数"
    PHOTOS = "photos", "来信最多照片（张）"
    CONTACT = "contact", "必须留联系方式（1是，0否）"
    CONTACT_HELP = "contact_help", "求助类必须留联系方式（1是，0否）"
    REOPEN_DAYS = "reopen_days", "答复后可以申请继续办理（天）"
    SAME_DAYS = "same_days", "同一内容视为重复来信（天）"
    LETTER_KEEP = "letter_keep", "办结后来信内容保存（天）"
    RECEPTION_KEEP = "reception_keep", "当场办结的接待记录保存（天）"
    KIOSK_SECONDS = "kiosk_seconds", "自助终端无人操作多久清除（秒）"
    MATTER_DAYS = "matter_days", "民情热点归并多少天内的来信（天）"
    MATTER_RISES = "matter_rises", "多少件相近来信提请研判（件）"
    MATTER_RISES_IN = "matter_rises_in", "提请研判统计多少天内的来信（天）"


class SpamSort(TextChoices):
    """What a sign of junk looks for."""

    WORDS = "words", "含有词语"
    LINKS = "links", "网址"
    MONOTONE = "monotone", "大段重复字符"
    NO_CHINESE = "no_chinese", "没有中文"
    SAME = "same", "与近期来信内容相同"
    OFTEN = "often", "同一网络地址短时间来信多"


_L = LetterState
# Somebody of the house still has to do something.
OPEN = (_L.POSTED, _L.ACCEPTED, _L.WITH_DEPUTY, _L.WITH_UNIT, _L.REPLIED)
# The writer has his answer, and may say whether it helped.
ANSWERED = (_L.ANSWERED, _L.CLOSED)
FINISHED = (_L.DECLINED, _L.REDIRECTED, _L.CLOSED)
# A unit finds a letter while it works on it and after it has answered.
WITH_UNIT = (_L.WITH_UNIT, _L.REPLIED, _L.ANSWERED, _L.CLOSED)

LETTER_FLOW = register(
    Flow(
        name="letter",
        title="群众来信办理流程",
        states=LetterState,
        start=_L.POSTED,
        steps=(
            Step("accept_letter", (_L.POSTED,), _L.ACCEPTED, "受理", "联络站管理员、代表联络工作机构；在时限内审查"),
            Step("decline_letter", (_L.POSTED, _L.ACCEPTED), _L.DECLINED, "不予受理", "写明理由和依据，来信人可见"),
            Step(
                "redirect_letter",
                (_L.POSTED, _L.ACCEPTED),
                _L.REDIRECTED,
                "告知其他渠道",
                "诉讼、仲裁、复议、信访等事项；写明应向谁提出",
            ),
            Step("give_to_deputy", (_L.ACCEPTED,), _L.WITH_DEPUTY, "交代表", "在任代表"),
            Step("hand_back", (_L.WITH_DEPUTY,), _L.ACCEPTED, "退回", "代表本人；写明理由"),
            Step("transfer_letter", (_L.ACCEPTED,), _L.WITH_UNIT, "交单位办理", "联络站管理员、代表联络工作机构"),
            Step("return_letter", (_L.WITH_UNIT,), _L.ACCEPTED, "退回", "办理单位；写明理由"),
            Step("reply_letter", (_L.WITH_UNIT,), _L.REPLIED, "报送答复", "办理单位"),
            Step("bounce_reply", (_L.REPLIED,), _L.WITH_UNIT, "退回重办", "写明还需要答复什么"),
            Step(
                "answer_letter",
                (_L.ACCEPTED, _L.WITH_DEPUTY, _L.REPLIED),
                _L.ANSWERED,
                "答复来信人",
                "代表本人或者经办人员；暂时不能解决的写明原因",
            ),
            Step("make_suggestion", (_L.ACCEPTED, _L.WITH_DEPUTY), _L.IN_SUGGESTION, "转为代表建议", "代表本人"),
            Step("end_suggestion", (_L.IN_SUGGESTION,), _L.ANSWERED, "告知建议结果", "建议办结后告知来信人"),
            Step("take_up_again", (_L.IN_SUGGESTION,), _L.ACCEPTED, "继续办理", "建议没有立案或者由代表撤回"),
            Step("rate_letter", (_L.ANSWERED,), _L.CLOSED, "评价", "来信人凭查询码"),
            Step("close_silent", (_L.ANSWERED,), _L.CLOSED, "办结", "来信人在时限内未评价"),
            Step(
                "reopen_letter",
                (_L.ANSWERED, _L.CLOSED),
                _L.ACCEPTED,
                "没有解决，继续办理",
                "来信人凭查询码；限一次，在时限内",
            ),
        ),
    )
)
