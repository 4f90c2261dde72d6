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
# The same for rows that are only read.
RECORDS = (("操作记录", "audit", "event"), ("查看完整号码的记录", "privacy", "reveal"))


def context(user: Any, on: date) -> dict[str, Any]:
    """Troubles to mend, and for staff the ways into the administration. The troubles are counted every ten minutes."""
    rows = [{"title": text, "url": url} for _, text, url in _concerning(user, on)]
    links = [{"label": label, "url": url} for label, url in ways_in(user)]
    return {"count": len(rows), "rows": rows, "url": reverse("workbench:desk"), "links": links, "always": bool(links)}


def _concerning(user: Any, on: date) -> list[tuple[str, str, str]]:
    """The troubles this person can mend."""
    if user.has_role(*KEEPERS, on=on):
        return troubles(on)
    return [row for row in troubles(on) if row[0].startswith(OFFICE_KEYS)] if user.has_role(Role.CLERK, on=on) else []


def ways_in(user: Any) -> list[tuple[str, str]]:
    """(label, address) of the lists in the administration this person may change, and of the records he may read."""
    changed = [row for row in LINKS if user.is_staff and user.has_perm(f"{row[1]}.change_{row[2]}")]
    read = [row for row in RECORDS if user.is_staff and user.has_perm(f"{row[1]}.view_{row[2]}")]
    return [(label, reverse(f"admin:{app}_{model}_changelist")) for label, app, model in (*changed, *read)]


def troubles(on: date) -> list[tuple[str, str, str]]:
    """(key, sentence, address) of everything that needs a hand."""
    key = f"workbench:troubles:{on}"
    found = cache.get(key)
    if found is None:
        found = [(f.key, f"{f.count} {f.text}", f.url) for f in all_findings(timezone.now()) if f.is_trouble]
        cache.set(key, found, CACHE_SECONDS)
    return found
