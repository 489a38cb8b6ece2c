"""Comments put into Word files by adding bytes to them: nothing of the file is written anew."""
