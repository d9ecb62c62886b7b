"""What survives a crash: rows in a database and files named by the hash of their bytes."""
