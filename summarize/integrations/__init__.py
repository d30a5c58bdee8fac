"""Ways into other programs, each imported by whoever has that program."""
