"""The office's table of an assignment meeting, its progress, and the list as a file."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from suggestions.forms.meetings import advised
from suggestions.models import AssignmentMeeting, MeetingRow, Switch
from suggestions.states import RowState, UnitRole
from suggestions.tasks import assign_meeting
from suggestions.transitions.meetings import call_meeting, confirm_row
from suggestions.views import meeting_lines

L, S = UnitRole.LEAD, UnitRole.SEPARATE


@pytest.fixture
def meeting(road, cast):
    return call_meeting(by=cast.he, at=road.at(), title="2026年交办会", held_on=road.day)


def line(paper, **values):
    """One posted line of the table."""
    wanted = {"mode": "lead", "lead": "", "others": "", "chosen": "on", **values}
    fields = {f"p{paper.pk}-{name}": value for name, value in wanted.items()}
    return {"line": [str(paper.pk)], **fields}


def table(*lines, **more):
    keys = [key for each in lines for key in each["line"]]
    return {**{name: value for each in lines for name, value in each.items()}, "line": keys, **more}


def test_calling_a_meeting_leads_to_its_table(road, cast, visit):
    answer = visit(
        cast.he, "call-meeting", post={"title": "2026年交办会", "held_on": "2026-03-02", "place": "会议中心"}
    )

    meeting = AssignmentMeeting.objects.get()
    assert answer.status_code == 302
    assert answer.url == reverse("suggestions:meeting-lines", args=[meeting.pk])
    assert visit(cast.he, "call-meeting", post={"title": ""}).status_code == 422


def test_the_table_offers_what_earlier_cases_speak_for_and_says_why(road, cast, meeting, visit, words):
    for place in ("青年街", "解放路"):
        road.assigned(road.registered(road.submitted(title=f"关于增设{place}公交站点的建议")))
    paper = road.registered()

    page = words(visit(cast.he, "meeting-lines", meeting))

    assert "依据：近三年同类2件中2件交由" in page
    assert "标题相近的有" in page
    assert f'value="{cast.transport.label}"' in page
    assert not MeetingRow.objects.exists()
    assert road.fresh(paper).state == "registered"


def test_only_what_was_ticked_is_confirmed_or_everything_shown(road, cast, meeting, visit):
    first, second = road.registered(), road.registered()
    one = line(first, lead=cast.transport.name)
    other = line(second, lead=cast.education.name, others=cast.transport.name)
    other.pop(f"p{second.pk}-chosen")

    visit(cast.he, "meeting-lines", meeting, post=table(one, other))
    assert list(MeetingRow.objects.values_list("suggestion", flat=True)) == [first.pk]
    visit(cast.he, "meeting-lines", meeting, post=table(one, other, all="1"))

    rows = {row.suggestion_id: {(u.unit, u.role) for u in row.units.all()} for row in MeetingRow.objects.all()}
    assert rows[second.pk] == {(cast.education, "lead"), (cast.transport, "co")}


def test_in_two_steps_the_table_offers_the_government_office_and_keeps_the_advice(road, cast, meeting, visit, words):
    for place in ("青年街", "解放路"):
        road.assigned(road.registered(road.submitted(title=f"关于增设{place}公交站点的建议")))
    Switch.objects.filter(key="two_steps").update(enabled=True)
    paper = road.registered()
    directly = visit(cast.he, "meeting-lines", meeting, post=table(line(paper, lead=cast.transport.name), all="1"))
    assert "请改用“转政府办公室分办”" in words(directly)
    shown = visit(cast.he, "meeting-lines", meeting).context["lines"][0].form.initial
    assert (shown["mode"], shown["lead"]) == ("government", cast.transport.label)

    sent = line(paper, mode="government", lead=cast.transport.name, others=cast.education.name)
    visit(cast.he, "meeting-lines", meeting, post=table(sent, all="1"))

    row = MeetingRow.objects.get()
    assert row.to_government
    assert row.advice == f"主办{cast.transport.label}，会办{cast.education.label}"
    again = visit(cast.he, "meeting-lines", meeting).context["lines"][0].form.initial
    assert (again["mode"], again["lead"], again["others"]) == (
        "government",
        cast.transport.label,
        cast.education.label,
    )
    assert "转政府办公室" in words(visit(cast.he, "meeting", meeting))


@pytest.mark.parametrize("lead", ["区交通局", ""])
@pytest.mark.parametrize("others", ["区教育局、区法院", ""])
def test_an_advice_is_read_back_as_it_was_typed(lead, others):
    said = "，".join(word for word in (f"主办{lead}" if lead else "", f"会办{others}" if others else "") if word)

    assert advised(said) == {"lead": lead, "others": others}


def test_a_long_table_is_confirmed_page_by_page(road, cast, meeting, signed_in, monkeypatch):
    monkeypatch.setattr(meeting_lines, "PER_PAGE", 1)
    first, second = road.registered(), road.registered()
    url, client = reverse("suggestions:meeting-lines", args=[meeting.pk]), signed_in(cast.he)

    on = client.post(url, table(line(first, lead=cast.transport.name), all="1")).url
    end = client.post(on, table(line(second, lead=cast.transport.name), all="1")).url

    assert on == f"{url}?page=2"
    assert end == meeting.get_absolute_url()
    assert set(MeetingRow.objects.values_list("suggestion", flat=True)) == {first.pk, second.pk}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"lead": ""}, "请填写主办单位"),
        ({"lead": "区不存在局"}, "“区不存在局”不是现行承办单位"),
        ({"lead": "{transport}", "others": "{transport}"}, "同一个单位只能出现一次"),
        ({"lead": "{transport}", "others": "{education}、{education}"}, "同一个单位只能出现一次"),
        ({"lead": "{transport}", "mode": "separate"}, "请再填写至少一个单位"),
    ],
)
def test_a_line_that_makes_no_sense_says_so_and_the_others_are_confirmed(
    road, cast, meeting, visit, words, values, sentence
):
    good, bad = road.registered(), road.registered()
    names = {"transport": cast.transport.name, "education": cast.education.name}
    written = {key: value.format(**names) for key, value in values.items()}
    lines = table(line(good, lead=cast.transport.name), line(bad, **written))

    answer = visit(cast.he, "meeting-lines", meeting, post=lines)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert list(MeetingRow.objects.values_list("suggestion", flat=True)) == [good.pk]


def test_a_colleague_was_faster_at_one_line_and_what_was_typed_stays(road, cast, meeting, visit, words):
    mine, other = road.registered(), road.registered()
    page = visit(cast.he, "meeting-lines", meeting)
    seen = {each.paper.pk: each.form["seen"].value() or "" for each in page.context["lines"]}
    confirm_row(meeting, by=cast.xu, at=road.at(), suggestion=mine, units=[(cast.education, L)])
    lines = [line(paper, lead=cast.transport.name, seen=seen[paper.pk]) for paper in (mine, other)]

    answer = visit(cast.he, "meeting-lines", meeting, post=table(*lines))

    assert answer.status_code == 422
    assert f"同事{cast.xu.name}已先一步确认为“主办：{cast.education.label}”" in words(answer)
    shown = {each.paper.pk: each for each in answer.context["lines"]}
    assert shown[mine.pk].form["lead"].value() == cast.transport.name
    units = {row.suggestion_id: row.units.get().unit for row in MeetingRow.objects.all()}
    assert units == {mine.pk: cast.education, other.pk: cast.transport}

    again = line(mine, lead=cast.transport.name, seen=shown[mine.pk].form["seen"].value())
    assert visit(cast.he, "meeting-lines", meeting, post=table(again)).status_code == 302
    assert MeetingRow.objects.get(suggestion=mine).units.get().unit == cast.transport


def test_a_line_is_confirmed_anew_from_a_fresh_page(road, cast, meeting, visit):
    paper = road.registered()
    confirm_row(meeting, by=cast.xu, at=road.at(), suggestion=paper, units=[(cast.education, L)])
    (shown,) = visit(cast.he, "meeting-lines", meeting).context["lines"]

    sent = line(paper, lead=cast.transport.name, seen=shown.form["seen"].value())

    assert visit(cast.he, "meeting-lines", meeting, post=table(sent)).status_code == 302
    assert MeetingRow.objects.get().units.get().unit == cast.transport


def test_a_dissolved_unit_is_named(road, cast, meeting, visit, words):
    paper = road.registered()
    cast.education.is_active = False
    cast.education.save()

    answer = visit(cast.he, "meeting-lines", meeting, post=table(line(paper, lead=cast.education.name)))

    assert "可能已撤并" in words(answer)
    assert cast.education.name in words(answer)


def test_the_list_is_assigned_by_the_worker_and_shows_what_failed(road, cast, meeting, visit, words):
    good, bad = road.registered(), road.registered()
    for paper in (good, bad):
        confirm_row(meeting, by=cast.he, at=road.at(), suggestion=paper, units=[(cast.transport, L)])
    road.assigned(bad)

    answer = visit(cast.he, "meeting-start", meeting, post={"version": meeting.version})
    assert answer.status_code == 302
    assert "正在交办" in words(visit(cast.he, "meeting", meeting))
    running = visit(cast.he, "meeting-progress", meeting)
    assert "0/2" in words(running)
    assert "HX-Refresh" not in running
    assign_meeting(meeting.pk)

    page = words(visit(cast.he, "meeting", meeting))
    assert "未能交办的建议" in page
    assert "已交办待签收" in page
    assert road.fresh(good).state == "assigned"
    assert visit(cast.he, "meeting-progress", meeting)["HX-Refresh"] == "true"


def test_the_list_as_a_file_and_on_paper(road, cast, meeting, signed_in, words):
    paper = road.registered()
    confirm_row(meeting, by=cast.he, at=road.at(), suggestion=paper, units=[(cast.transport, S), (cast.education, S)])
    address = reverse("suggestions:meeting", args=[meeting.pk])
    client = signed_in(cast.he)

    sheet = load_workbook(BytesIO(b"".join(client.get(f"{address}?format=xlsx").streaming_content))).active
    rows = list(sheet.iter_rows(values_only=True))
    printed = words(client.get(f"{address}?print=1"))

    assert rows[0][:3] == ("编号", "标题", "领衔代表")
    assert f"{cast.transport.label}、{cast.education.label}" in rows[1]
    assert paper.title in printed
    assert "分办" in printed


def test_nobody_but_the_office_finds_meetings(road, cast, meeting, visit):
    for who in ("lin", "sun", "feng", "chen", "fang"):
        user = getattr(cast, who)
        assert visit(user, "meetings").status_code == 403
        assert visit(user, "meeting", meeting).status_code == 404
        assert visit(user, "meeting-lines", meeting).status_code == 404
        assert visit(user, "call-meeting").status_code == 403
    assert visit(cast.gao, "meeting", meeting).status_code == 200
    assert visit(cast.gao, "meeting-lines", meeting).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_table_costs_the_same_for_one_line_and_three(
    count, road, cast, meeting, signed_in, django_assert_num_queries
):
    for _ in range(count):
        paper = road.registered()
        confirm_row(meeting, by=cast.he, at=road.at(), suggestion=paper, units=[(cast.transport, L)])
    client = signed_in(cast.he)
    addresses = [reverse(f"suggestions:{name}", args=[meeting.pk]) for name in ("meeting-lines", "meeting")]
    for address in addresses:
        client.get(address)

    for address, cost in zip(addresses, (14, 11), strict=True):
        with django_assert_num_queries(cost):
            client.get(address)


def test_waiting_lines_are_started_again_when_the_broker_was_away(road, cast, meeting, visit, words):
    row = confirm_row(meeting, by=cast.he, at=road.at(), suggestion=road.registered(), units=[(cast.transport, L)])
    visit(cast.he, "meeting-start", meeting, post={"version": meeting.version})
    assert road.fresh(row).state == RowState.WAITING

    again = visit(cast.he, "meeting-start", meeting, post={"version": road.fresh(meeting).version})

    assert again.status_code == 302
