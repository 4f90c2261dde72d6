"""Settings by occasion: dev (default), test, prod. Every environment variable is read in env.py alone."""
