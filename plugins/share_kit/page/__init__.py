"""What the kit's first page says: today, the weeks ahead, every post with its texts."""
