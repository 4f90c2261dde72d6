"""The congress of one township, which keeps the suggestions of its own deputies."""

from datetime import timedelta

from congress_portal.demo.district import PLACES, District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import ROADS
from congress_portal.demo.subjects import SUBJECTS
from congress_portal.demo.together import fresh, turned
from deputies.models import Area, Congress, Level, Mandate, Meeting, Term

PLACE = PLACES[0]
SEATED = 3
# (days before the day of loading, road). The subjects are those a township can put to a unit.
PLAN = ((150, "closed"), (58, "replied"), (33, "contacted"), (9, "registered"), (2, "submitted"))
# Not a multiple of three: nobody is asked to sign along.
BEGIN_SERIAL = 301


def seat(district: District) -> list[Mandate]:
    """Congress, term, session and three deputies of the township, who sit in the district's congress too."""
    area = Area.objects.get(name=PLACE)
    name = f"示范区{PLACE}人民代表大会"
    congress = Congress.objects.create(
        name=name, short_name=f"{PLACE}人大", level=Level.TOWNSHIP, area=area, population=31_000
    )
    opens = district.at(300).date()
    term = Term.objects.create(
        congress=congress, number=19, starts_on=opens.replace(year=opens.year - 4), is_current=True
    )
    Meeting.objects.create(term=term, number=9, opens_on=opens, closes_on=opens + timedelta(days=1))
    known = district.mandates[PLACE][-SEATED:]
    Mandate.objects.bulk_create(Mandate(deputy=one.deputy, term=term, level=Level.TOWNSHIP) for one in known)
    # Fresh people: those of the district's story remember which mandates they had.
    return list(Mandate.objects.filter(term=term).select_related("deputy__user").order_by("pk"))


def tell(district: District) -> int:
    """Walks the township's few papers as far as they have come; answers how many."""
    leads = seat(district)
    for turn, (days, name) in enumerate(PLAN):
        lead = leads[turn % len(leads)]
        number, _ = fresh(district, turned(range(len(SUBJECTS)), turn * 5 + 4), [PLACE])
        subject = SUBJECTS[number]
        ROADS[name](Road(district, subject, PLACE, lead, days, BEGIN_SERIAL + 12 * turn))
    return len(PLAN)
