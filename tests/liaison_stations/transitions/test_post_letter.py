"""A letter comes in: once however often it is sent, sealed, numbered, under its clock, heard by the keepers."""

from datetime import timedelta
from io import BytesIO
from threading import Barrier, Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from PIL import Image

from deputies.models import Deputy
from foundation import deadlines
from foundation.audit.models import Event
from foundation.files.store import files_of
from foundation.intake import codes
from foundation.intake.models import Consent, ConsentText
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import Letter, MailboxRule
from liaison_stations.transitions.erase_letter import erase_letter
from tests.liaison_stations.mailbox import WHEN, WORDS, WRITER, answered, post, posted

CLEAR = (WORDS["title"], WORDS["text"], WRITER.name, WRITER.phone, WRITER.email, WRITER.address, "桥头东侧")


def photo() -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "green").save(drawn, "JPEG")
    return SimpleUploadedFile("路灯.jpg", drawn.getvalue(), "image/jpeg")


def rows(table: str) -> str:
    """The whole table as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t::text FROM {table} t")
        return "\n".join(row[0] for row in cursor.fetchall())


def test_a_letter_is_numbered_heard_and_under_its_clock(cast, net):
    texts = list(ConsentText.objects.on(WHEN.date(), "letter", "letter_contact").values())
    letter, code = post(to_station=net.qingshi, consents=texts, photos=[photo()])
    assert str(letter) == "信〔2026〕000001"
    assert Letter.objects.opened_by("信 2026 1", codes.grouped(code).lower()) == letter
    assert (letter.title, letter.writer.phone, letter.area) == (WORDS["title"], WRITER.phone, net.qingshi.area)
    assert [clock.kind for clock in deadlines.clocks_of(letter)] == ["letter_screening"]
    assert set(Notice.objects.values_list("recipient", flat=True)) == {cast.jiang.pk}
    assert Consent.objects.of(letter).count() == 2
    assert files_of(letter, "photo").count() == 1
    assert str(posted(to_station=net.qingshi)) == "信〔2026〕000002"
    # One message a day and station; the queue tells the rest.
    assert Notice.objects.count() == 1
    posted(area=net.village)
    assert set(Notice.objects.values_list("recipient", flat=True)) == {cast.jiang.pk, cast.he.pk, cast.xu.pk}


def test_nothing_of_it_lies_open_in_the_database(cast, net):
    letter = posted(to_station=net.qingshi, place="桥头东侧")
    everything = "".join(
        rows(f"{table}") for table in (
            "liaison_stations_letter", "liaison_stations_letterwriter", "liaison_stations_letterevent",
            "liaison_stations_letterkey", "audit_event", "notices_notice", "notices_outboxmail", "intake_consent",
        )
    )  # fmt: skip
    assert not [text for text in CLEAR if text in everything]
    assert letter.secret() not in everything
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_phone FROM liaison_stations_letterwriter")
        assert len(cursor.fetchone()[0]) > 40
    # A history of its rows would keep what the key was destroyed for.
    kept = {name for name in connection.introspection.table_names() if name.startswith("liaison_stations_letter")}
    grounds = {"liaison_stations_letterground", "liaison_stations_lettergroundevent"}
    assert kept - grounds == {f"liaison_stations_letter{part}" for part in ("", "event", "key", "suggestion", "writer")}


def test_sent_twice_it_is_there_once_with_the_same_code(cast, net):
    first, code = post(to_station=net.qingshi, token="the same form")
    again, same = post(to_station=net.qingshi, token="the same form", at=WHEN + timedelta(minutes=5))
    assert (again, same) == (first, code)
    assert Letter.objects.count() == Event.objects.filter(verb="liaison_stations.post_letter").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_on_two_connections_is_one_letter_and_many_lose_none(cast, net):
    start, found, letters, presses = Barrier(8), [], 5, 8

    def click(hand: int) -> None:
        start.wait()
        for turn in range(letters):
            # Two hands send each form at the same moment.
            found.append(post(to_station=net.qingshi, token=f"{hand // 2}-{turn}"))
        connections.close_all()

    hands = [Thread(target=click, args=(hand,)) for hand in range(presses)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert len(found) == presses * letters
    assert len({letter.pk for letter, _ in found}) == len({code for _, code in found}) == presses // 2 * letters
    numbers = sorted(Letter.objects.values_list("number", flat=True))
    assert numbers == [f"2026-{n:06d}" for n in range(1, presses // 2 * letters + 1)]


def test_repeats_are_noticed_and_each_is_kept(cast, net):
    first = posted(to_station=net.qingshi)
    second = posted(to_station=net.qingshi, text=f"  {WORDS['text']}！")
    late = posted(to_station=net.qingshi, at=WHEN + timedelta(days=31))
    other = posted(to_station=net.qingshi, text="学校门口没有斑马线，请施划。")
    assert (first.repeats, second.repeats, late.repeats, other.repeats) == (None, first, None, None)
    assert second.spam_reasons == ["与近期来信内容相同"]
    assert second.shape == first.shape != other.shape


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "  "}, "title"),
        ({"text": ""}, "text"),
        ({"kind": "spam"}, "kind"),
        ({"to_station": None}, "whom"),
    ],
)
def test_what_is_missing_is_said_at_its_field(cast, net, changes, field):
    with pytest.raises(Refused) as refusal:
        posted(**{"to_station": net.qingshi, **changes})
    assert (refusal.value.field, Letter.objects.count()) == (field, 0)


def test_a_closed_station_and_a_deputy_out_of_office_take_no_letters(cast, net):
    with pytest.raises(Refused, match="没有开放"):
        posted(to_station=net.planned)
    with pytest.raises(Refused, match="已不在任"):
        posted(to_deputy=Deputy.objects.create(name="无席位"))


def test_without_its_key_nothing_of_it_can_be_read(cast, net):
    letter = answered(to_station=net.qingshi, photos=[photo()])
    letter.events.create(kind="asked", at=WHEN)
    with pytest.raises(Refused, match="还在办理"):
        erase_letter(posted(to_station=net.qingshi), reason="来信人申请", by=cast.he, at=WHEN)
    erase_letter(letter, reason="来信人申请", by=cast.he, at=WHEN)
    letter = Letter.objects.with_names().get(pk=letter.pk)
    assert (letter.title, letter.text, letter.writer.phone, letter.shape) == ("", "", "", [])
    assert not files_of(letter).exists()
    assert Event.objects.filter(verb="privacy.erase").count() == 2
    with pytest.raises(Refused, match="已经删除"):
        erase_letter(letter, reason="再次", by=cast.he, at=WHEN)


def test_an_ended_rule_asks_for_nothing(cast, net):
    MailboxRule.objects.filter(code="same_days").update(valid_until=WHEN.date() - timedelta(days=1))
    posted(to_station=net.qingshi)
    assert posted(to_station=net.qingshi).repeats is None
