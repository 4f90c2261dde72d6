"""What the remark column says: key supervision, a converted motion, the reason of dissatisfaction. Pure."""

import re
from dataclasses import dataclass

_REASON = re.compile(r"(?:代表)?不满意(?:的)?(?:原因|理由)(?:是|为)?[：:]?\s*(?P<reason>[^；;\n]+)")
_MOTION = re.compile(
    r"(?:由)?(?:原)?议案(?:第?(?P<number>\d{1,4})号)?转(?:为|作)?(?:代表)?建议(?:办理)?"
    r"(?:[（(]?原?议案第?(?P<old>\d{1,4})号[)）]?)?"
)
_KEY = re.compile(r"(?:列为|作为|确定为)?(?:主任会议)?重点(?:督办|办理)?(?:建议|件)?")
_DIFFICULT = re.compile(r"(?<!不)(?:涉及面广|涉及面较?广|难度较?大|处理难度大|六个月办理|6个月办理)")
_WITHDRAWN = re.compile(r"(?:代表|已|经同意)*撤[回销](?:建议)?")
_STATUS_LIKE = re.compile(r"并案|合并|并入|不予|不作为|撤|终止|退回|改派|延期")


@dataclass
class Remark:
    """The meaning of a remark. `rest` was not understood and is kept as it stands; `doubt` is said about it."""

    is_key: bool = False
    converted: bool = False
    motion_number: int | None = None
    reason: str = ""
    difficult: bool = False
    withdrawn: bool = False
    rest: str = ""
    doubt: str = ""


def read_remark(note: str) -> Remark:
    """ "重点督办；不满意原因：问题尚未解决" and the like."""
    remark = Remark()
    if match := _REASON.search(note):
        remark.reason = match["reason"].strip(" 。，,")
        note = note.replace(match.group(0), "；", 1)
    rest = [part for part in map(str.strip, re.split(r"[；;。，,、\n]+", note)) if part and not _taken(remark, part)]
    remark.rest = "；".join(rest)
    if _STATUS_LIKE.search(remark.rest):
        remark.doubt = f"“{remark.rest}”按说明文字保留，没有改变办理状态，请导入后在系统中核对。"
    return remark


def _taken(remark: Remark, part: str) -> bool:
    if match := _MOTION.fullmatch(part):
        remark.converted = True
        number = match["number"] or match["old"]
        remark.motion_number = int(number) if number else None
    elif _KEY.fullmatch(part):
        remark.is_key = True
    elif _WITHDRAWN.fullmatch(part):
        remark.withdrawn = True
    elif _DIFFICULT.search(part):
        remark.difficult = True
        return False
    else:
        return False
    return True
