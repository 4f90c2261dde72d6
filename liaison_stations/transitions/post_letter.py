"""A letter comes in, by whichever road; what was sent twice is there once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction

from deputies.models import Area, Deputy, Mandate
from foundation import deadlines
from foundation.files.models import StoredFile
from foundation.files.store import store_upload
from foundation.files.waiting import hand_over
from foundation.intake import codes
from foundation.intake.models import Consent, ConsentText, Serial
from foundation.privacy.masking import mask_numbers
from foundation.search.likeness.keys import text_keys
from foundation.search.likeness.letters import letters_of
from foundation.vault.lookup import lookup_hash
from foundation.vault.sealing import new_secret
from foundation.workflow import Refused
from liaison_stations import notices
from liaison_stations.models import Letter, LetterKey, LetterWriter, MailboxRule, SpamSign, Station
from liaison_stations.spam import Facts, score
from liaison_stations.states.letter import Channel, EventKind, LetterKind, MailboxCode
from liaison_stations.transitions._letter import day_of, filled, note, say

SERIES = "letter"
PHOTO = "photo"
PICTURES = ("jpg", "jpeg", "png", "webp")


@dataclass(frozen=True)
class Writer:
    """Who wrote, as far as he says so."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True)
class Words:
    """What the letter says; sealed before it reaches the database."""

    title: str
    text: str
    place: str = ""


@transaction.atomic
def post_letter(
    *,
    token: str,
    kind: str,
    title: str,
    text: str,
    channel: str = Channel.WEB,
    to_deputy: Deputy | None = None,
    to_station: Station | None = None,
    area: Area | None = None,
    place: str = "",
    point: tuple[Decimal, Decimal] | None = None,
    writer: Writer | None = None,
    public_wish: bool = False,
    consents: Iterable[ConsentText] = (),
    photos: Iterable[UploadedFile] = (),
    waiting: Iterable[StoredFile] = (),
    sent_before: int = 0,
    by: Any = None,
    at: datetime,
) -> tuple[Letter, str]:
    """The letter and the query code its writer comes back with; the same pair for the same `token`.

    `token` is any unguessable text that names this one sending (the ticket of a form, the key of a paper slip).
    `point` is (latitude, longitude) of the matter; `sent_before` what the same address has sent lately,
    `waiting` photographs that were checked when the form came back with a mistake. Refused
    without words, to nobody, or to a deputy out of office or a station that is not open. The keepers hear; the clock
    of screening starts.
    """
    code, token_hash = codes.code_of(token), lookup_hash(token, "letters.token")
    _alone(token_hash)
    there = Letter.objects.with_names().filter(token_hash=token_hash).first()
    if there is not None:
        return there, code
    title, text = filled(title, "请写一个标题。", "title"), filled(text, "请写明您要反映的事情。", "text")
    words = Words(title, text, place.strip())
    _check(kind, to_deputy, to_station, area, day_of(at))
    letter = Letter(
        token_hash=token_hash, channel=Channel(channel), kind=LetterKind(kind), to_deputy=to_deputy,
        to_station=to_station, area=area or _area_of(to_station), public_wish=public_wish, posted_at=at,
    )  # fmt: skip
    _seal(letter, words, point, sent_before)
    # The photographs first: drawing them anew takes long, and whoever has a number keeps the next one waiting.
    letter.pk = _next_key()
    for photo in photos:
        store_upload(photo, owner=letter, kind=PHOTO, by=by, at=at, accept=PICTURES)
    hand_over(waiting, letter, kind=PHOTO)
    _keep(letter, code, writer or Writer())
    Consent.objects.give(letter, list(consents), at=at)
    deadlines.start("letter_screening", letter, on=day_of(at), by=by, at=at)
    say(letter, EventKind.POSTED, by=by, at=at)
    note("post_letter", letter, f"收到来信（{letter.get_channel_display()}）。", by=by, at=at, channel=letter.channel)
    notices.letter_posted(letter, by=by, at=at)
    return letter, code


def _alone(token_hash: str) -> None:
    """The second click waits until the first is done, and then finds its letter."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 5))", [token_hash])


def _check(kind: str, deputy: Deputy | None, station: Station | None, area: Area | None, on: date) -> None:
    if kind not in LetterKind:
        raise Refused("请选择类别。", "input", field="kind")
    if not (deputy or station or area):
        raise Refused("请选择写给谁。", "input", field="whom")
    if deputy and not Mandate.objects.at_home().serving_on(on).filter(deputy=deputy).exists():
        raise Refused("这位代表已不在任，请选择其他代表或者联络站。", "input", field="deputy")
    if station and not Station.objects.public_on(on).filter(pk=station.pk).exists():
        raise Refused("这个联络站没有开放，请选择其他联络站。", "input", field="station")


def _area_of(station: Station | None) -> Area | None:
    return station.area if station else None


def _seal(letter: Letter, words: Words, point: tuple[Decimal, Decimal] | None, sent_before: int) -> None:
    """Seals the words under a new key, and keeps of them what does not tell them."""
    letter._secret = new_secret()
    letter.title, letter.text, letter.place = words.title, words.text, words.place
    if point:
        letter.latitude, letter.longitude = point
    # Telephone and card numbers never enter what lies open, not even as keys of their digits.
    plain = letters_of(mask_numbers(f"{words.title}\n{words.text}")).text
    letter.shape = text_keys(plain)
    letter.same_hash = lookup_hash(plain, "letters.same") if plain else ""
    letter.repeats = _earlier(letter)
    facts = Facts(f"{words.title}\n{words.text}", letter.repeats is not None, sent_before)
    letter.spam_score, letter.spam_reasons = score(facts, SpamSign.objects.on(day_of(letter.posted_at)))


def _earlier(letter: Letter) -> Letter | None:
    """A letter of the same words in the days the local rule looks back; each of them is still answered (F61)."""
    days = MailboxRule.amounts_on(day_of(letter.posted_at)).get(MailboxCode.SAME_DAYS, 0)
    if not letter.same_hash or not days:
        return None
    since = letter.posted_at - timedelta(days=days)
    found = Letter.objects.filter(same_hash=letter.same_hash, posted_at__range=(since, letter.posted_at))
    return found.order_by("posted_at", "pk").first()


def _next_key() -> int:
    table = Letter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        return cursor.fetchone()[0]


def _keep(letter: Letter, code: str, writer: Writer) -> None:
    year = day_of(letter.posted_at).year
    letter.number = f"{year}-{Serial.objects.next(SERIES, year):06d}"
    letter.code_hash = codes.code_hash(letter.number, code)
    letter.save(force_insert=True)
    LetterKey(letter=letter, secret=letter.secret()).save(force_insert=True)
    row = LetterWriter(letter=letter)
    row.name, row.phone = writer.name.strip(), writer.phone.strip()
    row.email, row.address = writer.email.strip(), writer.address.strip()
    row.save(force_insert=True)
