"""Appointments, appointees, resolutions: navigation, tones, cards, clocks, files."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from foundation.web.navigation import PUBLIC
from supervision.cards.people import CARDS
from supervision.models import (
    AppointeeMeasure,
    Appointment,
    DutyReport,
    Exam,
    Nominee,
    Resolution,
    ServiceStatement,
    TaskReport,
)
from supervision.notices import people_clocks
from supervision.panels.followed import resolutions_of
from supervision.rules.appointees import may_open_row
from supervision.rules.appointments import may_list_appointments, may_open_exam, may_open_nominee
from supervision.rules.resolutions import may_list_resolutions, may_open_report, may_open_resolution
from supervision.transitions import people_ballots

SECTION = "监督"
TONES = {
    "appointment": {"filed": "info", "tabled": "warn", "voted": "warn", "decided": "ok", "withdrawn": "muted"},
    "exam": {"drawn": "warn", "sitting": "info", "entered": "warn", "marked": "ok", "void": "muted"},
    "dutyround": {"open": "info", "closed": "ok"},
    "dutyreport": {"asked": "warn", "handed": "info", "accepted": "ok"},
    "appointeemeasure": {"ordered": "warn", "reported": "info", "done": "ok"},
    "resolution": {"draft": "muted", "adopted": "warn", "published": "ok", "rejected": "muted"},
    "resolutiontask": {"handed": "info", "reported": "warn", "closed": "ok"},
}
# Imported for what it hears when a ballot is announced.
after_ballots = (people_ballots,)
people_clocks.register_all()
for card in CARDS:
    cards.register(card)
for model, shades in TONES.items():
    tones.register(f"supervision.{model}.state", shades)
for model_name in ("supervision.undertaking", "supervision.deliberationopinion"):
    page = (model_name, "resolutions", "决议决定", "supervision/parts/resolutions_panel.html", resolutions_of)
    panels.register(panels.Panel(*page, order=62))
register_owner(Appointment, may_open_row)
register_owner(Nominee, may_open_nominee)
register_owner(ServiceStatement, lambda user, statement: may_open_nominee(user, statement.nominee))
register_owner(Exam, may_open_exam)
register_owner(DutyReport, may_open_row)
register_owner(AppointeeMeasure, may_open_row)
register_owner(Resolution, may_open_resolution)
register_owner(TaskReport, may_open_report)


def _reads_appointments(user: Any) -> bool:
    return bool(may_list_appointments(user))


def _reads_resolutions(user: Any) -> bool:
    return bool(may_list_resolutions(user))


navigation.register(
    navigation.NavItem(
        "人事任免",
        "supervision:appointments",
        icon="people",
        allowed=_reads_appointments,
        order=95,
        section=SECTION,
        covers=("/supervision/appointees/", "/supervision/duty-rounds/", "/supervision/my-posts/"),
    )
)
navigation.register(
    navigation.NavItem(
        "决议决定",
        "supervision:resolutions",
        icon="document",
        allowed=_reads_resolutions,
        order=96,
        section=SECTION,
    )
)
navigation.register(
    navigation.NavItem(
        "决议决定和任免公告", "supervision:decisions", icon="document", order=57, section=SECTION, area=PUBLIC
    )
)
