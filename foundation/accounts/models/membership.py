"""A person's role in an organisation, with dates."""

from collections.abc import Iterable
from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce

from foundation.accounts.models.organisation import Organisation
from foundation.accounts.roles import ORGANISATION_KINDS, THREE_ADMINISTRATORS, Role


class DateRange(models.Func):
    """PostgreSQL's daterange(from, until, '[]'); an empty until is open."""

    function = "DATERANGE"
    output_field = DateRangeField()


def dates_in_order(from_date: date | None, until_date: date | None) -> None:
    """ValidationError at `until_date` when it is before `from_date`.

    Said at the field, so that the overlap checks, which PostgreSQL cannot compute then, are left out.
    """
    if from_date and until_date and until_date < from_date:
        raise ValidationError({"until_date": "截止日期早于起始日期，请核对。"})


def held() -> tuple[models.Func, str]:
    """The dates of a row as one operand of an exclusion constraint."""
    bounds = RangeBoundary(inclusive_lower=True, inclusive_upper=True)
    return DateRange("from_date", "until_date", bounds), RangeOperators.OVERLAPS


def _kind_guard() -> str:
    rows = [f"('{role.value}', '{kind.value}')" for role, kinds in ORGANISATION_KINDS.items() for kind in sorted(kinds)]
    allowed = f"(VALUES {', '.join(rows)}) AS allowed(role, kind)"
    return f"""
        IF EXISTS (SELECT 1 FROM {allowed} WHERE allowed.role = NEW.role) AND NOT EXISTS (
            SELECT 1 FROM {allowed} JOIN accounts_organisation o ON o.kind = allowed.kind
            WHERE allowed.role = NEW.role AND o.id = NEW.organisation_id
        ) THEN
            RAISE EXCEPTION 'role % cannot be held in organisation %', NEW.role, NEW.organisation_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_organisation_kind';
        END IF;
        RETURN NEW;
    """


class MembershipQuerySet(models.QuerySet):
    """Questions about who is what."""

    def active_on(self, day: date) -> "MembershipQuerySet":
        """Memberships in force on `day`, first and last day included."""
        open_end = models.Q(until_date__isnull=True) | models.Q(until_date__gte=day)
        return self.filter(open_end, from_date__lte=day)


@pghistory.track()
class Membership(models.Model):
    """Ends by date and is never deleted, so that who could do what on a past day can always be told."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships", verbose_name="人员"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name="单位"
    )
    role = models.CharField("角色", max_length=32, choices=Role)
    title = models.CharField("职务", max_length=50, blank=True)
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True, help_text="含当日；留空为长期。")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        verbose_name_plural = "任职"
        ordering = ["-from_date", "id"]
        indexes = [models.Index(fields=["role", "organisation"], name="membership_role_org")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__isnull=True) | models.Q(until_date__gte=models.F("from_date")),
                name="membership_dates_in_order",
                violation_error_message="截止日期早于起始日期，请核对。",
            ),
            ExclusionConstraint(
                name="membership_one_identical",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (Coalesce("organisation", models.Value(0)), RangeOperators.EQUAL),
                    held(),
                ],
                violation_error_message="该人员在此单位已有相同角色，且日期重叠；请修改原有记录的起止日期。",
            ),
            ExclusionConstraint(
                name="membership_three_administrators",
                expressions=[("user", RangeOperators.EQUAL), held()],
                condition=models.Q(role__in=sorted(THREE_ADMINISTRATORS)),
                violation_error_message="系统管理员、安全管理员、审计管理员须由三个不同的人担任，请另选人员。",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="membership_organisation_kind",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_kind_guard(),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.line}"

    @property
    def line(self) -> str:
        """Organisation, role and title in one line: "区教育局 承办单位经办人（办公室主任）"."""
        place = f"{self.organisation.label} " if self.organisation_id else ""
        role = self.get_role_display()
        return f"{place}{role}{f'（{self.title}）' if self.title not in ('', role) else ''}"

    @property
    def post(self) -> str:
        """As one greets: organisation and title, the role where there is no title: "区教育局办公室主任"."""
        return f"{self.organisation.label if self.organisation_id else ''}{self.title or self.get_role_display()}"

    def clean(self) -> None:
        super().clean()
        dates_in_order(self.from_date, self.until_date)
        kinds = ORGANISATION_KINDS.get(Role(self.role)) if self.role in Role else None
        if kinds and (self.organisation is None or self.organisation.kind not in kinds):
            wanted = "、".join(kind.label for kind in sorted(kinds))
            raise ValidationError({"organisation": f"“{self.get_role_display()}”须任职于：{wanted}。请选择相应单位。"})

    def validate_constraints(self, exclude: Iterable[str] | None = None) -> None:
        # A form leaves out columns that were refused and columns that are read-only once granted. The overlap checks
        # need all of them: with a refused one they wait, a read-only one is as good as typed.
        left_out = set(exclude or ())
        if not self._state.adding:
            left_out -= {"user", "role", "organisation"}
        if self.user_id:
            left_out.discard("user")  # an inline form leaves out the person whose page it stands on
        if not left_out & {"user", "role", "organisation", "from_date", "until_date"}:
            super().validate_constraints(left_out)

    def is_active_on(self, day: date) -> bool:
        """Whether in force on `day`, first and last day included."""
        return self.from_date <= day and (self.until_date is None or day <= self.until_date)
