"""What exists: practice, people, posts, pages, sources; and the one door in (`reading`)."""
