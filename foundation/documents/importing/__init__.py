"""What every import of a room shares: the held file, the two forms, the two pages, the command.

A room brings its own `run` (file in, `ImportReport` out, nothing written unless every row is good) and its meanings.
"""
