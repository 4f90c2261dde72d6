"""Stations in the admin: dictionaries and the register's rows for secretaries. Nothing official is deleted."""

from liaison_stations.admin import letters, office, scoring, stations, street

__all__ = ["letters", "office", "scoring", "stations", "street"]
