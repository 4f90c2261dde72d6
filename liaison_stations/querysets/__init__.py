"""Which rows: questions an official would ask. Dates are arguments."""

from liaison_stations.querysets.dated import HeldQuerySet
from liaison_stations.querysets.letters import LetterQuerySet
from liaison_stations.querysets.places import Place, for_place
from liaison_stations.querysets.stations import StationQuerySet

__all__ = ["HeldQuerySet", "LetterQuerySet", "Place", "StationQuerySet", "for_place"]
