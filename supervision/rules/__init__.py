"""Who may: `may_<verb>(user, obj, *, on) -> Verdict`. Button, guard and test ask the same function."""
