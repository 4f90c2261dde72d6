"""The change of term (换届): the next term is entered, its register imported, the change tried, then carried out."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies import notices, rules
from deputies.models import Deputy, Mandate, Term
from deputies.transitions._roles import SEAT_ROLES, settle_roles
from deputies.yearbook.change_of_term import TermChange, compare
from foundation.accounts.models import Membership
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, announce, lock


@transaction.atomic
def prepare_term(*, by: Any, at: datetime, starts_on: date) -> Term:
    """Enters the term after the current one of the home congress. Until the change is carried out the current term goes
    on, so that nobody is without a seat while the office is at work.

    Nothing is copied: delegations, groups, constituencies and seats of the new term come from its own register.
    Refused: not a keeper, no current term, the next one is there already; a day before the current term began.
    """
    rules.may_prepare_term(by, on=timezone.localdate(at)).require()
    known = Term.objects.current()
    if known is None:
        raise Refused("还没有当前届，请先导入本届代表名册。", "state")
    old = lock(Term, known)
    if Term.objects.filter(congress=old.congress, number=old.number + 1).exists():
        raise Refused(f"第{old.number + 1}届已经登记，请继续下一步。", "state")
    if old.starts_on and starts_on <= old.starts_on:
        raise Refused("新一届第一次会议应当晚于本届开始之日。", "input", field="starts_on")
    new = Term(congress=old.congress, number=old.number + 1, starts_on=starts_on)
    new.full_clean(exclude=["name"])
    new.save()
    summary = f"登记{new.congress.name}{new}，自{date_text(starts_on)}起。"
    record("deputies.prepare_term", new, by=by, at=at, summary=summary)
    return new


@transaction.atomic
def change_term(pk: Any, *, by: Any, at: datetime, dry_run: bool = False) -> TermChange:
    """Makes the new term the current one, seals the old, and brings the roles of everybody concerned into line.

    Persons and their accounts stay; seats, groups and suggestions of the old term stay where they are. With `dry_run`
    the whole way is walked and taken back. Refused: not a keeper, nobody in the new term, carried out already, and
    (but for the trial) before the first day of the new term.
    """
    new = lock(Term, pk)
    on = timezone.localdate(at)
    (rules.may_try_change if dry_run else rules.may_change_term)(by, new, on=on).require()
    old = Term.objects.filter(congress=new.congress, is_current=True).select_for_update(no_key=True).first()
    change = compare(old, new)
    _turn(old, new, at)
    _settle(change, by=by, at=at)
    summary = (
        f"换届：{new}为当前届，连任{len(change.staying)}名，新当选{len(change.arriving)}名，"
        f"离任{len(change.leaving)}名；{old or '上一届'}封存。"
    )
    record("deputies.change_term", new, by=by, at=at, summary=summary)
    if dry_run:
        transaction.set_rollback(True)
        return change
    notices.term_changed(change, by=by, at=at)
    announce("deputies.change_term", new, by=by, at=at, change=change)
    return change


def _turn(old: Term | None, new: Term, at: datetime) -> None:
    """One current term at any moment; the old one ends the day before the first session of the new (代表法 2)."""
    if old is not None:
        old.is_current, old.sealed_at = False, at
        old.ends_on = new.starts_on - timedelta(days=1) if new.starts_on else old.ends_on
        old.save(update_fields=["is_current", "sealed_at", "ends_on"])
    new.is_current = True
    new.save(update_fields=["is_current"])


def _settle(change: TermChange, *, by: Any, at: datetime) -> None:
    """The roles that rest on a seat, of everybody with an account; whose have gone and who has some now."""
    first = change.new.starts_on or timezone.localdate(at)
    people = {seat.deputy for seat in (*change.staying, *change.arriving, *change.leaving) if seat.deputy.user_id}
    before = _holders(first)
    for deputy in sorted(people, key=lambda one: one.pk):
        settle_roles(lock(Deputy, deputy), by=by, at=at, ended_on=first)
    after = _holders(first)
    change.roles_ended = sorted(deputy.name for deputy in people if deputy.user_id in before - after)
    change.roles_given = sorted(deputy.name for deputy in people if deputy.user_id in after - before)


def _holders(on: date) -> set[int]:
    """Accounts with a role that rests on a seat on that day or later."""
    rows = Membership.objects.filter(role__in=SEAT_ROLES).exclude(until_date__lt=on)
    return set(rows.values_list("user", flat=True))


def prepared_term() -> Term | None:
    """The term that has been entered after the current one and is not carried out yet."""
    current = Term.objects.current()
    waiting = Term.objects.filter(congress__is_home=True, is_current=False, sealed_at__isnull=True)
    waiting = waiting.filter(number__gt=current.number) if current else waiting
    return waiting.select_related("congress").order_by("number").first()


def seated_in(term: Term) -> int:
    """How many seats the register of a term holds."""
    return Mandate.objects.filter(term=term, level=term.congress.level).count()
