"""Reads the office's list of stations."""
