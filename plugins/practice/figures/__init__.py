"""The numbers, dates and phone numbers that a text tells."""
