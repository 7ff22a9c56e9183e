"""The HTTP interface: a route parses, calls one function, and shapes the answer."""
