class EmbeddedError(RuntimeError):
    """The embedded servers cannot serve; the message is a Chinese sentence with the mend."""
