"""A small SMTP server that keeps what it is given and can be told to misbehave."""

import contextlib
import email
import socketserver
import threading
import time
from email.message import Message


class Sink:
    """`refuse` maps an address to the answer to RCPT TO, `refuse_sender` is that to MAIL FROM; `delay` seconds pass
    before each mail is accepted."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.recipients: list[str] = []
        self.refuse: dict[str, str] = {}
        self.refuse_sender = ""
        self.delay = 0.0
        self.arrived = threading.Event()

    def __enter__(self) -> "Sink":
        sink = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    _converse(sink, self.rfile, self.wfile)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = self._server.server_address
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.mails]


def _converse(sink: Sink, reader, writer) -> None:
    def say(line: str) -> None:
        writer.write(f"{line}\r\n".encode())

    say("220 sink")
    address = ""
    while line := reader.readline():
        verb = line.decode().strip()
        if verb.upper().startswith(("EHLO", "HELO")):
            say("250 sink")
        elif verb.upper().startswith("MAIL"):
            say(sink.refuse_sender or "250 ok")
        elif verb.upper().startswith("RCPT"):
            address = verb.partition("<")[2].rstrip(">")
            say(sink.refuse.get(address, "250 ok"))
        elif verb.upper() == "DATA":
            say("354 go on")
            _take(sink, address, reader)
            say("250 taken")
        elif verb.upper() == "QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")


def _take(sink: Sink, address: str, reader) -> None:
    lines = []
    while (line := reader.readline()) not in (b".\r\n", b""):
        lines.append(line)
    sink.mails.append(email.message_from_bytes(b"".join(lines)))
    sink.recipients.append(address)
    sink.arrived.set()
    # The mail is in the mailbox, the sender does not know it yet: the moment in which a killed worker sends twice.
    time.sleep(sink.delay)
