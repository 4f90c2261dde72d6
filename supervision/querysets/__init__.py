"""Which rows: questions an official would ask. Dates are arguments."""
