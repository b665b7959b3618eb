"""`cite`, as far as it needs no network of its own: what is asked for becomes an entry to write."""
