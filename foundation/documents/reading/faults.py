"""The two ways in which a file can be wrong. Both carry one Chinese sentence that says what to mend."""


class CellFault(ValueError):
    """A cell that cannot be read. The text quotes what stands there and says how to write it."""


class UnreadableFile(ValueError):
    """A file that is not a table this portal can read."""
