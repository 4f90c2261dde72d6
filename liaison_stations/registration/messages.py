"""The kinds of message of the room."""

from foundation.notices.registry import register_kind
from liaison_stations.notices.matrix import MATRIX

for place, event in enumerate(MATRIX.values()):
    register_kind(event.kind, name=event.name, statutory=event.statutory, order=500 + place, heading=event.heading)
