"""Pages, cut by audience: `register` for its readers, `office` and `importing` for those who keep it."""
