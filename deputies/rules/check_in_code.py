"""The code on the organiser's screen: it lives for seconds, so that a photograph sent to somebody at home is stale.

Nothing is stored. The code names the activity and the stretch of time it was shown in; the two digits beside it change
as often, so that whoever scans also has to read the screen at the moment he checks in. A kind of activity may ask for
more: a word that the organiser reads out in the hall and that stands on no screen there.
"""

from datetime import datetime
from hmac import compare_digest

from django.utils.crypto import salted_hmac

# Seconds a code is shown, and how many codes back are still taken: time to raise a telephone and sign in.
STRETCH, STILL_TAKEN = 20, 3
LENGTH = 16
# Two of these make a word that is easily said, heard and typed.
WORDS = (
    *("青山", "绿水", "春风", "明月", "朝阳", "白云", "清泉", "红梅", "翠竹", "金秋"),
    *("丰收", "和谐", "团结", "奋进", "求实", "创新", "担当", "勤廉", "为民", "履职"),
)


def code_at(activity_id: int, at: datetime) -> str:
    """What the QR code says at the moment `at`."""
    return _digest("code", activity_id, _stretch(at))[:LENGTH]


def number_at(activity_id: int, at: datetime) -> str:
    """The two digits to read beside it."""
    return _number(activity_id, _stretch(at))


def is_fresh(activity_id: int, code: str, at: datetime) -> bool:
    """Whether the code was shown within the last minute or so."""
    now = _stretch(at)
    shown = (_digest("code", activity_id, now - back)[:LENGTH] for back in range(STILL_TAKEN + 1))
    return any(compare_digest(code.encode(), known.encode()) for known in shown)


def is_on_screen(activity_id: int, number: str, at: datetime) -> bool:
    """Whether these digits stand on the screen now, or stood there a moment ago while they were being typed."""
    now = _stretch(at)
    return number.strip() in {_number(activity_id, now), _number(activity_id, now - 1)}


def word_of(activity_id: int) -> str:
    """The word to be read out in the hall of this activity."""
    place = int(_digest("word", activity_id, 0), 16) % (len(WORDS) * (len(WORDS) - 1))
    first, second = divmod(place, len(WORDS) - 1)
    return WORDS[first] + WORDS[second + (second >= first)]


def is_the_word(activity_id: int, said: str) -> bool:
    """Whether this is the word, however it is parted."""
    return "".join(said.split()).replace("、", "") == word_of(activity_id)


def _number(activity_id: int, stretch: int) -> str:
    return f"{int(_digest('number', activity_id, stretch), 16) % 90 + 10}"


def _stretch(at: datetime) -> int:
    return int(at.timestamp()) // STRETCH


def _digest(use: str, activity_id: int, stretch: int) -> str:
    return salted_hmac("deputies.check_in", f"{use}:{activity_id}:{stretch}").hexdigest()
