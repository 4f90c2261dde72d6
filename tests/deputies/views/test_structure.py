"""The page of the structure statistics: same figures on screen, behind each figure and in the workbook."""

from io import BytesIO

import openpyxl
import pytest
from django.apps import apps

from deputies.models import Congress, Deputy, StructureLine
from deputies.reference.structure import load
from foundation.audit.models import Event
from tests.deputies_cast import add_mandate

PAGE = "/deputies/structure/"


@pytest.fixture
def lines(register):
    load()
    return {line.name: line for line in StructureLine.objects.all()}


def test_figures_on_the_page_behind_them_and_in_the_workbook(cast, register, lines, signed_in):
    Congress.objects.filter(pk=register.congress.pk).update(population=420_000)
    client = signed_in(cast.he)
    shown = client.get(PAGE)
    assert shown.context["total"] == 3
    cell = shown.context["view"].sheet.cell(str(lines["妇女代表"].pk), "count")
    assert cell.value == 2
    assert "代表名额依人口数核算为224名，现有在任代表3名，出缺221名" in shown.content.decode()

    behind = client.get(PAGE, {"line": lines["妇女代表"].pk})
    assert [row.deputy.name for row in behind.context["chosen"].rows] == ["邓玉兰", "林晓梅"]

    book = openpyxl.load_workbook(BytesIO(client.get(PAGE, {"format": "xlsx"}).content))
    told = {row[0]: row[2:4] for row in book.active.iter_rows(values_only=True) if row[0]}
    assert [float(value) for value in told["妇女代表"]] == [2, 66.67]
    assert Event.objects.filter(verb="deputies.export_structure", actor=cast.he).exists()


def test_a_line_is_a_row_of_the_office(cast, register, lines, signed_in):
    register.lin.deputy.occupation = "新就业群体"
    register.lin.deputy.save()
    line = StructureLine.objects.create(dimension="occupation", name="新就业群体代表", words="新就业群体")
    assert signed_in(cast.he).get(PAGE).context["view"].sheet.cell(str(line.pk), "count").value == 1


@pytest.mark.parametrize(
    ("person", "status"), [("he", 200), ("luo", 200), ("lin", 403), ("wei", 403), ("stranger", 403)]
)
def test_who_may_look(cast, register, signed_in, person, status):
    assert signed_in(getattr(cast, person)).get(PAGE).status_code == status


def test_nonsense_in_the_address_is_told_and_a_crowd_takes_the_same_queries(
    cast, register, lines, signed_in, django_assert_num_queries
):
    client = signed_in(cast.he)
    assert "请更正以下内容" in client.get(PAGE, {"on": "明天"}).content.decode()
    with django_assert_num_queries(9):
        client.get(PAGE)
    for number in range(3):
        add_mandate(register, f"代表{number}", register.qingshi)
    with django_assert_num_queries(9):
        assert client.get(PAGE).context["total"] == 6


def test_a_past_day_counts_what_was_entered_then(cast, register, lines, signed_in):
    history = apps.get_model("deputies", "DeputyEvent").objects
    Deputy.objects.filter(pk=register.lin.deputy_id).update(sex="male")
    history.filter(pgh_obj=register.lin.deputy_id, sex="female").update(pgh_created_at="2026-01-05T10:00+08:00")
    women = str(lines["妇女代表"].pk)
    client = signed_in(cast.he)

    def counted(**query: str) -> int:
        return client.get(PAGE, query).context["view"].sheet.cell(women, "count").value

    assert counted() == 1
    assert counted(on="2026-01-06") == 2
    # Nothing is known of the days before: as entered now.
    assert counted(on="2026-01-04") == 1
