"""Who hears what: one function per event, called on a transition's last line."""

from liaison_stations.notices.letters import (
    letter_back,
    letter_erasure_asked,
    letter_not_public,
    letter_posted,
    letter_rated,
    letter_reopened,
    letter_word,
    letter_writer_gone,
)

__all__ = [
    "letter_back",
    "letter_erasure_asked",
    "letter_not_public",
    "letter_posted",
    "letter_rated",
    "letter_reopened",
    "letter_word",
    "letter_writer_gone",
]
