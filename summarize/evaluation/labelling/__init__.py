"""A page on which a person labels an article."""
