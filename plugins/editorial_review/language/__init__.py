"""How a text reads: its ease, its sentences and words, its spelling and its shape. Never blocks."""
