"""What the many papers say: the matters of the demonstration, each in its own village with its own figures."""

from dataclasses import dataclass
from random import Random

from congress_portal.demo.names import SURNAMES
from congress_portal.demo.subjects import SUBJECTS, Subject

VILLAGE_FIRST = "柳杨槐桐松竹梅桃李杏荷莲兰菊枫榆樟桂枣石沙金银铜玉龙凤虎马鹿鹤云月星霞"
VILLAGE_SECOND = "家湾坪岭坡塘湖桥河溪泉井庄店铺寨沟洼峪嘴"
LOCAL = (
    "其中{village}{surname}家组反映最为集中，今年以来联络站接到来电{count}次。",
    "经现场查看，{village}涉及{count}户，其中{part}户的问题已存在多年。",
    "我们同{village}支部书记老{surname}一起走访了{count}户，记录意见{part}条。",
    "{village}至{other}一线长{part}公里，沿线群众{count}余人受到影响。",
    "据{village}卫生室和小学统计，经常受影响的老人、学生共{count}人。",
    "{other}去年已经自筹资金先行整治，投入{count}万元，效果良好，可供{village}借鉴。",
)
ASKS = (
    "请承办单位到{village}现场办公一次，当面听取意见。",
    "先在{village}试点，总结经验后推广到{other}等地。",
    "将{village}的{count}户列入台账，逐户销号。",
    "进度每季度在{village}村务公开栏公布。",
)


@dataclass(frozen=True)
class Paper:
    """One paper in words."""

    subject: Subject
    place: str
    title: str
    facts: str
    grounds: str
    proposals: str


def paper(random: Random, place: str) -> Paper:
    """A paper about one of the matters, in a village of `place`."""
    subject, village, other = random.choice(SUBJECTS), _village(random), _village(random)
    words = {"village": village, "other": other}
    facts = subject.facts + _said(random, LOCAL, words)
    grounds = subject.grounds + _said(random, LOCAL, words)
    asks = [*subject.proposals, _said(random, ASKS, words)]
    proposals = "\n".join(f"{number}、{ask}" for number, ask in enumerate(asks, 1))
    title = subject.title.format(place=f"{place}{village}")
    return Paper(subject, place, title, facts.format(place=place), grounds.format(place=place), proposals)


def answers(written: Paper) -> list[dict[str, str]]:
    """The unit's answer to each proposal of the matter."""
    pairs = zip(written.subject.proposals, written.subject.answers, strict=True)
    return [{"point": point, "answer": answer.format(place=written.place)} for point, answer in pairs]


def _village(random: Random) -> str:
    return f"{random.choice(VILLAGE_FIRST)}{random.choice(VILLAGE_SECOND)}村"


def _said(random: Random, pool: tuple[str, ...], words: dict[str, str]) -> str:
    count, part = random.randint(20, 980), random.randint(2, 19)
    return random.choice(pool).format(**words, surname=random.choice(SURNAMES), count=count, part=part)
