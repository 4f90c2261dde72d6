"""Every address of the portal outside the administration, and what it answers to whom."""

from itertools import chain
from typing import Any

from tests.walk import table
from tests.walk.activity_routes import ACTIVITIES
from tests.walk.contact_routes import CONTACTS
from tests.walk.deliberation_routes import DELIBERATIONS
from tests.walk.duty_routes import DUTIES
from tests.walk.evaluation_routes import EVALUATIONS
from tests.walk.knowing_routes import KNOWING
from tests.walk.ledger_routes import FUND, KEY, LEDGER
from tests.walk.letter_routes import OFFICE_LETTERS
from tests.walk.mailbox_routes import MAILBOX
from tests.walk.matter_routes import MATTERS
from tests.walk.people import ANONYMOUS, CLERKS, DEPUTIES, LEADERS, OFFICE
from tests.walk.purge_routes import PURGES
from tests.walk.register_routes import REGISTER
from tests.walk.report_routes import VOTER_REPORTS
from tests.walk.rota_routes import ROTA
from tests.walk.score_routes import SCORES
from tests.walk.station_routes import STATIONS
from tests.walk.street_routes import STREETS
from tests.walk.supervision_routes import SUPERVISION
from tests.walk.table import KEEPERS, OPEN, About, Page, RowStep, Step, Taken
from tests.walk.world import CONCERNED
from tests.walk.yearly_routes import AWARDS, OWN_REPORTS, REPORTS

A_UNIT = CONCERNED | DEPUTIES | {"zhou"}
UNIT = frozenset({"feng", "chen"})
REGISTERED = DEPUTIES | OFFICE | LEADERS | {"fang"}
WITH_UNIT = REGISTERED | UNIT | {"sun"}


NOBODY = frozenset({ANONYMOUS})


def states(*names: str) -> frozenset[str]:
    return frozenset(names)


PUBLIC = {
    "health:live": Page(OPEN),
    "health:ready": Page(OPEN),
    "health:deep": Page(frozenset({"shen"}), get=503, shut=404, post_shut=405, unsigned=404),
    "accounts:login": Page(NOBODY, post=200, shut=302),
    "web:look": Page(OPEN, get=405, post=302),
    "site:home": Page(OPEN),
    "site:process": Page(OPEN),
    "site:about": Page(OPEN),
    "site:contact": Page(OPEN),
    "site:privacy": Page(OPEN),
    "site:accessibility": Page(OPEN),
    "site:sitemap": Page(OPEN),
    "site:sitemap-xml": Page(OPEN, post=200),
    "site:robots": Page(OPEN, post=200),
    "suggestions:public": Page(OPEN),
    "suggestions:public-page": About(table.public_cases, anonymous=404),
    "suggestions:public-feed": Page(OPEN),
    "suggestions:open-data": Page(OPEN),
    "suggestions:open-file": Page(OPEN, args=("json",)),
}
ACCOUNT = {
    "accounts:logout": Page(get=405, post=302),
    "accounts:profile": Page(),
    "accounts:contact": Page(post=302),
    "accounts:password_change": Page(post=200),
    "accounts:verify": Page(post=200),
    "accounts:enrol": Page(post=200),
    "accounts:recovery_codes": Page(post=200),
    "accounts:second_factor_off": Page(post=200),
    "accounts:act_for": About(
        lambda world: [((world.cast.he.pk,), frozenset({"xu"}))], get=405, post=422, unseen=405, post_shut=404
    ),
    "accounts:stop_acting": Page(get=405, post=302),
    "notices:inbox": Page(),
    "notices:read": About(table.named(("notice", frozenset({"lin"}))), get=405, post=302, unseen=405, post_shut=404),
    "notices:read_all": Page(get=405, post=302),
    "notices:preferences": Page(post=422),
    "notices:dead_letters": Page(OFFICE | {"shen"}, post_shut=405),
    "notices:resend": About(table.named(("mail", OFFICE | {"shen"})), get=405, post=302, unseen=405, post_shut=403),
    "deadlines:mine": Page(),
    "deadlines:derivation": About(table.clocks, most=3),
    "deadlines:recompute": Page(frozenset({"gao", "shen"}), post=302),
    "deadlines:recompute_progress": Page(frozenset({"gao", "shen"})),
    "deadlines:trial": Page(OFFICE),
    "intake:trial": Page(OFFICE),
    "deadlines:feed": Page(),
    "deadlines:renew_feed": Page(get=405, post=200),
    "deadlines:drop_feed": Page(get=405, post=302),
    "workbench:desk": Page(),
    "workbench:todo": Page(args=("week",)),
    "workbench:search": Page(),
    "web:styleguide": Page(frozenset({"gao", "shen", "han", "yang"}), post=422),
    "files:download": About(
        table.named(
            ("file", frozenset({"lin", "head", "convener"}) | OFFICE),
            ("public-file", OPEN),
            ("scan", CLERKS),
            ("report-file", DEPUTIES | OFFICE | LEADERS),
        ),
        anonymous=404,
    ),
    "deadlines:calendar.ics": About(lambda world: [(("no-such-token",), frozenset())], anonymous=404),
    **PURGES,
    "privacy:reveal": About(
        lambda world: [
            (
                ("suggestions.assignment", world.cases["a-handling"].part.pk, "contact_phone"),
                frozenset({"lin", "sun", "feng", "chen"}) | CLERKS,
            ),
            (
                ("deputies.deputycontact", world.register.lin.deputy.contact.pk, "phone"),
                frozenset({"lin", "head", "convener", "wei", "fang", "cai", "zhao", "qian"}) | OFFICE,
            ),
            (("accounts.user", world.cast.lin.pk, "phone"), frozenset()),
        ],
        post=422,
    ),
}
DESK = {
    "suggestions:list": Page(),
    "suggestions:import": Page(KEEPERS, post=422),
    "suggestions:import_check": Page(KEEPERS, get=302, post=302, args=("no-such-token",)),
    "suggestions:queue": Page(CLERKS | {"wei"}, shut=404, args=("to-screen",)),
    "suggestions:detail": About(table.cases),
    "suggestions:versions": About(table.cases, most=4),
    "suggestions:assignment": About(table.parts, get=302, most=2),
    "suggestions:reply-page": About(
        lambda world: [
            ((world.cases["a-drafted"].part.current_reply().pk,), UNIT),
            ((world.cases["a-signed"].part.current_reply().pk,), UNIT | CLERKS | {"sun"}),
            ((world.cases["a-replied"].part.current_reply().pk,), WITH_UNIT),
        ]
    ),
    "suggestions:reply-versions": About(
        lambda world: [
            ((case.part.pk,), case.unit if case.part.replies.exists() else frozenset())
            for case in world.cases.values()
            if case.part
        ],
        most=4,
    ),
    "suggestions:reply-preview": About(
        lambda world: [
            ((case.part.pk,), case.unit if case.part.replies.exists() else frozenset())
            for case in world.cases.values()
            if case.part
        ],
        most=4,
    ),
    "suggestions:mine": Page(DEPUTIES | {"tao"}),
    "suggestions:new": Page(DEPUTIES | {"tao"}, post=422),
    "suggestions:lookalikes": Page(DEPUTIES | {"tao"}, get=405, post=200),
}
LEAD = {
    "suggestions:edit": Step(table.lead, states("draft", "cosigning", "sent-back")),
    "suggestions:attach": Step(table.lead, states("draft", "cosigning", "sent-back")),
    "suggestions:preview": Step(table.lead, states("draft", "sent-back")),
    "suggestions:invite": Step(table.lead, states("draft", "cosigning", "sent-back")),
    "suggestions:submit": Step(table.lead, states("draft", "sent-back")),
    "suggestions:withdraw": Step(table.lead, states("draft", "cosigning", "submitted", "sent-back", "registered")),
    "suggestions:ask-withdrawal": Step(table.lead, states("joint", "motion")),
    "suggestions:rate": Step(table.lead, states("replied", "on-paper")),
    # Asked already: once in a round.
    "suggestions:ask-cosigners": Step(table.lead, states()),
    "suggestions:give-word": RowStep("word", states("zhou"), states("lin")),
    "suggestions:appeal": Step(
        table.lead,
        states("assigned", "handling", "drafted", "signed", "objection", "extension", "with-co-unit", "court"),
    ),
    "suggestions:cosign": RowStep("invitation", states("zhou"), states("lin")),
    "suggestions:leave-cosign": RowStep(
        "signature", states("zhou"), states("lin") | OFFICE | {"head", "convener"}, empty=302
    ),
    "suggestions:drop-cosigner": RowStep("invitation", states("lin"), states("zhou"), empty=302),
    "suggestions:agree-withdrawal": RowStep(
        "signature", states("zhou"), states("lin") | OFFICE | {"head", "convener"}, get=409, empty=409
    ),
    "suggestions:confirm-contact": RowStep("contact", states("lin"), CONCERNED),
}
ANSWERED = states(
    "replied", "consulted", "rehandling", "closed", "on-paper", "tracking", "kept", "confirmed", "mediation"
)
AT_WORK = states("handling", "drafted", "extension", "with-co-unit", "court")
OFFICE_STEPS = {
    "suggestions:send-back": Step(table.office, states("submitted", "joint", "motion")),
    "suggestions:refuse": Step(table.office, states("submitted", "joint", "motion")),
    "suggestions:register": Step(table.office, states("submitted", "joint", "motion")),
    "suggestions:convert": Step(table.office, states("motion")),
    "suggestions:assign": Step(table.office, states("registered", "to-split")),
    "suggestions:split": Step(table.office, states("registered")),
    "suggestions:answer-split": RowStep("split", states("lin"), OFFICE | DEPUTIES | LEADERS | {"fang"}),
    "suggestions:hand-over": Step(table.office, states()),
    "suggestions:distribute": Step(lambda case: states("sun"), states()),
    "suggestions:return-hand-over": Step(lambda case: states("sun"), states()),
    "suggestions:merge": Step(
        table.office,
        states(
            "registered",
            "to-split",
            "assigned",
            "appeal",
            "listed",
            "handling",
            "drafted",
            "extension",
            "with-co-unit",
            "court",
        ),
    ),
    "suggestions:end-merge": Step(table.office, states()),
    "suggestions:paper-rating": Step(table.office, states("replied", "consulted")),
    "suggestions:urge": Step(table.office, states("replied", "consulted", "on-paper"), empty=302),
    "suggestions:close": Step(table.office, states()),
    "suggestions:mediate": Step(table.office, states("rehandling")),
    "suggestions:resolve-mediation": Step(table.office, states("mediation")),
    "suggestions:publish": Step(table.office, ANSWERED),
    "suggestions:renew-copy": Step(table.office, states("published")),
    "suggestions:unpublish": Step(table.office, states("published")),
    "suggestions:check": Step(table.checkers, states("signed"), of_part=True),
    "suggestions:decide-objection": RowStep("objection", CLERKS | {"sun"}, CONCERNED),
    "suggestions:decide-appeal": RowStep("appeal", CLERKS, CONCERNED),
    "suggestions:decide-extension": RowStep("extension", CLERKS | {"sun"}, CONCERNED),
    # He entered it himself, so the other clerk compares it.
    "suggestions:check-paper-rating": RowStep("paper-rating", states("xu"), states("he")),
    "suggestions:confirm-fulfilment": RowStep("kept-promise", CLERKS, WITH_UNIT),
}
MEETINGS = {
    "suggestions:press": Page(CLERKS | {"wei", "sun"}, post=422),
    "suggestions:meetings": Page(OFFICE | {"wei"}, post_shut=405),
    "suggestions:call-meeting": Page(CLERKS | {"wei"}, post=422),
    "suggestions:meeting": About(table.named(("meeting", OFFICE))),
    "suggestions:meeting-sheet": About(table.named(("meeting", OFFICE))),
    "suggestions:meeting-progress": About(table.named(("meeting", OFFICE))),
    "suggestions:meeting-change": RowStep("meeting", CLERKS, OFFICE),
    "suggestions:meeting-lines": RowStep("meeting", CLERKS, OFFICE),
    "suggestions:meeting-start": RowStep("meeting", CLERKS, OFFICE, get=409, empty=409),
    "suggestions:meeting-drop": RowStep("meeting-line", CLERKS, OFFICE, get=409, empty=409),
}
UNIT_STEPS = {
    "suggestions:acknowledge": Step(table.unit, states("assigned", "appeal", "listed"), of_part=True),
    "suggestions:object": Step(table.unit, states("assigned", "appeal", "listed"), of_part=True),
    "suggestions:contact": Step(
        table.unit,
        AT_WORK | {"signed", "replied", "consulted", "rehandling", "on-paper", "tracking", "kept", "confirmed"},
        of_part=True,
    ),
    "suggestions:opinion": Step(table.unit, states(), of_part=True),
    "suggestions:plan": Step(table.unit, AT_WORK | {"rehandling"}, of_part=True),
    "suggestions:reply": Step(table.unit, AT_WORK | {"rehandling"}, of_part=True),
    "suggestions:attach-to-reply": Step(table.unit, states("drafted"), of_part=True),
    "suggestions:sign": Step(table.head, states("drafted"), of_part=True),
    "suggestions:extend": Step(table.unit, AT_WORK - {"extension"}, of_part=True),
    "suggestions:bounce": RowStep("opinion", UNIT, CONCERNED | {"wu", "zheng"}),
    "suggestions:report-fulfilment": RowStep("promise", UNIT, WITH_UNIT),
}
# The letter with its telephone as it was kept (302 to the file), or written on request without.
LETTER_READERS = UNIT | CLERKS | states("lin", "sun")
LETTERS = {
    "suggestions:reply-letter": Taken(
        lambda world: [
            ((world.cases["a-drafted"].part.current_reply().pk,), {200: UNIT}),
            ((world.cases["a-signed"].part.current_reply().pk,), {200: UNIT | CLERKS | {"sun"}}),
            ((world.cases["a-replied"].part.current_reply().pk,), {302: LETTER_READERS, 200: WITH_UNIT}),
        ]
    ),
    "suggestions:opinion-letter": Taken(
        lambda world: [
            ((world.rows["opinion"].pk,), {302: LETTER_READERS | {"wu", "zheng"}, 200: CONCERNED}),
        ]
    ),
    "suggestions:slip": Taken(
        lambda world: [
            ((case.part.pk,), {200: case.unit | case.checkers, 403: case.sees})
            for case in (world.cases["a-assigned"], world.cases["a-replied"], world.cases["b-handling"])
        ]
    ),
    "suggestions:slip-list": Page(OFFICE, get=404, post_shut=405),
    "suggestions:feedback-form": Taken(
        lambda world: [
            ((case.paper.pk,), {answer: case.office | {case.lead}, 403: case.sees})
            for case, answer in ((world.cases["a-replied"], 200), (world.cases["a-handling"], 409))
        ]
    ),
}
GROUPS = (
    STATIONS,
    ROTA,
    SCORES,
    STREETS,
    MATTERS,
    OFFICE_LETTERS,
    DELIBERATIONS,
    KNOWING,
    ACTIVITIES,
    DUTIES,
    CONTACTS,
    VOTER_REPORTS,
    EVALUATIONS,
    PUBLIC,
    ACCOUNT,
    REGISTER,
    DESK,
    LEAD,
    OFFICE_STEPS,
    MEETINGS,
    UNIT_STEPS,
    LETTERS,
    LEDGER,
    KEY,
    FUND,
    REPORTS,
    OWN_REPORTS,
    AWARDS,
    MAILBOX,
    SUPERVISION,
)
ROUTES: dict[str, Any] = dict(chain.from_iterable(group.items() for group in GROUPS))
