"""The kinds of message of the room."""

from liaison_stations.notices.matrix import MATRIX

MATRIX.register(500)
