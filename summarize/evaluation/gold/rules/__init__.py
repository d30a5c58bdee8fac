"""What labels have to keep to, field by field."""
