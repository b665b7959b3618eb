"""What a text claims, and whom it tells to call: emergencies, claims about us, numbers, doses."""
