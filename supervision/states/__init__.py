"""What can be: states, and the flows as rows."""
