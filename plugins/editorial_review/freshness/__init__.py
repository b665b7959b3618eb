"""Is it still true, and is it the same in every language? What grows old, and when it is due."""
