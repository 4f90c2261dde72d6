"""What the administration answers to whom: for every model the letters each of the four people of the staff has there.

v view, a add, c change, d delete. Whoever is not named sees nothing of it, and whoever is no staff does not enter.
"""

EDIT = "vac"
GAO, SHEN, HAN, YANG = "gao", "shen", "han", "yang"
KEPT_BY_SECRETARY = {GAO: EDIT}
LOOKED_AT = {GAO: "v", SHEN: "v"}

MODELS: dict[str, dict[str, str]] = {
    # the portal
    "portal_site.sitesetting": {GAO: "vc", SHEN: "vc"},
    # the rooms
    "suggestions.category": KEPT_BY_SECRETARY,
    "suggestions.resultclass": KEPT_BY_SECRETARY,
    "suggestions.fundexclusion": KEPT_BY_SECRETARY,
    "suggestions.progresscolour": KEPT_BY_SECRETARY,
    "suggestions.refusalground": KEPT_BY_SECRETARY,
    "suggestions.threshold": KEPT_BY_SECRETARY,
    "suggestions.switch": KEPT_BY_SECRETARY,
    "suggestions.numberformat": KEPT_BY_SECRETARY,
    "suggestions.documenthead": KEPT_BY_SECRETARY,
    "suggestions.replytemplate": KEPT_BY_SECRETARY,
    "suggestions.appraisalscheme": KEPT_BY_SECRETARY,
    "suggestions.appraisalitem": KEPT_BY_SECRETARY,
    # What flows is read on its own pages, where the rules of the case hold.
    "suggestions.suggestion": {},
    "suggestions.assignment": {},
    "suggestions.numberseries": {},
    "suggestions.documentseries": {},
    "ballots.ballotrule": KEPT_BY_SECRETARY,
    "deputies.congress": KEPT_BY_SECRETARY,
    "deputies.term": KEPT_BY_SECRETARY,
    "deputies.meeting": KEPT_BY_SECRETARY,
    "deputies.area": KEPT_BY_SECRETARY,
    "deputies.delegation": KEPT_BY_SECRETARY,
    "deputies.deputygroup": KEPT_BY_SECRETARY,
    "deputies.constituency": KEPT_BY_SECRETARY,
    "deputies.deputy": KEPT_BY_SECRETARY,
    "deputies.structureline": KEPT_BY_SECRETARY,
    "deputies.dutykind": KEPT_BY_SECRETARY,
    "deputies.activitykind": KEPT_BY_SECRETARY,
    "deputies.contactstandard": KEPT_BY_SECRETARY,
    "deputies.campaign": KEPT_BY_SECRETARY,
    "deputies.circle": KEPT_BY_SECRETARY,
    "deputies.dutytarget": KEPT_BY_SECRETARY,
    "deputies.pointscheme": KEPT_BY_SECRETARY,
    "deputies.evaluationscheme": KEPT_BY_SECRETARY,
    "deputies.pointrule": KEPT_BY_SECRETARY,
    "liaison_stations.scoretable": KEPT_BY_SECRETARY,
    "liaison_stations.streetstandard": KEPT_BY_SECRETARY,
    "supervision.ledgerstandard": KEPT_BY_SECRETARY,
    "supervision.projectfield": KEPT_BY_SECRETARY,
    "supervision.projectstandard": KEPT_BY_SECRETARY,
    "supervision.expertfield": KEPT_BY_SECRETARY,
    "supervision.clueapprover": KEPT_BY_SECRETARY,
    "supervision.localstandard": KEPT_BY_SECRETARY,
    "supervision.seatstandard": KEPT_BY_SECRETARY,
    "liaison_stations.station": KEPT_BY_SECRETARY,
    "liaison_stations.stationkind": KEPT_BY_SECRETARY,
    "liaison_stations.mailboxrule": KEPT_BY_SECRETARY,
    "liaison_stations.matterword": KEPT_BY_SECRETARY,
    "liaison_stations.letterground": KEPT_BY_SECRETARY,
    "liaison_stations.consultationrule": KEPT_BY_SECRETARY,
    "liaison_stations.spamsign": KEPT_BY_SECRETARY,
    "supervision.undertakingkind": KEPT_BY_SECRETARY,
    "supervision.questionterm": KEPT_BY_SECRETARY,
    "supervision.appointmentkind": KEPT_BY_SECRETARY,
    "supervision.lawquestion": KEPT_BY_SECRETARY,
    "supervision.examrule": KEPT_BY_SECRETARY,
    "supervision.ballotconsequence": KEPT_BY_SECRETARY,
    "supervision.initiatorrule": KEPT_BY_SECRETARY,
    "intake.intakelimit": KEPT_BY_SECRETARY,
    "intake.consenttext": KEPT_BY_SECRETARY,
    "liaison_stations.wallitem": KEPT_BY_SECRETARY,
    # people and doors
    "accounts.user": {GAO: EDIT, HAN: EDIT},
    "accounts.organisation": {GAO: EDIT, HAN: EDIT},
    "accounts.membership": {GAO: EDIT, HAN: EDIT},
    "accounts.substitute": {GAO: EDIT, HAN: EDIT},
    "accounts.signinpolicy": {HAN: "vc"},
    "auth.group": {},
    # clocks and messages
    "deadlines.timelimit": {GAO: EDIT, SHEN: "v"},
    "deadlines.milestone": KEPT_BY_SECRETARY,
    "deadlines.lightthreshold": KEPT_BY_SECRETARY,
    "deadlines.deadline": LOOKED_AT,
    "deadlines.reminder": LOOKED_AT,
    "deadlines.reminderfault": LOOKED_AT,
    "notices.noticekind": {GAO: "vc"},
    "notices.deliverywindow": {GAO: EDIT, SHEN: EDIT},
    "notices.outboxmail": LOOKED_AT,
    "workdays.calendaryear": {GAO: EDIT, SHEN: EDIT},
    "workdays.specialday": {GAO: "vacd", SHEN: "vacd"},
    # files, logs, flows
    "files.fileformat": {GAO: "vc", SHEN: "vc"},
    "files.storedfile": {YANG: "v"},
    "privacy.reveal": {YANG: "v"},
    "privacy.erasure": {YANG: "v"},
    "audit.event": {YANG: "v"},
    "audit.seal": {YANG: "v"},
    "workflow.procedure": {GAO: "v", SHEN: "v", YANG: "v"},
}
STAFF = (GAO, SHEN, HAN, YANG)
# The log of everything names everything: the audit administrator is there to read it.
READS_THE_LOG = {YANG: ("audit.event", "files.storedfile", "privacy.reveal")}

# Addresses of the administration that belong to no model, and what staff gets there.
ADMIN = {
    "admin/login/": "the portal's own sign-in",
    "admin/password_change/": "the portal's own page",
    "admin:index": 200,
    "admin:login": 302,
    "admin:logout": 405,
    "admin:password_change": 302,
    "admin:password_change_done": 200,
    "admin:autocomplete": 403,
    "admin:jsi18n": 200,
    "admin:view_on_site": 404,
    "admin:app_list": 0,
    "admin:auth_user_password_change": 0,
    "admin:workdays_load": 0,
    "admin:audit_event_export": 0,
}
