"""The admin in Chinese: dictionaries are edited, what flows is looked at."""

import pytest
from django.urls import reverse

from deputies.models import Meeting
from foundation.audit import timeline
from suggestions.models import AppraisalScheme, Category, Suggestion
from suggestions.transitions.appraise import decide_awards, open_appraisal

pytestmark = pytest.mark.django_db

DICTIONARIES = ("category", "resultclass", "refusalground", "threshold", "switch", "numberformat")


@pytest.mark.parametrize("name", DICTIONARIES)
def test_a_secretary_opens_the_dictionaries(cast, signed_in, name):
    page = signed_in(cast.gao).get(reverse(f"admin:suggestions_{name}_changelist"))

    assert page.status_code == 200
    assert "依据" in page.content.decode() or name == "category"


def test_a_category_is_edited_and_never_deleted(cast, signed_in):
    row, client = Category.objects.get(code="other"), signed_in(cast.gao)
    data = {"code": "other", "name": "综合", "order": 9, "legal_basis": "本级规定", "valid_from": "2026-01-01"}

    answer = client.post(reverse("admin:suggestions_category_change", args=[row.pk]), data)

    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.name == "综合"
    assert client.post(reverse("admin:suggestions_category_delete", args=[row.pk])).status_code == 403


def test_nobody_writes_a_suggestion_in_the_admin(road, cast, signed_in):
    paper = road.assigned()
    root = road.fresh(cast.gao)
    root.is_superuser = True
    root.save()
    client = signed_in(root)

    assert client.get(reverse("admin:suggestions_suggestion_changelist")).status_code == 200
    assert client.get(reverse("admin:suggestions_suggestion_change", args=[paper.pk])).status_code == 200
    assert (
        client.post(reverse("admin:suggestions_suggestion_change", args=[paper.pk]), {"title": "改"}).status_code == 403
    )
    assert client.get(reverse("admin:suggestions_suggestion_add")).status_code == 403
    assert Suggestion.objects.get().title == paper.title


def test_a_deputy_stays_outside(cast, signed_in):
    assert signed_in(cast.lin).get(reverse("admin:suggestions_category_changelist")).status_code in (302, 403)


def test_points_of_a_scoring_table_change_with_a_trace(cast, signed_in):
    scheme = AppraisalScheme.objects.first()
    item, client = scheme.items.order_by("pk").first(), signed_in(cast.gao)
    form = client.get(reverse("admin:suggestions_appraisalscheme_change", args=[scheme.pk])).context
    [inline] = form["inline_admin_formsets"]
    data = {name: value for name, value in form["adminform"].form.initial.items() if value is not None}
    data |= {field.html_name: field.value() or "" for row in inline.formset.forms for field in row}
    data |= {field.html_name: field.value() for field in inline.formset.management_form}
    place = next(row.prefix for row in inline.formset.forms if row.instance == item)

    client.post(form["request"].path, {**data, f"{place}-points": "99"})

    assert type(item).objects.get(pk=item.pk).points == 99
    [event] = timeline(item)
    assert (event.verb, event.data["columns"]) == ("suggestions.change_appraisalitem", ["points"])


@pytest.fixture
def decided(cast, road, register) -> AppraisalScheme:
    """A table a meeting has decided by."""
    AppraisalScheme.objects.update(least_cases=1, most_share=100)
    road.closed()
    scored = open_appraisal(by=cast.he, at=road.at(60), kind="unit", year=2026)
    meeting, at = Meeting.objects.create(term=register.lin.term, kind="council", number=40), road.at(62)
    chosen = [scored.sheet.rows[0].key]
    decide_awards(scored.pk, by=cast.he, at=at, chosen=chosen, meeting=meeting, decided_on=at.date())
    return scored.scheme


def test_a_decided_scoring_table_is_only_looked_at_and_says_what_to_do(cast, signed_in, decided):
    client, item = signed_in(cast.gao), decided.items.filter(bands__isnull=False).first()
    table = reverse("admin:suggestions_appraisalscheme_change", args=[decided.pk])
    line = reverse("admin:suggestions_appraisalitem_change", args=[item.pk])

    for address in (table, line):
        page = client.get(address)
        assert page.status_code == 200
        assert "复制为新的评分办法" in page.content.decode()
        assert 'name="_saveasnew"' not in page.content.decode()
    assert client.post(line, {"points": "99"}).status_code == 403
    form = {f"items-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    assert client.post(table, {**form, "most": "99", "valid_until": "2026-12-31"}).status_code == 302
    decided.refresh_from_db()
    assert (decided.most, str(decided.valid_until)) == (None, "2026-12-31")


def test_it_goes_on_as_a_copy_that_can_be_changed(cast, signed_in, decided):
    client = signed_in(cast.gao)
    chosen = {"action": "copy", "_selected_action": [str(decided.pk)]}

    page = client.post(reverse("admin:suggestions_appraisalscheme_changelist"), chosen, follow=True)

    made = AppraisalScheme.objects.exclude(pk=decided.pk).get(kind="unit")
    assert "已复制" in page.content.decode()
    assert (made.valid_from.month, made.valid_from.day) == (1, 1)
    assert [event.verb for event in timeline(made)] == ["suggestions.add_appraisalscheme"]
    shown = client.get(reverse("admin:suggestions_appraisalscheme_change", args=[made.pk])).content.decode()
    assert 'name="most"' in shown
    assert "会议已按这份评分办法作出评选决定" not in shown
