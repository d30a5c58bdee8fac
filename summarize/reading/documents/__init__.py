"""Documents as sources: PDF files, mails and mailboxes. Importing this package imports no parser."""
