"""Votes cast on one's own device: once each, receipts, the close, and what the box looks like from outside."""

from datetime import datetime

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from foundation.audit.models import Event
from foundation.ballots import electronic, slips
from foundation.ballots.models import BallotBox, BoxKey, SecretSlip, Voter, VoterMark
from foundation.workflow import Refused

AT = timezone.make_aware(datetime(2026, 3, 20, 10))
GRADES = ("满意", "基本满意", "不满意")
ROLL = ("zhao", "qian", "luo", "lin")
CHOICES = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=2, max_size=2)


def opened(cast, **changes):
    facts = {"lines": ["甲", "乙"], "grades": GRADES, "voters": [getattr(cast, name) for name in ROLL]}
    return electronic.open_ballot("测评", **{"is_secret": True, **facts, **changes}, by=cast.he, at=AT)


def vote(ballot, user, *choices, token=""):
    return electronic.cast(ballot.pk, choices=choices, token=token or slips.new_token(), by=user, at=AT)


def closed(ballot, cast):
    return electronic.close_ballot(ballot.pk, by=cast.he, at=AT)


def tables():
    """Name → a digest of all rows of the table as text, for every table of the database."""
    names = connection.introspection.table_names()
    parts = [
        f"select '{name}', coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"{name}\" t"
        for name in names
    ]
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(parts))
        return dict(cursor.fetchall())


def test_cast_closed_and_counted(cast):
    ballot = opened(cast)
    vote(ballot, cast.zhao, "满意", "不满意")
    vote(ballot, cast.qian, "满意", "")
    assert (electronic.turnout(ballot), electronic.has_voted(ballot, cast.luo)) == (2, False)
    done = closed(ballot, cast)
    assert [dict(line) for line in electronic.counts(done)] == [{"满意": 2}, {"不满意": 1, "": 1}]
    assert (done.papers, electronic.turnout(done), len(done.receipts)) == (2, 2, 2)
    came = dict(done.voters.values_list("user", "has_voted"))
    assert came == {cast.zhao.pk: True, cast.qian.pk: True, cast.luo.pk: False, cast.lin.pk: False}
    with pytest.raises(Refused, match="已经结束"):
        closed(ballot, cast)


def test_the_answer_was_lost_on_the_way(cast):
    ballot, token = opened(cast), slips.new_token()
    first = vote(ballot, cast.zhao, "满意", "满意", token=token)
    again = vote(ballot, cast.zhao, "不满意", "不满意", token=token)
    assert (first.again, again) == (False, electronic.Receipt(first.code, again=True))
    with pytest.raises(Refused, match="每人只计一票") as refusal:
        vote(ballot, cast.zhao, "不满意", "不满意")
    assert refusal.value.code == "twice"
    done = closed(ballot, cast)
    assert vote(ballot, cast.zhao, "满意", "满意", token=token) == again
    assert done.receipts == [first.code]
    with pytest.raises(Refused, match="没有计入"):
        vote(ballot, cast.qian, "满意", "满意")
    assert [dict(line) for line in electronic.counts(done)] == [{"满意": 1}, {"满意": 1}]


@pytest.mark.parametrize(
    ("choices", "token", "words"),
    [
        (("满意",), "", "选票与表决项不符"),
        (("满意", "优秀"), "", "选票与表决项不符"),
        (("满意", "满意"), "short", "页面已失效"),
        (("满意", "满意"), "g" * 32, "页面已失效"),
    ],
)
def test_what_is_no_paper(cast, choices, token, words):
    ballot = opened(cast)
    with pytest.raises(Refused, match=words):
        vote(ballot, cast.zhao, *choices, token=token)
    assert electronic.turnout(ballot) == 0


def test_nobody_else_and_nobody_for_another(cast):
    ballot = opened(cast)
    with pytest.raises(Refused, match="名册"):
        vote(ballot, cast.he, "满意", "满意")
    cast.zhao.acted_by = cast.he
    with pytest.raises(Refused, match="本人办理"):
        vote(ballot, cast.zhao, "满意", "满意")


@pytest.mark.parametrize("changes", [{"lines": []}, {"grades": ("满意",)}])
def test_nothing_to_choose(cast, changes):
    with pytest.raises(ValueError, match="a ballot has lines"):
        opened(cast, **changes)
    with pytest.raises(Refused, match="登记到会人员"):
        opened(cast, voters=[])


def test_a_vote_changes_the_mark_and_the_box_and_nothing_else(cast):
    ballot = opened(cast)
    before = tables()
    vote(ballot, cast.zhao, "满意", "不满意")
    after = tables()
    assert {name for name in after if after[name] != before[name]} == {"ballots_votermark", "ballots_ballotbox"}


def test_no_table_knows_voter_and_vote():
    """The columns of everything a secret vote touches, written down; a new one has to be thought about here."""

    def columns(model):
        return {field.column for field in model._meta.get_fields() if getattr(field, "column", None)}

    assert columns(SecretSlip) == {"id", "ballot_id", "line", "choice"}
    assert columns(VoterMark) == {"id", "voter_id"}
    assert columns(BallotBox) == {"ballot_id", "sealed"}
    assert columns(BoxKey) == {"box_id", "key"}
    assert columns(Voter) == {"id", "ballot_id", "user_id", "has_voted"}


def test_none_of_them_has_a_history(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal"
            " and c.relname = any(%s)",
            [["ballots_secretslip", "ballots_votermark", "ballots_ballotbox", "ballots_boxkey", "ballots_voter"]],
        )
        kinds = {(table, name.split("_")[1]) for table, name in cursor.fetchall()}
        # A guard against removal, and nothing that writes elsewhere.
        assert kinds == {("ballots_secretslip", "slip"), ("ballots_voter", "voter")}
        cursor.execute(
            "select table_name from information_schema.columns where column_name in ('choice', 'sealed')"
            " and table_name like 'ballots%%'"
        )
        assert {name for (name,) in cursor.fetchall()} == {"ballots_secretslip", "ballots_ballotbox"}


def test_papers_come_out_in_one_stroke_and_the_box_is_gone(cast):
    ballot = opened(cast)
    for name in ROLL:
        vote(ballot, getattr(cast, name), "满意", "基本满意")
    closed(ballot, cast)
    left = [model.objects.count() for model in (VoterMark, BallotBox, BoxKey)]
    with connection.cursor() as cursor:
        cursor.execute("select count(distinct xmin::text) from ballots_secretslip")
        strokes = cursor.fetchone()[0]
        cursor.execute("select count(distinct xmin::text) from ballots_voter")
        roll_strokes = cursor.fetchone()[0]
    assert (left, strokes, roll_strokes) == ([0, 0, 0], 1, 1)
    assert {slip.id.version for slip in SecretSlip.objects.all()} == {4}


def test_the_audit_says_how_many_and_never_who_or_what(cast):
    ballot = opened(cast)
    before = Event.objects.count()
    vote(ballot, cast.zhao, "满意", "不满意")
    assert Event.objects.count() == before
    closed(ballot, cast)
    said = Event.objects.latest("pk")
    assert said.verb == "ballots.close_ballot"
    assert "可投4人，参加表决1人" in said.summary
    assert not any(word in f"{said.summary}{said.data}" for word in (*GRADES, cast.zhao.name))


def test_the_sealed_box_never_changes_its_length(cast):
    ballot, lengths = opened(cast), set()
    lengths.add(len(BallotBox.objects.get().sealed))
    for name, choice in zip(ROLL, ("满意", "基本满意", "不满意", ""), strict=True):
        vote(ballot, getattr(cast, name), choice, choice)
        lengths.add(len(BallotBox.objects.get().sealed))
    assert len(lengths) == 1


@given(st.lists(CHOICES, max_size=8), st.randoms())
def test_a_box_forgets_the_order(papers, random):
    """Whatever the order of casting, the same text; nothing is lost, and nobody's two choices stay together."""
    rows = [(paper, slips.receipt_of(1, f"{number:032x}")) for number, paper in enumerate(papers)]
    box = other = slips.empty(2, 8)
    for paper, receipt in rows:
        box = box.with_paper(paper, receipt)
    for paper, receipt in random.sample(rows, len(rows)):
        other = other.with_paper(paper, receipt)
    text = box.written()
    assert text == other.written()
    assert len(text) == len(slips.empty(2, 8).written())
    again = slips.read(text)
    assert again.written() == text
    assert (again.papers, sorted(again.receipts)) == (len(papers), sorted(receipt for _, receipt in rows))
    for line in range(2):
        assert sorted(map(str, again.lines[line])) == sorted(str(paper[line]) for paper in papers)


def test_a_full_box_and_a_short_paper():
    box = slips.empty(2, 1).with_paper((0, None), "A" * slips.RECEIPT_LETTERS)
    with pytest.raises(ValueError, match="full"):
        box.with_paper((0, 0), "B" * slips.RECEIPT_LETTERS)
    with pytest.raises(ValueError, match="zip"):
        slips.empty(2, 1).with_paper((0,), "A" * slips.RECEIPT_LETTERS)
    assert slips.grouped("ABCDEFGHIJKL") == "ABCD-EFGH-IJKL"
