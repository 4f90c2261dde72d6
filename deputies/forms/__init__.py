"""Forms, cut by audience."""
