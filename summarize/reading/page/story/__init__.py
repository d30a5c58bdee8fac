"""The story among the blocks of a page, and its text."""
