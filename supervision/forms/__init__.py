"""What is typed, cut by audience."""
