"""What the columns of a list of stations can mean, by the header words offices use."""

from foundation.documents.reading.headers import Meaning
from liaison_stations.states import Standard, StationTier

STATIONS = (
    Meaning("serial", "序号", ("序号", "编号", "顺序号")),
    Meaning("name", "联络站名称", ("联络站名称", "名称", "站点名称", "站名", "联络站", "联络站点名称"), required=True),
    Meaning("tier", "类型", ("类型", "层级", "站点类型", "家站点", "级别")),
    Meaning("kind", "类别", ("类别", "特色", "特色类别", "站点类别")),
    Meaning("area", "所在乡镇街道", ("所在乡镇街道", "乡镇街道", "所在区域", "所属乡镇街道", "乡镇", "街道", "所在地")),
    Meaning("address", "地址", ("地址", "详细地址", "站点地址", "地点", "位置")),
    Meaning("head", "站长", ("站长", "负责人", "站长姓名")),
    Meaning("officer", "联络员", ("联络员", "联络员姓名", "联系人", "专职联络员", "管理员")),
    Meaning("phone", "联系电话", ("联系电话", "电话", "联系方式", "办公电话", "电话号码")),
    Meaning("deputies", "进站代表", ("进站代表", "驻站代表", "入站代表", "代表", "代表姓名", "代表名单")),
    Meaning("reception", "接待日", ("接待日", "接待时间", "接待安排", "代表接待日")),
    Meaning("hours", "开放时间", ("开放时间", "开站时间", "工作时间")),
    Meaning("facilities", "场所设施", ("场所设施", "设施", "功能室", "功能区")),
    Meaning("floor_space", "面积", ("面积", "面积平方米", "建筑面积", "场地面积")),
    Meaning("standard", "规范化建设", ("规范化建设", "建设情况", "建设状态", "达标情况", "规范化")),
    Meaning("longitude", "经度", ("经度", "东经")),
    Meaning("latitude", "纬度", ("纬度", "北纬")),
    Meaning("note", "备注", ("备注", "说明")),
)
LABELS = {meaning.key: meaning.label for meaning in STATIONS}

TIERS = {
    "家": StationTier.HOME,
    "代表之家": StationTier.HOME,
    "人大代表之家": StationTier.HOME,
    "站": StationTier.STATION,
    "联络站": StationTier.STATION,
    "代表联络站": StationTier.STATION,
    "中心站": StationTier.STATION,
    "点": StationTier.POINT,
    "联络点": StationTier.POINT,
    "代表联络点": StationTier.POINT,
}
STANDARDS = {
    "已建成": Standard.BUILT,
    "已建成达标": Standard.BUILT,
    "达标": Standard.BUILT,
    "已达标": Standard.BUILT,
    "计划建设": Standard.PLANNED,
    "拟建": Standard.PLANNED,
    "在建": Standard.PLANNED,
    "改造": Standard.REBUILDING,
    "改造中": Standard.REBUILDING,
    "改造提升": Standard.REBUILDING,
    "改造提升中": Standard.REBUILDING,
    "提升中": Standard.REBUILDING,
}


def tier_in(name: str) -> StationTier | None:
    """The tier a station's own name says: "…代表之家", "…联络点"; None where it says none."""
    for word, tier in (
        ("代表之家", StationTier.HOME),
        ("联络点", StationTier.POINT),
        ("联络站", StationTier.STATION),
    ):
        if word in name:
            return tier
    return None
