"""The numbers, dates and phone numbers of a text, and whether its post knows them."""
