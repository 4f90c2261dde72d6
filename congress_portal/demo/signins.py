"""Who can sign in to the demonstration district, one person per role, and what is worth trying as that person."""

from typing import NamedTuple

PASSWORD = "Yanshi-2026"


class SignIn(NamedTuple):
    """One line on the screen after the start."""

    role: str
    name: str
    username: str
    tries: str


SIGN_INS = (
    SignIn("领衔代表", "林晓梅", "daibiao1", "写建议、邀请联名、确认联系记录、评价答复"),
    SignIn("附议代表", "周建国", "daibiao2", "答复联名邀请"),
    SignIn("代表团团长", "邓玉兰", "tuanzhang", "看本团代表提出的全部建议"),
    SignIn("联络工作人员（代工委）", "何敏", "lianluo1", "审查、立案编号、交办、审核答复"),
    SignIn("联络工作人员（复核）", "许静", "lianluo2", "核对纸质评价表，与同事同时办理"),
    SignIn("委员会秘书", "高远", "mishu", "后台维护字典、时限、单位和人员"),
    SignIn("工作委员会", "方芳", "gongwei", "督办本委员会对口的建议"),
    SignIn("政府办公室", "孙浩", "zhengfuban", "看政府系统办理进度，审核答复"),
    SignIn("承办单位经办人", "吴倩", "chengban", "签收、联系代表、起草答复（区交通运输局）"),
    SignIn("承办单位负责人", "郑强", "fuzeren", "签发答复（区交通运输局）"),
    SignIn("会办单位经办人", "冯磊", "huiban", "提出会办意见（区城市管理行政执法局）"),
    SignIn("常委会主任", "赵立新", "zhuren", "看全区办理情况"),
    SignIn("常委会副主任", "钱卫东", "fuzhuren", "看分管领域，接收升级提醒"),
    SignIn("常委会组成人员", "罗平", "weiyuan", "查阅已立案的建议"),
    SignIn("乡镇人大工作人员", "卫红", "xiangzhen", "办理本镇人大的建议"),
    SignIn("联络站管理员", "蒋丽", "zhandian", "维护联络站，安排接待日，登记到岗和来访"),
    SignIn("系统管理员", "沈涛", "xitong", "查看运行状况和未送达的通知"),
    SignIn("安全管理员", "韩雪", "anquan", "账号与锁定"),
    SignIn("审计管理员", "杨帆", "shenji", "查验操作记录"),
)


def lines() -> list[str]:
    """The table the start prints: role, user name, what to try; the password first."""
    head = [f"各角色登录名如下，密码均为 {PASSWORD}（仅供演示）："]
    return head + [f"  {one.username:<11} {one.role}　{one.name}：{one.tries}" for one in SIGN_INS]
