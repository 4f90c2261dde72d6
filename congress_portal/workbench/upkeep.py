"""What keeps the portal right: the calendar of the coming year, mails that did not go out, and where to mend rules."""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from foundation.notices.findings import all_findings
from foundation.workdays.loading import missing_years

CACHE_SECONDS = 600
LINKS = (
    ("建议类别", "admin:suggestions_category_changelist"),
    ("期限规则", "admin:deadlines_timelimit_changelist"),
    ("办理结果分类", "admin:suggestions_resultclass_changelist"),
    ("单位", "admin:accounts_organisation_changelist"),
    ("人员", "admin:accounts_user_changelist"),
    ("网站信息", "admin:portal_site_sitesetting_changelist"),
)


def context(user: Any, on: date) -> dict[str, Any]:
    """Troubles to mend, and for staff the ways into the administration. The troubles are counted every ten minutes."""
    rows = [{"title": text, "url": url, "meta": "", "light": None} for text, url in troubles(on)]
    links = [{"label": label, "url": reverse(name)} for label, name in LINKS] if user.is_staff else []
    return {"count": len(rows), "rows": rows, "url": reverse("workbench:desk"), "links": links, "always": bool(links)}


def troubles(on: date) -> list[tuple[str, str]]:
    """(sentence, address) of everything that needs a hand."""
    key = f"workbench:troubles:{on}"
    found = cache.get(key)
    if found is None:
        found = [(f"{year}年放假安排尚未录入，有关期限均为暂定", _calendar()) for year in missing_years(on)]
        found += [(f"{f.count} {f.text}", f.url) for f in all_findings(timezone.now()) if f.is_trouble]
        cache.set(key, found, CACHE_SECONDS)
    return found


def _calendar() -> str:
    return reverse("admin:workdays_calendaryear_changelist")
