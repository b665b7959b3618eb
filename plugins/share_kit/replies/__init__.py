"""Ready answers to comments and reviews, none of which can confirm that somebody is a patient."""
