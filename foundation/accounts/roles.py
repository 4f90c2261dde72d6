"""Who people are in this house: the roles, where each may be held, and how far each reaches. Data, no queries."""

from dataclasses import dataclass

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    SC_OFFICE = "sc_office", "人大常委会办公室"
    SC_COMMITTEE = "sc_committee", "人大常委会工作委员会"
    GOVERNMENT_OFFICE = "government_office", "政府办公室"
    HANDLING_UNIT = "handling_unit", "政府承办单位"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"
    SUPERVISION_COMMISSION = "supervision_commission", "监察委员会"
    PARTY_BODY = "party_body", "党群部门"
    TOWNSHIP_CONGRESS = "township_congress", "乡镇人大主席团"
    STREET_COMMITTEE = "street_committee", "人大街道工委"


class Role(TextChoices):
    DEPUTY = "deputy", "代表"
    DELEGATION_HEAD = "delegation_head", "代表团团长"
    GROUP_CONVENER = "group_convener", "代表小组召集人"
    SC_MEMBER = "sc_member", "常委会组成人员"
    CHAIR = "chair", "主任"
    VICE_CHAIR = "vice_chair", "副主任"
    COMMITTEE = "committee", "常委会工作委员会"
    CLERK = "clerk", "联络工作人员"
    SECRETARY = "secretary", "委员会秘书"
    TOWNSHIP_CLERK = "township_clerk", "乡镇人大、街道工委工作人员"
    GOVERNMENT_OFFICE = "government_office", "政府办公室工作人员"
    UNIT_OFFICER = "unit_officer", "承办单位经办人"
    UNIT_HEAD = "unit_head", "承办单位负责人"
    STATION_KEEPER = "station_keeper", "联络站管理员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


# GB/T 22239-2019: the three are held by three different people.
THREE_ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
UNIT_ROLES = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
# Who acts for his organisation: its duties are theirs. A deputy or a station keeper at the same house acts for nobody.
DUTY_ROLES = UNIT_ROLES | {Role.TOWNSHIP_CLERK}
LEADERS = frozenset({Role.CHAIR, Role.VICE_CHAIR})
OFFICE_ROLES = frozenset({Role.CLERK, Role.SECRETARY})

HANDLING_KINDS = frozenset(
    {
        OrganisationKind.GOVERNMENT_OFFICE,
        OrganisationKind.HANDLING_UNIT,
        OrganisationKind.COURT,
        OrganisationKind.PROCURATORATE,
        OrganisationKind.SUPERVISION_COMMISSION,
        OrganisationKind.PARTY_BODY,
    }
)
LOCAL_KINDS = frozenset({OrganisationKind.TOWNSHIP_CONGRESS, OrganisationKind.STREET_COMMITTEE})
SC_KINDS = frozenset({OrganisationKind.SC_OFFICE, OrganisationKind.SC_COMMITTEE})

# Where a role may be held. A role that is not named needs no organisation.
ORGANISATION_KINDS: dict[Role, frozenset[OrganisationKind]] = {
    Role.COMMITTEE: frozenset({OrganisationKind.SC_COMMITTEE}),
    Role.CLERK: SC_KINDS,
    Role.SECRETARY: SC_KINDS,
    Role.TOWNSHIP_CLERK: LOCAL_KINDS,
    Role.GOVERNMENT_OFFICE: frozenset({OrganisationKind.GOVERNMENT_OFFICE}),
    Role.UNIT_OFFICER: HANDLING_KINDS,
    Role.UNIT_HEAD: HANDLING_KINDS,
}


@dataclass(frozen=True)
class Scope:
    """How far a role reaches and what it is for, in the words of docs/roles.md."""

    role: Role
    scope: str
    what: str


SCOPES: tuple[Scope, ...] = (
    Scope(
        Role.DEPUTY,
        "本人领衔、联名的建议；本级人大已立案的建议（不含沟通联系等内部材料）",
        "提出、联名、撤回建议，确认沟通联系，评价办理态度与办理结果",
    ),
    Scope(
        Role.DELEGATION_HEAD,
        "本人现任职务所在代表团",
        "查看本团代表的建议与办理进度，会议期间签署以代表团名义提出的建议",
    ),
    Scope(Role.GROUP_CONVENER, "本人现任职务所在代表小组", "查看本小组代表的建议与办理进度，组织小组活动"),
    Scope(Role.SC_MEMBER, "全部已登记建议（不含联系方式）", "查看建议、办理情况与统计"),
    Scope(Role.CHAIR, "全部已登记建议", "查看全局，领衔督办重点建议，接收升级提醒"),
    Scope(Role.VICE_CHAIR, "全部已登记建议", "查看全局，领衔督办重点建议，接收分管单位的升级提醒"),
    Scope(Role.COMMITTEE, "本委员会对口督办类别的建议", "督办、视察、评估本委员会对口的建议"),
    Scope(Role.CLERK, "全部建议（草稿除外）", "审查、退回、不予立案、登记编号、交办、调整承办单位、审核答复、协调"),
    Scope(Role.SECRETARY, "全部建议（草稿除外）；管理后台", "维护字典、期限、单位与人员，导入名册与台账"),
    Scope(
        Role.TOWNSHIP_CLERK,
        "本乡镇人大代表的建议（草稿除外）；本乡镇、街道代表名册",
        "办理本乡镇人大代表的建议，录入纸质评价，查阅本乡镇、街道代表",
    ),
    Scope(Role.GOVERNMENT_OFFICE, "交政府系统办理的建议", "向政府部门转交，审核政府部门的答复与延期、调整申请"),
    Scope(Role.UNIT_OFFICER, "交本单位主办、会办、分办的建议", "签收、申请调整、记录沟通、起草会办意见与答复"),
    Scope(Role.UNIT_HEAD, "交本单位主办、会办、分办的建议", "签发答复与会办意见，申请延期，接收逾期提醒"),
    Scope(Role.STATION_KEEPER, "本联络站", "安排接待日，登记群众意见，维护本站信息"),
    Scope(Role.SYSTEM_ADMIN, "系统运行，不看业务内容", "运行维护、日历、任务与消息失败处理"),
    Scope(Role.SECURITY_ADMIN, "账号与授权，不看业务内容", "开通、停用账号，授予和收回角色，设定登录要求"),
    Scope(Role.AUDIT_ADMIN, "审计记录，只读", "查看审计记录，核验审计链"),
)


def role_table() -> str:
    """The role x scope table as Markdown: the text of docs/roles.md."""
    rows = [
        f"| {scope.role.label} | `{scope.role.value}` | {scope.scope} | {scope.what} | {_held_in(scope.role)} |"
        for scope in SCOPES
    ]
    return (
        "# 角色与权限范围\n\n"
        "本页由 `manage.py print_roles` 根据程序中的定义生成，请勿手工修改。\n\n"
        "每个人的角色由“任职”记录授予，写明所在单位和起止日期；到期自动失效，记录保留备查。"
        "系统管理员、安全管理员、审计管理员须由三个不同的人担任。\n\n"
        "| 角色 | 代码 | 范围 | 可以做什么 | 须任职于 |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def _held_in(role: Role) -> str:
    kinds = ORGANISATION_KINDS.get(role, frozenset())
    return "、".join(kind.label for kind in OrganisationKind if kind in kinds) or "不限"
