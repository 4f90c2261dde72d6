"""What keeps the portal right: the calendar of the coming year, mails that did not go out, and where to mend rules."""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from foundation.accounts.roles import Role
from foundation.notices.findings import all_findings

CACHE_SECONDS = 600
KEEPERS = (Role.SECRETARY, Role.SYSTEM_ADMIN)
# Clerks hear of messages that did not go out; machines are the keepers' business.
OFFICE_KEYS = ("mail.", "reminders.nobody")
# label, application, model: shown to whoever may change such rows
LINKS = (
    ("建议类别", "suggestions", "category"),
    ("办理结果分类", "suggestions", "resultclass"),
    ("期限规则", "deadlines", "timelimit"),
    ("年度放假安排", "workdays", "calendaryear"),
    ("单位", "accounts", "organisation"),
    ("人员", "accounts", "user"),
    ("网站信息", "portal_site", "sitesetting"),
)


def context(user: Any, on: date) -> dict[str, Any]:
    """Troubles to mend, and for staff the ways into the administration. The troubles are counted every ten minutes."""
    mine = (
        troubles(on)
        if user.has_role(*KEEPERS, on=on)
        else [row for row in troubles(on) if row[0].startswith(OFFICE_KEYS)]
    )
    rows = [{"title": text, "url": url} for _, text, url in mine]
    links = [{"label": label, "url": url} for label, url in ways_in(user)]
    return {"count": len(rows), "rows": rows, "url": reverse("workbench:desk"), "links": links, "always": bool(links)}


def ways_in(user: Any) -> list[tuple[str, str]]:
    """(label, address) of the lists in the administration this person may change."""
    allowed = [row for row in LINKS if user.is_staff and user.has_perm(f"{row[1]}.change_{row[2]}")]
    return [(label, reverse(f"admin:{app}_{model}_changelist")) for label, app, model in allowed]


def troubles(on: date) -> list[tuple[str, str, str]]:
    """(key, sentence, address) of everything that needs a hand."""
    key = f"workbench:troubles:{on}"
    found = cache.get(key)
    if found is None:
        found = [(f.key, f"{f.count} {f.text}", f.url) for f in all_findings(timezone.now()) if f.is_trouble]
        cache.set(key, found, CACHE_SECONDS)
    return found
