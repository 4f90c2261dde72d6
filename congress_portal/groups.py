"""What each role may do in the admin, as Django groups named after the role. What an office has edited is left alone.

Who is in a group follows from the memberships (foundation.accounts.backends), so it begins and ends with the role.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet

from foundation.accounts.roles import Role

VIEW = ("view",)
EDIT = ("view", "add", "change")

PEOPLE = {
    "accounts.user": EDIT,
    "accounts.organisation": EDIT,
    "accounts.membership": EDIT,
    "accounts.substitute": EDIT,
}
DICTIONARIES = dict.fromkeys(
    [
        "deadlines.timelimit",
        "deadlines.milestone",
        "deadlines.lightthreshold",
        "notices.noticekind",
        "notices.deliverywindow",
        "workdays.calendaryear",
        "workdays.specialday",
        "ballots.ballotrule",
        "supervision.ledgerstandard",
        "ballots.ballotclause",
        "ballots.ballotgroup",
        "ballots.ballotscore",
        "deputies.congress",
        "deputies.term",
        "deputies.meeting",
        "deputies.area",
        "deputies.delegation",
        "deputies.deputygroup",
        "deputies.constituency",
        "deputies.deputy",
        "deputies.structureline",
        "deputies.dutykind",
        "deputies.activitykind",
        "deputies.contactstandard",
        "deputies.campaign",
        "deputies.circle",
        "deputies.circlemember",
        "deputies.dutytarget",
        "deputies.pointscheme",
        "deputies.pointpart",
        "deputies.pointrule",
        "deputies.pointgrade",
        "deputies.evaluationscheme",
        "deputies.evaluationitem",
        "deputies.evaluationgrade",
        "deputies.evaluationconsequence",
        "suggestions.category",
        "suggestions.resultclass",
        "suggestions.fundexclusion",
        "suggestions.progresscolour",
        "suggestions.refusalground",
        "suggestions.threshold",
        "suggestions.switch",
        "suggestions.numberformat",
        "suggestions.documenthead",
        "suggestions.replytemplate",
        "suggestions.appraisalscheme",
        "suggestions.appraisalitem",
        "suggestions.appraisalband",
        "liaison_stations.scoreitem",
        "liaison_stations.scorestar",
        "liaison_stations.scoretable",
        "liaison_stations.streetstandard",
        "liaison_stations.station",
        "liaison_stations.stationkind",
        "liaison_stations.stationdeputy",
        "liaison_stations.stationkeeper",
        "liaison_stations.letterground",
        "liaison_stations.consultationrule",
        "liaison_stations.mailboxrule",
        "liaison_stations.matterword",
        "liaison_stations.spamsign",
        "supervision.projectfield",
        "supervision.projectstandard",
        "intake.intakelimit",
        "intake.consenttext",
        "liaison_stations.wallitem",
        "supervision.questionterm",
        "supervision.initiatorrule",
        "supervision.undertakingkind",
        "supervision.kindstep",
        "supervision.localstandard",
        "supervision.seatstandard",
        "supervision.appointmentkind",
        "supervision.lawquestion",
        "supervision.examrule",
        "supervision.ballotconsequence",
        "supervision.expertfield",
        "supervision.clueapprover",
        "portal_site.sitesetting",
    ],
    EDIT,
) | {
    # A day entered by mistake has to go again; which extensions exist at all is decided by the program.
    "workdays.specialday": (*EDIT, "delete"),
    "files.fileformat": ("view", "change"),
}

# Running clocks, what was told and what could not be told: looked at, never edited.
CLOCKS = dict.fromkeys(
    ["deadlines.deadline", "deadlines.reminder", "deadlines.reminderfault", "notices.outboxmail"],
    VIEW,
)

GROUPS: dict[Role, dict[str, tuple[str, ...]]] = {
    Role.SECRETARY: {**PEOPLE, **DICTIONARIES, **CLOCKS, "workflow.procedure": VIEW},
    Role.SYSTEM_ADMIN: {
        "workdays.calendaryear": EDIT,
        "workdays.specialday": (*EDIT, "delete"),
        "files.fileformat": ("view", "change"),
        "notices.deliverywindow": EDIT,
        **CLOCKS,
        "deadlines.timelimit": VIEW,
        "portal_site.sitesetting": EDIT,
        "workflow.procedure": VIEW,
    },
    Role.SECURITY_ADMIN: {**PEOPLE, "accounts.signinpolicy": ("view", "change")},
    Role.AUDIT_ADMIN: {
        "audit.event": VIEW,
        "audit.seal": VIEW,
        "privacy.reveal": VIEW,
        "privacy.erasure": VIEW,
        "files.storedfile": VIEW,
        "admin.logentry": VIEW,
        "workflow.procedure": VIEW,
    },
}


@transaction.atomic
def load() -> None:
    """Makes the groups that do not exist yet; a group that exists keeps what the office gave it."""
    known = set(Group.objects.values_list("name", flat=True))
    missing = {role: wanted for role, wanted in GROUPS.items() if role.label not in known}
    # Right after a first migration Django has not yet reached every app with its own permissions.
    for app_label in {label.split(".")[0] for wanted in missing.values() for label in wanted}:
        create_permissions(apps.get_app_config(app_label), verbosity=0)
    for role, wanted in missing.items():
        Group.objects.create(name=role.label).permissions.set(_permissions(wanted))


def _permissions(wanted: dict[str, tuple[str, ...]]) -> QuerySet[Permission]:
    chosen = Q(pk__in=[])
    for label, verbs in wanted.items():
        app_label, model = label.split(".")
        chosen |= Q(content_type__app_label=app_label, codename__in=[f"{verb}_{model}" for verb in verbs])
    return Permission.objects.filter(chosen)
