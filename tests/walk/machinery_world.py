"""The machinery of the portal in the world of the walk: mail, reminders, substitutes, feeds, sealed events."""

from datetime import timedelta

from foundation.accounts.models import Substitute
from foundation.audit.sealing import seal_events
from foundation.deadlines.models import CalendarFeed, Deadline, Milestone, Reminder, ReminderFault
from foundation.notices.models import Notice, OutboxMail
from foundation.privacy.models import PurgeOrder
from foundation.privacy.reveal import reveal
from tests.walk.cases import Family, Secret, World
from tests.walk.people import PERSONAS


def tell(world: World, family: Family) -> None:
    """What the administration looks at: mail that failed, reminders, a substitute, a reveal, sealed events."""
    cast, at = world.cast, family.road.at()
    world.rows["notice"] = Notice.objects.filter(recipient=cast.lin).first()
    OutboxMail.objects.update(state=OutboxMail.State.GIVEN_UP, last_error="550 mailbox unavailable")
    world.rows["mail"] = OutboxMail.objects.first()
    clock = Deadline.objects.of(world.cases["a-handling"].part).first()
    world.rows["clock"] = clock
    milestone = Milestone.objects.first()
    Reminder.objects.create(deadline=clock, milestone=milestone, occurrence=at.date(), person=cast.feng, at=at)
    ReminderFault.objects.create(deadline=clock, error="broken", first_at=at, last_at=at)
    day = family.road.day
    Substitute.objects.create(
        principal=cast.he, substitute=cast.xu, from_date=day, until_date=day + timedelta(days=3), reason="学习"
    )
    reveal("contact_phone", world.cases["a-handling"].part, by=cast.he, at=at, purpose="联系经办人")
    # Numbers that stand in the database encrypted, and on pages masked.
    world.secrets.append(Secret("0000-123", frozenset()))
    # The unit sees the number in clear where it writes its own reply, the offices that check it in the letter.
    world.secrets.append(Secret("0000-8888123", frozenset({"feng", "chen", "wu", "zheng", "sun", "he", "xu"})))
    for key in PERSONAS[1:]:
        user = getattr(cast, key)
        world.secrets.append(Secret(user.phone, frozenset({key})))
        world.feeds[key] = CalendarFeed.renew(user, at=at)
    world.rows["purge"] = PurgeOrder.objects.create(
        found_at=at, state="asked", on=at.date(), asked_by=cast.he, asked_at=at
    )
    seal_events()
