"""Livelihood projects: clocks, tones, files, citizens' contacts."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from foundation.files.registry import register_owner
from foundation.privacy.erasing import register_purge
from foundation.privacy.masking import mask_name, mask_phone
from foundation.privacy.registry import register_private
from foundation.web import cards, navigation, panels, tones
from supervision.cards.projects import CARDS
from supervision.models import Project, ProjectIdea, ProjectProgress, ProjectStandard, ProjectVisit
from supervision.notices import project_clocks
from supervision.panels.project_road import PANELS
from supervision.rules.project_years import may_open_projects, may_reveal_proposer
from supervision.rules.projects import may_open_part, may_open_project
from supervision.states.project_year import ProjectStandardCode
from supervision.transitions import project_ballots
from supervision.transitions.project_ideas import CONTACT

# Imported for what it hears when a ballot is announced.
after_ballots = (project_ballots,)


def _over(day: date) -> QuerySet[ProjectIdea]:
    keep = ProjectStandard.objects.amount_on(ProjectStandardCode.CONTACT_KEEP, day)
    return ProjectIdea.objects.contact_over_on(day, keep) if keep else ProjectIdea.objects.none()


def _reads(user: Any) -> bool:
    return bool(may_open_projects(user))


project_clocks.register_all()
for card in CARDS:
    cards.register(card)
for panel in PANELS:
    panels.register(panel)
navigation.register(
    navigation.NavItem(
        "民生实事项目", "supervision:project-years", icon="check", allowed=_reads, order=78, section="监督"
    )
)
navigation.register(
    navigation.NavItem(
        "民生实事",
        "supervision:board",
        order=34,
        section="监督",
        area=navigation.PUBLIC,
        covers=("/supervision/board/", "/p/"),
    )
)
register_owner(Project, may_open_project)
register_owner(ProjectProgress, may_open_part)
register_owner(ProjectVisit, may_open_part)
register_private(ProjectIdea, "name", may_reveal=may_reveal_proposer, label="提出人姓名", mask=mask_name)
register_private(ProjectIdea, "phone", may_reveal=may_reveal_proposer, label="提出人电话", mask=mask_phone)
register_purge(ProjectIdea, CONTACT, due=_over, reason="民生实事项目办结后保存期限届满")
tones.register(
    "supervision.projectyear.state",
    {
        "collecting": "info",
        "screening": "warn",
        "listed": "info",
        "decided": "warn",
        "announced": "info",
        "closed": "ok",
    },
)
tones.register(
    "supervision.projectidea.state", {"posted": "warn", "adopted": "ok", "declined": "muted", "withdrawn": "muted"}
)
tones.register(
    "supervision.project.state",
    {
        "draft": "info",
        "dropped": "muted",
        "candidate": "info",
        "chosen": "ok",
        "unchosen": "muted",
        "under_way": "info",
        "reported": "warn",
        "accepted": "warn",
        "closed": "ok",
        "cancelled": "muted",
    },
)
tones.register(
    "supervision.projectvote.state", {"planned": "info", "entered": "warn", "settled": "ok", "void": "muted"}
)
tones.register("supervision.projectchange.state", {"asked": "warn", "approved": "ok", "refused": "muted"})
