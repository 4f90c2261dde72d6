"""What is measured: which page, as whom, and how many milliseconds the median may take at 100,000 suggestions."""

from dataclasses import dataclass
from urllib.parse import quote

LIST, DETAIL, SEARCH, DESK = 25, 25, 30, 60
# Frequent, middling and rare: a word of every tenth paper, of some hundreds, of a handful.
WORDS = ("公交", "路灯", "停车", "养老", "河道", "鹤嘴", "龙洼", "月寨", "联络", "党员")


@dataclass(frozen=True)
class Page:
    """`addresses` are asked in turn; a detail page has the name of its route instead."""

    kind: str
    role: str
    username: str
    addresses: tuple[str, ...]
    limit: int
    what: str

    @property
    def key(self) -> str:
        return f"{self.what}/{self.role}"


READERS = (
    ("联络工作人员", "lianluo1"),
    ("代表", "daibiao1"),
    ("承办单位经办人", "chengban"),
    ("政府办公室", "zhengfuban"),
    ("工作委员会", "gongwei"),
    ("主任", "zhuren"),
)
MORE_DESKS = (("承办单位负责人", "fuzeren"), ("委员会秘书", "mishu"), ("乡镇人大工作人员", "xiangzhen"))


def _searches(address: str) -> tuple[str, ...]:
    return tuple(f"{address}?q={quote(word)}" for word in WORDS)


PAGES = (
    *(Page("list", role, name, ("/suggestions/",), LIST, "列表") for role, name in READERS),
    Page("list", "公众", "", ("/suggestions/public/",), LIST, "公开列表"),
    Page("list", "代表", "daibiao1", ("/suggestions/mine/",), LIST, "我的建议"),
    Page("list", "联络工作人员", "lianluo1", ("/suggestions/queue/overdue/",), LIST, "已逾期"),
    *(Page("detail", role, name, ("suggestions:detail",), DETAIL, "详情") for role, name in READERS),
    Page("detail", "公众", "", ("suggestions:public-page",), DETAIL, "公开详情"),
    *(Page("search", role, name, _searches("/suggestions/"), SEARCH, "两字检索") for role, name in READERS),
    Page("search", "公众", "", _searches("/suggestions/public/"), SEARCH, "公开检索"),
    Page("search", "联络工作人员", "lianluo1", _searches("/desk/search/"), SEARCH, "全站检索"),
    *(Page("desk", role, name, ("/desk/",), DESK, "工作台") for role, name in (*READERS, *MORE_DESKS)),
)
