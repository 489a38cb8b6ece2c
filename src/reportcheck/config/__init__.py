"""The configuration file: where it is, what it says, and where each word of it stands."""
