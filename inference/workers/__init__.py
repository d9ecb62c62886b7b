"""Where an engine runs. One file per way; nothing else knows which one is in use."""
