"""Words of inner papers and of parts that are not public stand at no public door: page, list, search, feed, file."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from foundation.files.models import StoredFile
from foundation.files.store import files_of, store_upload
from suggestions.models import ProgressColour
from suggestions.states import CheckPoint, Grade
from suggestions.transitions.carry_over import carry_over, explain_carry_over
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.look_back import answer_look_back, open_look_back
from suggestions.transitions.publish import publish, renew_copy
from suggestions.transitions.rate import rate
from suggestions.transitions.split import answer_split, propose_split
from suggestions.transitions.statements import open_statements, promises_of, send_statement
from suggestions.transitions.supervise_key import publish_key, record_supervision
from tests.suggestions.council import key_item
from tests.suggestions.views.scans import document, scan

OPEN = {"secrecy_note": "经审查可以公开。", "checked": CheckPoint.values}
DOORS = (
    *("site:home", "site:process", "site:about", "site:sitemap", "site:sitemap-xml"),
    *("suggestions:public", "suggestions:public-feed", "suggestions:open-data"),
    *("suggestions:public-key", "suggestions:awards"),
)


def doors(*papers) -> list[str]:
    """Every address a stranger may open without knowing a secret."""
    files = [reverse("suggestions:open-file", args=[ending]) for ending in ("csv", "json")]
    pages = [reverse("suggestions:public-page", args=[paper.pk]) for paper in papers]
    return [*map(reverse, DOORS), *files, *pages]


def text(address: str, **asked: str) -> str:
    answer = Client().get(address, asked)
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def leaks(markers, *papers) -> list[tuple[str, str]]:
    """(door, marker) of every marker that stands at a door, or finds a paper when it is searched for."""
    found = [(door, word) for door in doors(*papers) for shown in [text(door)] for word in markers if word in shown]
    for name in ("suggestions:public", "suggestions:public-feed"):
        address = reverse(name)
        for word in markers:
            hits = text(address, q=word)
            found += [(f"{address}?q=", word) for paper in papers if f"/public/{paper.pk}/" in hits]
    return found


def open_files() -> list[str]:
    """Names of files a stranger may open."""
    return [file.name for file in StoredFile.objects.all() if Client().get(file.get_absolute_url()).status_code == 200]


@pytest.fixture
def followed(road, cast, visit):
    """A promise reported on, carried over, told, looked back at and supervised, with a marker in every text."""
    paper = road.tracking()
    promise, yellow = paper.commitments.get(), ProgressColour.objects.get(code="yellow")
    facts = {
        "colour": yellow.pk,
        "text": "密进展号已选址。",
        "obstacle": "密困难号资金。",
        "files": [scan("密佐证号.png")],
    }
    assert visit(cast.feng, "record-progress", promise, post=facts).status_code == 302
    carried = carry_over(promise, at=road.at())
    words = {"explanation": "密结转号原因。", "plan": "密打算号措施。"}
    explain_carry_over(carried, by=cast.feng, at=road.at(), planned_on=date(2026, 12, 1), **words)
    (statement,) = open_statements(at=road.at())
    told = {row.pk: "密告知号进展。" for row in promises_of(statement)}
    send_statement(statement, by=cast.feng, at=road.at(), texts=told, note="密总况号。")
    look = open_look_back(by=cast.he, at=road.at(), class_code="B", due_on=date(2026, 12, 20), year=2026)
    for item in look.items.all():
        answer_look_back(item, by=cast.feng, at=road.at(), colour=yellow, text="密回看号现状。")
    _supervise(road, cast, paper)
    fulfil(promise, by=cast.feng, at=road.at(), evidence="密兑现号材料。")
    return road.fresh(paper)


def _supervise(road, cast, paper) -> None:
    key = key_item(road, paper)
    facts = {"kind": "on_site", "held_on": road.day, "place": "密地点号", "participants": "密人员号"}
    facts |= {"record": "密督办号记录。", "result": "密要求号。", "public_summary": "现场督办一次。"}
    record_supervision(key, by=cast.fang, at=road.at(), **facts)
    publish_key(key, by=cast.he, at=road.at(), secrecy_note="密审查号意见。")


INNER = ("密进展号", "密困难号", "密佐证号", "密结转号", "密打算号", "密告知号", "密总况号", "密回看号", "密兑现号",
         "密地点号", "密人员号", "密督办号", "密要求号", "密审查号")  # fmt: skip


def test_no_inner_note_of_a_promise_is_public(followed, road, cast):
    paper = publish(followed, by=cast.he, at=road.at(), **OPEN)

    # The net catches what is public: the promise in the files and on the page, the text when it is searched for.
    assert {door for door, _ in leaks(["候车亭"], paper)} >= set(doors(paper)[-3:])
    assert f"{reverse('suggestions:public')}?q=" in {door for door, _ in leaks(["公交站点"], paper)}
    assert "现场督办一次。" in text(reverse("suggestions:public-key"))
    assert leaks(INNER, paper) == []
    assert open_files() == []


def test_nor_after_the_next_look_at_the_copy(followed, road, cast, visit):
    publish(followed, by=cast.he, at=road.at(), **OPEN)
    paper = renew_copy(followed, by=cast.he, at=road.at(), **OPEN)

    assert leaks(INNER, paper) == []
    seen = visit(cast.he, "promise", paper.commitments.get()).content.decode()
    assert "密进展号" in seen
    assert "密困难号" in seen


def test_the_page_of_the_check_offers_no_inner_note(followed, cast, visit):
    page = visit(cast.he, "publish", followed)

    offered = "".join(str(field.initial) for field in page.context["form"].fields.values())
    assert not [word for word in INNER if word in offered]


PARTS = [
    {"title": "关于公交站点的建议", "facts": "密甲件号案由。", "proposals": "增设一处。"},
    {"title": "关于密乙题号的建议", "facts": "密乙件号案由。", "proposals": "密乙办号办法。"},
]
ORIGIN = {"title": "关于密原题号的建议", "facts": "密原件号案由。", "grounds": "密原据号。", "proposals": "密原办号。"}
SECOND = ("密乙题号", "密乙件号", "密乙办号", "密原题号", "密原件号", "密原据号", "密原办号", "密拆由号", "密原附号")


@pytest.fixture
def parts(road, cast):
    """Both parts answered; the origin, its texts and its files are nobody's but those concerned."""
    paper = road.draft(**ORIGIN)
    store_upload(scan("密原附号图.png"), owner=paper, kind="attachment", by=cast.lin, at=road.at())
    store_upload(document("密原附号.docx"), owner=paper, kind="attachment", by=cast.lin, at=road.at())
    paper = road.registered(road.submitted(paper))
    split = propose_split(paper, by=cast.he, at=road.at(), reason="密拆由号。", parts=PARTS)
    answer_split(split, by=cast.lin, at=road.at(), agree=True)
    return [road.on(road.fresh(row.suggestion), "replied") for row in split.parts.all()]


def test_one_public_part_gives_away_neither_the_other_nor_the_whole(parts, road, cast):
    first = publish(parts[0], by=cast.he, at=road.at(), **OPEN)
    origin = parts[1].split_part.split.suggestion

    assert "密甲件号" in text(reverse("suggestions:public-page", args=[first.pk]))
    assert leaks(SECOND, first) == []
    assert open_files() == []
    for hidden in (parts[1], origin):
        assert Client().get(reverse("suggestions:public-page", args=[hidden.pk])).status_code == 404
        assert origin.number_text not in text(reverse("suggestions:public-page", args=[first.pk]))


def test_a_picture_chosen_for_one_part_opens_a_copy_of_it_alone(parts, road, cast):
    picture = files_of(parts[0]).get(name__endswith=".png")
    first = publish(parts[0], by=cast.he, at=road.at(), pictures=[str(picture.pk)], **OPEN)

    assert open_files() == [file.name for file in files_of(first.public_copy)] == ["附件1.png"]
    assert leaks(SECOND, first) == []


def test_the_other_part_comes_with_its_own_publication_and_the_whole_never(parts, road, cast):
    for part in parts:
        rate(part, by=cast.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
    first, second = (publish(road.fresh(part), by=cast.he, at=road.at(), **OPEN) for part in parts)

    assert "密乙件号" in text(reverse("suggestions:public-page", args=[second.pk]))
    assert leaks([word for word in SECOND if word.startswith(("密原", "密拆"))], first, second) == []


def test_a_proposal_nobody_has_agreed_to_is_not_public(road, cast):
    paper = road.registered()
    propose_split(paper, by=cast.he, at=road.at(), reason="密拆由号。", parts=PARTS)

    assert leaks(("密拆由号", "密甲件号", "密乙题号", "密乙件号", "密乙办号")) == []
