"""What the columns of a roster can mean, by the header words offices use."""

from deputies.models import Sex
from foundation.documents.reading.headers import Meaning

ROSTER = (
    Meaning("serial", "序号", ("序号", "编号", "顺序号")),
    Meaning("name", "姓名", ("姓名", "代表姓名", "名字", "姓名代表"), required=True),
    Meaning("sex", "性别", ("性别",)),
    Meaning("ethnic_group", "民族", ("民族", "族别")),
    Meaning("birth", "出生年月", ("出生年月", "出生日期", "出生年月日", "出生时间", "生日", "出生")),
    Meaning("native_place", "籍贯", ("籍贯", "祖籍")),
    Meaning("degree", "学位", ("学位",)),
    Meaning("education", "文化程度", ("文化程度", "学历", "教育程度", "学历学位")),
    Meaning("party", "政治面貌", ("政治面貌", "党派", "政治面目", "党派团体")),
    Meaning(
        "employer_title",
        "工作单位及职务",
        ("工作单位及职务", "单位及职务", "单位职务", "工作单位职务", "工作单位和职务", "工作单位", "所在单位", "单位"),
    ),
    Meaning("title", "职务", ("职务", "现任职务", "职务职称")),
    Meaning("constituency", "选区", ("选区", "所在选区", "选区名称", "选举单位", "产生选区")),
    Meaning("occupation", "代表类别", ("代表类别", "代表构成", "职业构成", "身份类别", "代表结构", "职业")),
    Meaning(
        "phone", "联系电话", ("联系电话", "手机号码", "手机号", "手机", "移动电话", "联系方式", "电话号码", "电话")
    ),
    Meaning("email", "电子邮箱", ("电子邮箱", "电子邮件", "邮箱", "email")),
    Meaning("delegation", "代表团", ("代表团", "所在代表团", "所属代表团", "代表团名称", "所在乡镇街道", "乡镇街道")),
    Meaning("group", "代表小组", ("代表小组", "所在小组", "所属代表小组")),
    Meaning("level", "代表层级", ("代表层级", "层级", "代表级别", "人大代表级别")),
    Meaning("certificate_no", "代表证号", ("代表证号", "代表证编号", "代表证号码")),
    Meaning("first_elected", "首次当选届次", ("首次当选届次", "首次当选", "初次当选届次")),
    Meaning("re_elected", "连任", ("连任", "是否连任", "连任情况")),
    Meaning("returned_overseas", "归侨", ("归侨", "是否归侨")),
    Meaning("sc_member", "常委会组成人员", ("常委会组成人员", "是否常委会组成人员", "是否常委")),
    Meaning("special_committee", "专门委员会", ("专门委员会", "所在专门委员会", "专委会")),
    Meaning("note", "备注", ("备注", "说明", "备考")),
)
LABELS = {meaning.key: meaning.label for meaning in ROSTER}

SEXES = {"男": Sex.MALE, "女": Sex.FEMALE, "男性": Sex.MALE, "女性": Sex.FEMALE}
YES, NO = frozenset("是有√Yy1✓") | {"连任", "归侨"}, frozenset("否无×Nn0") | {"", "非连任", "新任", "新当选"}
PARTIES = {
    "中共": "中共党员",
    "党员": "中共党员",
    "共产党员": "中共党员",
    "中国共产党党员": "中共党员",
    "中共预备": "中共预备党员",
}
# GB/T 3304: the fifty-six ethnic groups, without 族.
_ETHNIC_WORDS = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 "
    "景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 "
    "保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
)
ETHNIC_GROUPS = frozenset(_ETHNIC_WORDS.split())


def ethnic_group(shown: str) -> str | None:
    """The full name ("汉" is "汉族"); a word like 穿青人 stands as it is; None for what is no ethnic group."""
    bare = shown.removesuffix("族")
    if bare in ETHNIC_GROUPS:
        return f"{bare}族"
    return shown if shown.endswith("人") or shown.startswith("外国血统") else None
