"""The rules by which points are given, open to everybody who has a file or reads one."""

from typing import Any

from django.db.models import QuerySet

from deputies.models import PointScheme
from deputies.models.point_scheme import plain, share_words
from deputies.views.doors import ReadersOnly
from foundation.web.chinese import date_text, named_basis
from foundation.web.views import DetailPage


class SchemePage(ReadersOnly, DetailPage):
    """One scheme in words."""

    template_name = "deputies/scheme.html"
    context_name = "scheme"

    def queryset(self) -> QuerySet[PointScheme]:
        return PointScheme.objects.with_rows()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        scheme = self.object
        facts = {
            "basics": _basics(scheme),
            "rules": scheme.rules.all(),
            "grades": [(grade.name, f"{plain(grade.at_least)}分起") for grade in scheme.grades.all()],
        }
        return super().get_context_data(**{**facts, **kwargs})


def _basics(scheme: PointScheme) -> list[tuple[str, str]]:
    parts = [
        f"{part.name}{f'满分{plain(part.cap)}分' if part.cap is not None else '不封顶'}" for part in scheme.parts.all()
    ]
    return [
        ("适用", f"{scheme.get_level_display()}人大代表"),
        ("基础分", f"{plain(scheme.base)}分"),
        ("总分", f"不超过{plain(scheme.cap)}分，扣分另计" if scheme.cap is not None else "不封顶"),
        ("组成", "，".join(parts)),
        ("最小计分单位", f"{plain(scheme.step)}分"),
        ("季度折算", share_words(scheme.quarter_share) or "不折算"),
        ("半年折算", share_words(scheme.half_share) or "不折算"),
        ("计分年度", "自然年" if scheme.first_month == 1 else f"每年{scheme.first_month}月起一年"),
        ("施行", f"自{date_text(scheme.valid_from)}起"),
        ("依据", named_basis(scheme.legal_basis) or "待代表联络工作机构写明"),
    ]
