"""What authors of rules need: running a rule's own examples."""
