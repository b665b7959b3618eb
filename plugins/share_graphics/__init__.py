"""A post as pictures: planned to the last line, then drawn as JPEG and kept by their key."""
