"""What is right in labelled texts stays right, article by article."""
