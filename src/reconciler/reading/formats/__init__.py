"""One small reader a format: bytes in, an `Extract` out. They run in a child process, never here."""
