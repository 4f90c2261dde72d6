"""The kinds of message of this room, each under the heading of the inbox's filter."""

from foundation.notices.matrix import Matrix

MATRIX = Matrix(
    "supervision",
)
tell = MATRIX.tell
