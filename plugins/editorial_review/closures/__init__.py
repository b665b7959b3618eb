"""A closure at 6 a.m.: words that two people approved beforehand, with only days and times new."""
