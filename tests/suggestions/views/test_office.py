"""The office screens, numbers, assigns and decides."""

from django.contrib.messages import get_messages

from suggestions.models import Assignment, Category, PaperRating, RefusalGround
from suggestions.transitions.send_back import send_back
from tests.suggestions.views.scans import scan

ROWS = {"units-TOTAL_FORMS": "2", "units-INITIAL_FORMS": "0", "units-MIN_NUM_FORMS": "0", "units-MAX_NUM_FORMS": "12"}


def rows(*units, **more):
    """The posted lines of the assignment: (unit, role) each."""
    lines = {f"units-{place}-{name}": value for place, unit in enumerate(units) for name, value in unit.items()}
    return {**ROWS, "units-TOTAL_FORMS": str(len(units)), "assigned_on": "2026-03-02", **lines, **more}


def test_sending_back_needs_a_reason(road, cast, visit, words):
    paper = road.submitted()

    refused = visit(cast.he, "send-back", paper, post={"reason": "　"})
    visit(cast.he, "send-back", paper, post={"reason": "请写明涉及的小区。", "version": paper.version})

    assert refused.status_code == 422
    assert road.fresh(paper).state == "sent_back"
    assert "请写明涉及的小区。" in words(visit(cast.lin, "edit", paper))


def test_the_slower_of_two_clerks_is_told_and_his_words_stay(road, cast, visit, words):
    paper = road.submitted()
    send_back(paper.pk, by=cast.xu, at=road.at(), reason="请补充。")

    answer = visit(cast.he, "register", paper, post={"category": "1", "channel": "recess", "version": paper.version})

    assert answer.status_code == 409
    assert road.fresh(paper).state == "sent_back"
    assert not road.fresh(paper).number


def test_refusing_needs_a_ground_of_the_list(road, cast, visit, words):
    paper, ground = road.submitted(), RefusalGround.objects.first()

    refused = visit(cast.he, "refuse", paper, post={"note": "属于个人事项。"})
    visit(cast.he, "refuse", paper, post={"ground": ground.pk, "note": "属于个人事项。", "version": paper.version})

    assert refused.status_code == 422
    assert "请选择一种情形。" in words(refused)
    assert "属于个人事项。" in words(refused)
    assert road.fresh(paper).refusal_ground == ground


def test_registering_says_the_number(road, cast, visit):
    paper, category = road.submitted(), Category.objects.get(code="urban")

    answer = visit(
        cast.he, "register", paper, post={"category": category.pk, "channel": "recess", "version": paper.version}
    )

    number = road.fresh(paper).number_text
    assert number
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [f"已立案，编号{number}。"]


def test_an_assignment_shows_its_due_days_before_anything_is_written(road, cast, visit, words):
    paper = road.registered()
    lead = {"unit": cast.transport.pk, "role": "lead"}

    shown = words(visit(cast.he, "assign", paper, post=rows(lead, version=paper.version)))

    assert "交办后的期限" in shown
    assert "2026年6月2日" in shown  # three months from T0
    assert "确认交办" in shown
    assert not Assignment.objects.exists()
    assert road.fresh(paper).state == "registered"


def test_a_confirmed_assignment_reaches_its_units_with_the_days_that_were_shown(road, cast, visit, clocks):
    paper = road.registered()
    units = ({"unit": cast.transport.pk, "role": "lead"}, {"unit": cast.education.pk, "role": "co"})

    answer = visit(cast.he, "assign", paper, post=rows(*units, version=paper.version, confirm="1", is_key="on"))

    assert answer.status_code == 302
    assert {(part.unit, part.role) for part in paper.assignments.all()} == {
        (cast.transport, "lead"),
        (cast.education, "co"),
    }
    assert clocks(road.part(paper))["reply"] == "2026-06-02"
    assert road.fresh(paper).is_key


def test_an_assignment_refuses_nonsense_and_keeps_the_lines(road, cast, visit, words):
    paper = road.registered()
    lead = {"unit": cast.transport.pk, "role": "lead"}
    cases = [
        ([lead, lead], "同一个单位只能出现一次"),
        ([lead, {"unit": cast.education.pk, "role": "separate"}], "分别办理的建议不设主办单位"),
        ([{"unit": cast.education.pk, "role": "co"}], "请确定一个主办单位"),
        ([{"unit": "", "role": "lead"}], "请至少选择一个承办单位。"),
    ]
    for units, sentence in cases:
        answer = visit(cast.he, "assign", paper, post=rows(*units, confirm="1", version=paper.version))
        assert answer.status_code == 422
        assert sentence in words(answer)
    assert f'value="{cast.education.pk}" selected' in words(
        visit(cast.he, "assign", paper, post=rows({"unit": cast.education.pk, "role": "co"}))
    )
    assert not Assignment.objects.exists()


def test_without_scripts_a_line_is_added_by_the_server(road, cast, visit, words):
    paper = road.registered()
    lead = {"unit": cast.transport.pk, "role": "lead"}

    more = {"more-units": "1", "is_key": "on"}
    shown = visit(cast.he, "assign", paper, post=rows(lead, version=paper.version, **more))

    assert [form["role"].value() for form in shown.context["form"].rows] == ["lead", "co"]
    assert f'value="{cast.transport.pk}" selected' in words(shown)
    assert "2026-03-02" in words(shown)
    assert not Assignment.objects.exists()


def test_a_day_before_registration_is_refused_by_the_transition_and_told(road, cast, visit, words):
    paper = road.registered()
    lead = {"unit": cast.transport.pk, "role": "lead"}

    late = rows(lead, confirm="1", version=paper.version) | {"assigned_on": "2026-03-01"}
    answer = visit(cast.he, "assign", paper, post=late)

    assert "交办日期不能早于立案日期。" in words(answer)
    assert not Assignment.objects.exists()


def test_a_reply_is_returned_only_with_a_reason_and_then_seen_by_the_unit(road, cast, visit, words):
    paper = road.signed()
    part = road.part(paper)

    refused = visit(cast.sun, "check", part, post={"passed": "no"})
    visit(cast.sun, "check", part, post={"passed": "no", "reason": "未逐条答复。", "version": part.version})

    assert refused.status_code == 422
    assert "退回答复的，请写明理由。" in words(refused)
    assert road.fresh(part).state == "returned"


def test_the_deputy_reads_the_reply_only_after_it_was_passed(road, cast, visit, words):
    paper = road.signed()
    part = road.part(paper)
    before = words(visit(cast.lin, "detail", paper))

    visit(cast.he, "check", part, post={"passed": "yes", "version": part.version})

    assert "已于四月增设。" not in before
    assert "已于四月增设。" in words(visit(cast.lin, "detail", paper))


def test_a_paper_rating_takes_two_clerks_and_a_scan(road, cast, visit, words):
    paper = road.replied()
    grades = {"attitude": "satisfied", "result": "basically", "version": paper.version}

    bare = visit(cast.he, "paper-rating", paper, post=grades)
    visit(cast.he, "paper-rating", paper, post={**grades, "scan": scan()})
    entered = PaperRating.objects.get()
    alone = visit(cast.he, "check-paper-rating", entered, post={"agrees": "yes"})
    visit(cast.xu, "check-paper-rating", entered, post={"agrees": "yes"})

    assert bare.status_code == 422
    assert "请选择要上传的文件。" in words(bare)
    assert alone.status_code == 403
    assert road.fresh(paper).state == "closed"


def test_no_unit_learns_of_a_paper_rating_in_waiting(road, cast, visit, words):
    paper = road.replied()
    visit(cast.he, "paper-rating", paper, post={"attitude": "satisfied", "result": "basically", "scan": scan()})

    assert "录入纸质评价" not in words(visit(cast.feng, "detail", paper))
    assert visit(cast.feng, "check-paper-rating", PaperRating.objects.get()).status_code == 404
