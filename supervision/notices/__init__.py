"""Who hears what: one function per event, called on a transition's last line."""
