"""A text written elsewhere held against its sources: which sentences stand there, whose word they are, and what they say otherwise."""
