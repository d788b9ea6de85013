"""A knowledge base on a SPARQL 1.1 server: the triples there, the index of timelines in a folder here.

`server` names the server, `protocol` speaks to it, `database` stands in for Oxigraph's own store, `store`
keeps the state and a change together, `virtuoso` mends what that engine gives back otherwise than given.
"""

from kb.storing.remote.server import Server, is_remote, server_folder

__all__ = ["Server", "is_remote", "server_folder"]
