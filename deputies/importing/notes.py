"""What the remark column says: further levels, by-elections, suspended and ended mandates (代表法 61, 62). Pure."""

import re
from dataclasses import dataclass, field
from datetime import date

from deputies.states import EndReason, Level, MandateStatus, SuspensionReason

LEVEL_WORDS = {
    "全国": Level.NATIONAL,
    "自治区": Level.PROVINCE,
    "省": Level.PROVINCE,
    "市": Level.CITY,
    "自治州": Level.CITY,
    "区": Level.DISTRICT,
    "县": Level.DISTRICT,
    "乡": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
}
_WORDS = "|".join(LEVEL_WORDS)
_LEVELS = re.compile(
    rf"(?:同时)?(?:系|是|为|兼任?)?((?:{_WORDS})(?:级)?(?:[、和及/](?:{_WORDS})(?:级)?)*)(?:第?[一二三四五六七八九十\d]+届)?(?:人大)?代表"
)
_DATE = r"(?P<year>\d{4})[年.\-/](?P<month>\d{1,2})(?:月|(?=[^\d])|$)(?:[.\-/]?(?P<day>\d{1,2})日?)?"
_DATED = re.compile(_DATE)
_BY_ELECTION = re.compile(rf"(?:{_DATE})?(?:经)?(?:依法)?(?:补选|增补)(?:当选|产生|为代表|代表)*")
_REASONS = (
    (EndReason.RECALLED, r"罢免"),
    (EndReason.DIED, r"去世|逝世|病故|死亡|亡故|病逝|已故|身故"),
    (EndReason.LOST_RIGHTS, r"(?<!未附加)(?<!没有附加)剥夺政治权利"),
    (EndReason.LOST_NATIONALITY, r"丧失.{0,10}国籍|取得.{0,4}外国国籍|加入外国"),
    (EndReason.LOST_CAPACITY, r"丧失行为能力"),
    (EndReason.ABSENT_TWICE, r"[两二2]次(?:未经批准)?(?:未|不|缺)"),
    (EndReason.RESIGNED, r"辞去.{0,8}代表|辞职|辞代表|请辞"),
    (EndReason.MOVED_AWAY, r"调离|迁出|调出|调往|迁离|调任"),
)
_SUSPENSIONS = (
    (SuspensionReason.SENTENCED, r"有期徒刑|拘役|管制|服刑|判刑"),
    (SuspensionReason.DETAINED, r"羁押|侦查|起诉|审判|逮捕|拘留|刑事"),
)
_SUSPENDED = re.compile(r"暂停|中止")
_ENDED = re.compile(r"终止|撤销|资格无效|丧失代表资格|不再担任.{0,6}代表|已不是.{0,4}代表")
_STATUS_LIKE = re.compile(r"资格|停职|停用|失效|离任|卸任|出缺|除名|开除|免职|恢复|待定|空缺|被查|留置|双开")
_HARMLESS_RESIGNATION = re.compile(r"辞去(?!.{0,8}代表)[^，。；,;]*?职务|辞去(?!.{0,8}代表)[^，。；,;]*?委员")
MEND = "请写明法定情形，例如“2025年9月调离，终止代表资格”“2025年6月辞去代表职务”“因刑事案件被羁押，暂停执行代表职务”。"


@dataclass
class NoteReading:
    """What a remark means. `rest` is what was not understood and is kept as a remark; `fault` refuses the row."""

    levels: list[Level] = field(default_factory=list)
    by_election: bool = False
    elected_on: date | None = None
    status: MandateStatus = MandateStatus.SERVING
    reason: str = ""
    since: date | None = None
    rest: str = ""
    fault: str = ""
    doubt: str = ""


def read_note(note: str, home: str = Level.DISTRICT, home_word: str = "") -> NoteReading:
    """Reads one remark.

    `home_word` is the word for the congress's own level: "区", or "市" in a county-level city.
    """
    reading = NoteReading(rest=note)
    if not note:
        return reading
    words = LEVEL_WORDS | ({home_word: Level(home)} if home_word else {})
    try:
        _take_levels(reading, words)
        _take_by_election(reading)
        _take_status(reading, note)
    except ValueError:
        reading.fault = f"备注“{note}”中的日期不存在，请改正。"
    reading.rest = re.sub(r"^[\s，,。；;、]+|[\s，,。；;、]+$", "", reading.rest)
    return reading


def levels_in(shown: str, words: dict[str, Level]) -> list[Level]:
    """ "省、市" → [PROVINCE, CITY]; longer words first, so that 自治区 is no 区."""
    pattern = "|".join(sorted(words, key=len, reverse=True))
    return list(dict.fromkeys(words[word] for word in re.findall(pattern, shown)))


def _take_levels(reading: NoteReading, words: dict[str, Level]) -> None:
    for match in _LEVELS.finditer(reading.rest):
        reading.levels += [level for level in levels_in(match.group(1), words) if level not in reading.levels]
    reading.rest = _LEVELS.sub("", reading.rest)


def _take_by_election(reading: NoteReading) -> None:
    match = _BY_ELECTION.search(reading.rest)
    if match:
        reading.by_election, reading.elected_on = True, _day(match)
        reading.rest = reading.rest.replace(match.group(0), "", 1)


def _take_status(reading: NoteReading, note: str) -> None:
    said = _HARMLESS_RESIGNATION.sub("", reading.rest)
    suspended, ended = _SUSPENDED.search(said), _ENDED.search(said)
    table = _SUSPENSIONS if suspended else _REASONS
    reason = next((code for code, pattern in table if re.search(pattern, said)), "")
    if suspended or ended or reason:
        if not reason:
            reading.fault = (
                f"备注“{note}”没有写明{'暂停执行代表职务' if suspended else '代表资格终止'}的法定情形。{MEND}"
            )
            return
        reading.status = MandateStatus.SUSPENDED if suspended else MandateStatus.ENDED
        reading.reason, reading.since = reason, _day(_DATED.search(said))
        if not suspended and not ended and reason == EndReason.MOVED_AWAY:
            reading.doubt = f"“{note}”按调离本行政区域、代表资格终止读取，请核对。"
        reading.rest = ""
    elif _STATUS_LIKE.search(said):
        reading.fault = f"备注“{note}”看不出代表是否在任。{MEND}"


def _day(match: re.Match | None) -> date | None:
    if not match or not match.group("year"):
        return None
    return date(int(match.group("year")), int(match.group("month")), int(match.group("day") or 1))
