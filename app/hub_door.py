"""The only door to the hub: one host that the operator chose, and the hosts of its files.

A name is resolved once, its address is judged, and that very address is spoken to, so that a name
cannot mean another machine a moment later. Redirects are followed by us, each judged like the first.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import SplitResult, urljoin, urlsplit

from inference.errors import InvalidInput, RashinError

WITHIN_S = 20.0
MOST_REDIRECTS = 3
AGENT = "rashin"


class HubUnreachable(RashinError):
    """The hub does not answer, or not as it should; nothing was taken from it."""

    status, code, title = 502, "hub_unreachable", "The hub cannot be reached"


class HubDoor:
    """Opens addresses of the hub, and no others."""

    def __init__(self, url: str, file_hosts: tuple[str, ...]) -> None:
        home = urlsplit(url.rstrip("/"))
        if home.scheme not in ("http", "https") or not home.hostname or home.username:
            raise InvalidInput(f"{url!r} is no address of a hub", expected="https://host")
        self.url, self._home, self._file_hosts = url.rstrip("/"), home, file_hosts

    @contextmanager
    def open(self, address: str) -> Iterator[http.client.HTTPResponse]:
        """Yield the answer to a GET. Raises `HubUnreachable`, also for a redirect elsewhere."""
        for _ in range(MOST_REDIRECTS + 1):
            place = urlsplit(address)
            self._judge(place)
            connection = self._connect(place)
            try:
                path = (place.path or "/") + (f"?{place.query}" if place.query else "")
                connection.request("GET", path, headers={"User-Agent": AGENT})
                answer = connection.getresponse()
                if answer.status in (301, 302, 303, 307, 308):
                    address = urljoin(address, answer.headers.get("Location", ""))
                    continue
                if answer.status != 200:
                    raise _refused(place, answer.status)
                yield answer
                return
            except (OSError, http.client.HTTPException) as error:
                raise HubUnreachable(
                    f"{place.hostname} broke off: {error}", hint="try again: what is here is kept"
                ) from error
            finally:
                connection.close()
        raise HubUnreachable(f"{address[:200]} leads in a circle")

    def _judge(self, place: SplitResult) -> None:
        """Raise for an address that is not the hub's, however it is written."""
        host, home = place.hostname or "", self._home
        same = (place.scheme, place.netloc) == (home.scheme, home.netloc)
        files = place.scheme == "https" and any(
            host == allowed or host.endswith(f".{allowed}") for allowed in self._file_hosts
        )
        if not (same or (files and place.port in (None, 443) and place.username is None)):
            raise HubUnreachable(
                f"the hub leads to {place.scheme}://{place.netloc[:200]}, which is not allowed",
                expected=", ".join([home.netloc, *self._file_hosts]),
                hint="the operator can allow a host of its files: RASHIN_HUB_FILE_HOSTS",
            )

    def _connect(self, place: SplitResult) -> http.client.HTTPConnection:
        host = place.hostname or ""
        port = place.port or (443 if place.scheme == "https" else 80)
        try:
            plain = _spoken_to(self._addresses(place, host, port), port)
            if place.scheme == "https":
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError as error:
            raise HubUnreachable(f"{host} does not answer: {error}", hint="try again") from error
        kind = (
            http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(host, port, timeout=WITHIN_S)
        connection.sock = plain
        return connection

    def _addresses(self, place: SplitResult, host: str, port: int) -> list[str]:
        """Return the addresses of a host. Raises `HubUnreachable` for one inside the house.

        Only the hub itself may be inside: its address is the operator's own word.
        """
        found = [
            str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        ]
        if place.netloc == self._home.netloc and self._is_inside:
            return found
        inside = [each for each in found if not ipaddress.ip_address(each).is_global]
        if inside:
            raise HubUnreachable(f"{host} is an address inside this house: {inside[0]}")
        return found

    @property
    def _is_inside(self) -> bool:
        """Say whether the operator named the hub by an address, or as this machine."""
        name = self._home.hostname or ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name == "localhost" or "." not in name
        return True


def _spoken_to(addresses: list[str], port: int) -> socket.socket:
    """Return a connection to the first address that answers. Raises `OSError` where none does."""
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, port), WITHIN_S)
        except OSError:
            continue  # a host may have addresses of a kind that this machine cannot reach
    return socket.create_connection((addresses[-1], port), WITHIN_S)


def _refused(place: SplitResult, status: int) -> RashinError:
    if status in (401, 403):
        return HubUnreachable(
            f"the hub gives {place.path} only to people who agreed to its terms",
            hint="fetch it in a browser, and add the folder",
        )
    if status == 404:
        return InvalidInput(
            f"the hub has no {place.path}", expected="the id of a model, such as somebody/model"
        )
    return HubUnreachable(f"the hub answered {status}", hint="try again later")
