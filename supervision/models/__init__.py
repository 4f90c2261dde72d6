"""The nouns of the room; everything above imports them from here."""
