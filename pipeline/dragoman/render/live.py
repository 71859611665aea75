"""A site looked at while it is made: served on this machine only, reloaded when an edit has been built.

Every page gets one more script. It listens for what a build has changed and loads the page
again, at the place where the reader was, when the page itself or something that it loads is
among it; what the build had to say is shown on the page. Nothing of this is in the site.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from typing import Any, Final

from dragoman.diagnostics import Diagnostic
from dragoman.render.edits import edits

LOOPBACK: Final = "127.0.0.1"
EVENTS: Final = "/~live/events"
SCRIPT: Final = "/~live/script.js"
STYLE: Final = "/~live/style.css"

# How long an open connection waits before it says that it is still there, in seconds.
_BREATH: Final = 15.0

_CLIENT: Final = """"use strict";
(() => {
  const key = `live:${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept) {
    const { id, offset } = JSON.parse(kept);
    const anchor = id && document.getElementById(id);
    if (anchor) scrollTo({ top: anchor.getBoundingClientRect().top + scrollY - offset, behavior: "instant" });
  }
  const keep = () => {
    const anchors = [...document.querySelectorAll("main [id]")];
    const first = anchors.find((anchor) => anchor.getBoundingClientRect().bottom > 0);
    const place = { id: first?.id, offset: first?.getBoundingClientRect().top ?? 0 };
    sessionStorage.setItem(key, JSON.stringify(place));
  };
  const path = decodeURIComponent(location.pathname).replace(/\\/$/, "/index.html").slice(1);
  new EventSource("/~live/events").addEventListener("built", ({ data }) => {
    const { changed, diagnostics } = JSON.parse(data);
    document.getElementById("~live")?.remove();
    if (diagnostics.length) {
      const part = (name, textContent) => Object.assign(document.createElement(name), { textContent });
      const box = document.createElement("details");
      box.id = "~live";
      box.open = true;
      box.setAttribute("role", "status");
      const first = diagnostics[0];
      const more = diagnostics.length > 1 ? ` + ${diagnostics.length - 1}` : "";
      box.append(part("summary", `${first.place}${more}`));
      for (const { place, rule, message, hint } of diagnostics) {
        const line = document.createElement("p");
        line.append(part("b", rule), ` ${message}`, part("span", place));
        if (hint) line.append(part("i", hint));
        box.append(line);
      }
      document.body.append(box);
    }
    const pictures = [...document.images].map(({ src }) => new URL(src).pathname.slice(1));
    const shown = [path, ...pictures.map(decodeURIComponent)];
    if (changed.some((name) => shown.includes(name) || name.startsWith("assets/"))) {
      keep();
      location.reload();
    }
  });
})();
"""

_LOOK: Final = """#\\~live { position: fixed; inset: auto 1rem 1rem auto; z-index: 99;
  width: min(46rem, 100% - 2rem); max-height: 40vh; overflow: auto; padding: .7rem 1.1rem;
  background: var(--sheet, white); color: var(--ink, black);
  border: 1px solid var(--rule); border-left: 4px solid var(--accent); border-radius: 5px;
  box-shadow: var(--shadow); font: .9rem/1.45 var(--sans); overflow-wrap: anywhere; }
#\\~live[open] summary { color: var(--soft); font-size: .85em; }
#\\~live p { margin: .5rem 0 0; padding-top: .5rem; border-top: 1px solid var(--rule); }
#\\~live b { color: var(--accent); font-weight: 600; }
#\\~live :is(span, i) { display: block; color: var(--soft); font: .86em/1.4 var(--mono); }
#\\~live i { font: italic 1em/1.45 var(--serif); }
"""


_NO_PAGE: Final = (
    b'<!DOCTYPE HTML><html lang="en"><title>No page yet</title><body><main><p>This page has not been built. '
    b"It is loaded when it has.</p></main></body></html>"
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done: the files it changed or took away, by their path in the site; what it said."""

    changed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    gone: tuple[str, ...] = ()

    def event(self) -> bytes:
        """Return the build as a server-sent event."""
        said = [
            {"place": str(d.place), "rule": f"{d.severity}[{d.code}]", "message": d.message, "hint": d.hint}
            for d in self.diagnostics
        ]
        data = json.dumps({"changed": self.changed + self.gone, "diagnostics": said}, ensure_ascii=False)
        return f"event: built\ndata: {data}\n\n".encode()


class LiveSite:
    """A folder served on the loopback interface, whose readers are told of builds."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self._readers: set[queue.SimpleQueue[bytes | None]] = set()
        self._lock = threading.Lock()
        self._last = Built(())
        self._server = _Server((LOOPBACK, port), partial(_Handler, self, directory=str(folder)))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where the site is to be looked at."""
        return f"http://{LOOPBACK}:{self._server.server_port}/"

    def start(self) -> None:
        """Begin to serve, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Let the readers go and close the port."""
        with self._lock:
            for reader in self._readers:
                reader.put(None)
        self._server.shutdown()
        self._server.server_close()

    def tell(self, built: Built) -> None:
        """Tell all readers of a build; who opens a page later is told what the last one said."""
        self._last = Built((), built.diagnostics)
        with self._lock:
            for reader in self._readers:
                reader.put(built.event())

    @contextmanager
    def listening(self) -> Iterator[queue.SimpleQueue[bytes | None]]:
        """Give a reader's queue of events, from the last build's diagnostics on; None ends it."""
        events: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        events.put(self._last.event())
        with self._lock:
            self._readers.add(events)
        try:
            yield events
        finally:
            with self._lock:
                self._readers.discard(events)


class _Server(ThreadingHTTPServer):
    """The server; a browser that leaves in the middle of an answer is nothing to tell."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what an answer failed of, unless it is that nobody waits for it any more."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder; pages with the live script, nothing remembered by the browser."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: LiveSite, *arguments: Any, **named: Any) -> None:
        self._site = site
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer a request. A page of another site that points a browser here by name is refused."""
        if self.headers.get("Host", "").rpartition(":")[0] not in (LOOPBACK, "localhost"):
            self.send_error(403)
            return
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._send_events()
        elif path == SCRIPT:
            self._send(_CLIENT.encode(), "text/javascript; charset=utf-8")
        elif path == STYLE:
            self._send(_LOOK.encode(), "text/css; charset=utf-8")
        elif page := self._page(path):
            self._send(with_live_script(page), "text/html; charset=utf-8")
        elif path.endswith(("/", ".html")):
            # It may be there after the next build, which loads it again.
            self._send(with_live_script(_NO_PAGE), "text/html; charset=utf-8", 404)
        else:
            super().do_GET()

    def _page(self, path: str) -> bytes | None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() and path.endswith("/") else file
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with self._site.listening() as events:
            while True:
                try:
                    event = events.get(timeout=_BREATH)
                except queue.Empty:
                    event = b": still here\n\n"
                if event is None:
                    return
                try:
                    self.wfile.write(event)
                    self.wfile.flush()
                except OSError:
                    # The reader has gone to another page.
                    return

    def end_headers(self) -> None:
        """Add that nothing is to be kept: the next look may be at another build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the terminal is for what builds say."""


def with_live_script(page: bytes) -> bytes:
    """Return a page with the script and the style of the live view, before its end."""
    added = f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + added + end + after if end else page + added


def follow(
    watched: Callable[[], Sequence[Path]],
    edited: Callable[[frozenset[Path]], Iterable[Built | None]],
    settled: Callable[[], Iterable[Built | None]],
    site: LiveSite,
    stopped: threading.Event,
) -> None:
    """Build on every edit of what is watched and tell the readers, until ``stopped`` is set.

    watched: gives the folders and files in which an edit counts; one may come into being later.
    edited:  called at once with the files that an editor has written; edits that come together are one;
    settled: gives, step by step, what need not be seen at once; a step is taken when no edit comes, and
             the next edit begins it anew. None is a step that has nothing to tell.
    When the site's folder has been taken away, it is settled anew.
    """
    while not stopped.is_set():
        folders = watched()
        # What was saved before the watcher had begun, during the first build perhaps, one more look sees.
        steps = iter(settled())
        is_there = site.folder.is_dir()
        for changed in edits(folders, stopped):
            if changed:
                for built in edited(changed):
                    if built is not None:
                        site.tell(built)
                steps = iter(settled())
                continue
            for built in islice(steps, 1):
                if built is not None:
                    site.tell(built)
            # Once: a build that cannot make the folder need not be tried again before an edit.
            was_there, is_there = is_there, site.folder.is_dir()
            if was_there and not is_there:
                steps = iter(settled())
            if watched() != folders:
                break
