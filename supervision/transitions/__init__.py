"""One verb, one file: lock, guard, change, record, tell."""
