"""The words of the other fields: kinds, roles, grades, methods."""

from django.db.models import TextChoices


class Kind(TextChoices):
    SUGGESTION = "suggestion", "建议"
    MOTION = "motion", "议案"


class Origin(TextChoices):
    """How the paper came into being; a converted motion keeps its motion number (domain 2.4)."""

    SUGGESTION = "suggestion", "代表建议"
    MOTION = "motion", "代表议案"
    CONVERTED_MOTION = "converted_motion", "议案转建议"


class Channel(TextChoices):
    SESSION = "session", "大会期间"
    RECESS = "recess", "闭会期间"


class CosignerState(TextChoices):
    INVITED = "invited", "待确认"
    CONFIRMED = "confirmed", "已确认"
    DECLINED = "declined", "已谢绝"
    DROPPED = "dropped", "已移除"
    LEFT = "left", "已退出"


class UnitRole(TextChoices):
    LEAD = "lead", "主办"
    CO = "co", "会办"
    SEPARATE = "separate", "分办"


class Phase(TextChoices):
    BEFORE = "before", "办理前"
    DURING = "during", "办理中"
    AFTER = "after", "办理后"


class Method(TextChoices):
    VISIT = "visit", "登门走访"
    MEETING = "meeting", "座谈"
    ON_SITE = "on_site", "现场调研"
    PHONE = "phone", "电话"
    ONLINE = "online", "网络沟通"


class Rank(TextChoices):
    HEAD = "head", "主要负责人"
    DEPUTY_HEAD = "deputy_head", "分管负责人"
    SECTION = "section", "科室负责人"
    STAFF = "staff", "经办人员"


class Grade(TextChoices):
    """The three grades of each dimension of a rating (domain 2.11)."""

    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class Resolution(TextChoices):
    """What a mediation ends in."""

    REHANDLE = "rehandle", "重新办理"
    TRACK = "track", "承诺跟踪"
    CLOSE = "close", "办结"


class CommitmentState(TextChoices):
    OPEN = "open", "跟踪中"
    REPORTED = "reported", "已报兑现待确认"
    CONFIRMED = "confirmed", "已确认待代表再评价"
    FULFILLED = "fulfilled", "已兑现"
    DROPPED = "dropped", "不再跟踪"


# Somebody must still act: the unit, the office, or the deputy.
PROMISE_RUNNING = (CommitmentState.OPEN, CommitmentState.REPORTED, CommitmentState.CONFIRMED)


class Ending(TextChoices):
    """How a suggestion was closed. Silence is its own word and never counts as satisfied."""

    RATED = "rated", "代表已评价"
    NOT_STATED = "not_stated", "代表未表态"
    FULFILLED = "fulfilled", "承诺已兑现"
    MEDIATED = "mediated", "协调后办结"
    SPLIT = "split", "各件均已答复"


class Consequence(TextChoices):
    """What becomes of a paper that is not filed."""

    RETURN = "return", "退回代表修改后重新提出"
    LETTER = "letter", "作代表来信处理"
    REFERENCE = "reference", "转有关单位参考"


class SeriesKind(TextChoices):
    SESSION = "session", "大会建议"
    RECESS = "recess", "闭会建议"
    MOTION = "motion", "大会议案"


class RowState(TextChoices):
    """What became of one line of an assignment list."""

    CONFIRMED = "confirmed", "已确认待交办"
    WAITING = "waiting", "正在交办"
    DONE = "done", "已交办"
    FAILED = "failed", "未能交办"


class PaperState(TextChoices):
    ENTERED = "entered", "待第二人核对"
    CONFIRMED = "confirmed", "已核对"
    REJECTED = "rejected", "核对不符"


class PaperUse(TextChoices):
    """What a body's head and number series are for; opinions have a series of their own (ZJ16)."""

    REPLY = "reply", "答复函"
    CO_OPINION = "co_opinion", "会办意见"


class KeyState(TextChoices):
    """Where an item of key supervision stands; what was taken off stays on record."""

    ACTIVE = "active", "督办中"
    ENDED = "ended", "督办结束"
    REMOVED = "removed", "已移出"


class SupervisionKind(TextChoices):
    """The forms of key supervision (SD17 26, domain 2.12)."""

    MEETING = "meeting", "督办会"
    ON_SITE = "on_site", "现场督办"
    APPRAISAL = "appraisal", "代表评议"
    INSPECTION = "inspection", "视察"
    TALK = "talk", "面商"
    THIRD_PARTY = "third_party", "第三方评估"


class CheckPoint(TextChoices):
    """Where a word may slip out to the public: a person looks at each before a paper is opened (L17)."""

    TITLE = "title", "标题"
    BODY = "body", "案由、案据和具体建议"
    REPLY = "reply", "答复、逐条答复和承诺事项"
    FILE_NAME = "file_name", "附件名称"
    METADATA = "metadata", "附件属性（作者、单位、拍摄地点）"
    SNIPPET = "snippet", "列表和搜索结果"
    FEED = "feed", "订阅"
    EXPORT = "export", "开放数据"
    MAIL = "mail", "通知和信函"
