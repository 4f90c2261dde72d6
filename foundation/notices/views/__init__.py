"""Pages of the messages: everybody's inbox and wishes, the operators' dead letters."""
