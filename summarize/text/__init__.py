"""What a text says by its letters alone: tokens, numbers, quantities, time stamps. One reader of each for the whole program."""
