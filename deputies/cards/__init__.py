"""What waits for whom on the desk, cut by theme."""
