"""The kinds of message of the room."""

from supervision.notices.matrix import MATRIX

MATRIX.register(700)
