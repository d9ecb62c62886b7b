"""HTTP, WebSocket and SSE in; JSON, pictures and one HTML shell out. Torch cannot be reached."""

__version__ = "0.1.0"
