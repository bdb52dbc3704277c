"""The law engine: pure, no database, no Qt, no clock."""
