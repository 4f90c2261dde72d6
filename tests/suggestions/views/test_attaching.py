"""Files travel with the paper they belong to, and only those who may read the paper may open them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from foundation.files.models import StoredFile
from foundation.files.store import files_of
from suggestions.models import ContactRecord
from tests.suggestions.views.scans import scan


def test_a_deputy_attaches_to_a_text_that_is_still_his(road, cast, visit, words):
    paper = road.draft()

    visit(cast.lin, "attach", paper, post={"files": [scan("现场照片.png")]})
    shown = words(visit(cast.lin, "detail", paper))

    assert "现场照片.png" in shown
    assert visit(cast.lin, "attach", road.submitted()).status_code == 409
    assert visit(cast.zhou, "attach", paper).status_code == 404


def test_a_file_that_lies_about_itself_is_told_at_the_field(road, cast, visit):
    fake = SimpleUploadedFile("照片.png", b"MZ\x90\x00", "image/png")

    answer = visit(cast.lin, "attach", road.draft(), post={"files": [fake]})

    assert answer.status_code == 422
    assert "files" in answer.context["form"].errors
    assert not StoredFile.objects.exists()


def test_photographs_of_a_talk_are_kept_with_its_record(road, cast, visit, words):
    part = road.part(road.handling())
    talk = {**road.talk(), "held_on": "2026-03-02", "version": part.version}

    visit(cast.feng, "contact", part, post={**talk, "files": [scan("签到表.png")]})

    assert [file.name for file in files_of(ContactRecord.objects.get())] == ["签到表.png"]
    assert "签到表.png" in words(visit(cast.lin, "detail", part.suggestion))
    assert "签到表.png" not in words(visit(cast.deng, "detail", part.suggestion))


def test_a_bad_file_leaves_no_record_behind(road, cast, visit):
    part = road.part(road.handling())
    talk = {**road.talk(), "held_on": "2026-03-02", "version": part.version}
    fake = SimpleUploadedFile("签到表.png", b"MZ\x90\x00", "image/png")

    answer = visit(cast.feng, "contact", part, post={**talk, "files": [fake]})

    assert answer.status_code == 422
    assert not ContactRecord.objects.exists()


def test_a_reply_takes_files_once_it_is_begun(road, cast, visit, words):
    part = road.part(road.handling())
    early = visit(cast.feng, "attach-to-reply", part)
    paper = road.drafted(road.contacted(road.fresh(part.suggestion)))

    visit(cast.feng, "attach-to-reply", part, post={"files": [scan("选址图.png")]})

    assert early.status_code == 409
    assert "请先保存答复稿" in words(early)
    assert "选址图.png" in words(visit(cast.feng, "detail", paper))
    assert "选址图.png" not in words(visit(cast.lin, "detail", paper))


def test_a_file_opens_for_those_who_may_read_its_paper(road, cast, visit, signed_in):
    paper = road.draft()
    visit(cast.lin, "attach", paper, post={"files": [scan()]})
    address = reverse("files:download", args=[files_of(paper).get().pk])

    assert signed_in(cast.lin).get(address).status_code == 200
    assert signed_in(cast.zhou).get(address).status_code == 404
    assert Client().get(address).status_code == 404


def test_the_number_of_the_officer_is_masked_and_its_door_shown_to_those_concerned(road, cast, visit, words):
    paper = road.handling()
    seen = {person: words(visit(getattr(cast, person), "detail", paper)) for person in ("lin", "he", "deng", "zhao")}

    assert {person for person, text in seen.items() if "/privacy/reveal/" in text} == {"lin", "he"}
    assert "0000-123" not in "".join(seen.values())


def test_a_file_is_taken_back_until_others_have_had_it_before_them(road, cast, visit):
    paper = road.draft()
    visit(cast.lin, "attach", paper, post={"files": [scan("错了.png"), scan("现场.png")]})
    wrong, right = files_of(paper)

    visit(cast.lin, "attach", paper, post={"remove": [str(wrong.pk)]})
    assert list(files_of(paper)) == [right]

    visit(cast.lin, "submit", paper, post={"one_matter": "on"})
    visit(cast.he, "send-back", paper, post={"reason": "请写明站点的具体位置。"})
    visit(cast.lin, "attach", paper, post={"files": [scan("位置图.png")]})
    later = files_of(paper).get(name="位置图.png")
    answer = visit(cast.lin, "attach", paper, post={"remove": [str(right.pk), str(later.pk)]})
    assert answer.status_code == 422
    visit(cast.lin, "attach", paper, post={"remove": [str(later.pk)]})
    assert list(files_of(paper)) == [right]


def test_whoever_signs_checks_or_rates_a_reply_sees_its_files(road, cast, visit, words):
    paper = road.drafted(road.contacted(road.handling()))
    part = road.part(paper)
    visit(cast.feng, "attach-to-reply", part, post={"files": [scan("选址图.png")]})

    assert "选址图.png" in words(visit(cast.feng, "reply", part))
    assert "选址图.png" in words(visit(cast.chen, "sign", part))
