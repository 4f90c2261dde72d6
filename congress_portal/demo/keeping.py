"""Personal data whose time is over: found at night, asked for by one clerk, waiting for a second one."""

from congress_portal.demo.district import District
from foundation.privacy.purging import ask_purge, propose_purge

FOUND, ASKED = 2, 1


def tell(district: District) -> None:
    """What is due stands on one list; the second clerk has asked, the first one confirms or sends back."""
    if order := propose_purge(at=district.at(FOUND, 3, 50)):
        ask_purge(order.pk, by=district.users["lianluo2"], at=district.at(ASKED, 9))
