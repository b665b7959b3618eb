"""Posts, people and the practice as JSON-LD in the words of schema.org."""
