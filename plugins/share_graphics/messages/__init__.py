"""What pictures say: a post as words, without sizes and places."""
