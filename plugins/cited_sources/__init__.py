"""Is what we cite true and there? Identifiers, citations, the reference list, offline checks."""
