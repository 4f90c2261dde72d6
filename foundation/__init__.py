"""The floor every room stands on; knows no room."""
