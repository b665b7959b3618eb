"""Whether a post knows the numbers, dates and phone numbers of a text."""
