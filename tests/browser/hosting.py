"""A web server for a finished site, under the strictest of policies, which can be cut off."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from programme.hosting import POLICY


class Quiet(SimpleHTTPRequestHandler):
    """Writes nothing down."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Host:
    """Serves a folder. It can go and come back at the same address."""

    def __init__(self, folder: Path, handler: type[Quiet] = Quiet) -> None:
        self._handler = partial(handler, directory=str(folder))
        self._port = 0
        self.on()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def on(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def off(self) -> None:
        self._server.shutdown()
        self._server.server_close()
