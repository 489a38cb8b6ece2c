"""Office files of our own, in the looks of official documents; what is read is ``readers``' business."""
