"""Pages of the clocks: one's own list and feed, the derivation of a date, the office's recomputation."""
