"""Mails as sources: one message of RFC 5322 to the article that it is, carries or forwards.

The standard library's parser of whole messages descends into their parts, line by line through every level, so `parts` takes messages
apart itself, level by level and within bounds; its decoders are used for single fields and parts.
"""

from summarize.reading.documents.mail.read import read_mail

__all__ = ["read_mail"]
