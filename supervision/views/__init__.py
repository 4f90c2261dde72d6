"""The pages, cut by audience."""
