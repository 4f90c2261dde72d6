"""What can be: tiers, standards, states, and the flows as rows."""

from liaison_stations.states.station import Standard, StationTier

__all__ = ["Standard", "StationTier"]
