"""What helps to set up the practice's profiles and to keep its hours right everywhere."""
