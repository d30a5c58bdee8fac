"""Mutants: small faults put into the code one at a time, to see whether any test notices.

`faults` makes them; `reached` tells which tests run a line; `children` runs those tests, in processes forked from one that has imported
what the tests need; `__main__` is the command.
"""
