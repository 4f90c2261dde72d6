"""What this room shows elsewhere. Every part keeps its own file beside this one; each is imported for its effect."""

from liaison_stations.registration import letters, messages, rota, scoring, stations, street

__all__ = ["letters", "messages", "rota", "scoring", "stations", "street"]
