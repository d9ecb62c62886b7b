"""The network is cut off for this process: whatever a file made a library do, nothing could leave.

On Linux the kernel refuses to make sockets (a seccomp filter, which nobody can take off again).
Where there is no such filter, a network namespace without any device; elsewhere only Python itself
refuses, which stops libraries and not machine code. Source: seccomp(2), unshare(2) of the Linux manual.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import sys
import threading
from pathlib import Path
from typing import Any

# What libraries are told on top, so that they do not try.
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
}
FILTER, NAMESPACE, GUARD = "seccomp", "namespace", "guard"

# By machine: its number for the audit, then the numbers of socket, io_uring_setup, pidfd_getfd,
# ptrace, process_vm_writev, and seccomp itself. The last ones could borrow a socket of the parent.
_MACHINES = {
    "x86_64": (0xC000003E, (41, 425, 438, 101, 311), 317),
    "aarch64": (0xC00000B7, (198, 425, 438, 117, 271), 277),
}
_FOREIGN_CALLS = 0x40000000  # the second set of numbers that x86_64 understands
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_CALL_AT, _MACHINE_AT, _ARGUMENT_AT = 0, 4, 16
_NO_NEW_PRIVILEGES, _SET_FILTER, _ALL_THREADS = 38, 1, 1
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def cut_network(*, local: bool = False) -> str:
    """Give up the right to use the network, for good; return by what: `FILTER`, `NAMESPACE`, `GUARD`.

    `local` lets sockets through that do not leave the machine (AF_UNIX), which drivers of GPUs use.
    """
    os.environ.update(OFFLINE)
    if _filter(local=local) and _no_socket():
        return FILTER
    if _leave_namespace() and _no_way_out():
        return NAMESPACE
    sys.addaudithook(_guard)
    return GUARD


def _filter(*, local: bool) -> bool:
    """Have the kernel refuse every call that makes a socket; whether it agreed."""
    known = _MACHINES.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None or sys.maxsize < 2**32:
        return False
    machine, calls, seccomp = known
    program = b"".join(struct.pack("HBBI", *line) for line in _program(machine, calls, local=local))
    buffer = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("lines", ctypes.c_void_p)]

    told = Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    # Also for threads that libraries have begun already.
    refused: int = libc.syscall(seccomp, _SET_FILTER, _ALL_THREADS, ctypes.byref(told))
    return not refused


def _program(
    machine: int, calls: tuple[int, ...], *, local: bool
) -> list[tuple[int, int, int, int]]:
    """Return the filter: lines of (what, lines to skip if so, lines to skip if not, number)."""
    socket_call, *others = calls
    kind = socket.AF_UNIX if local else 2**32 - 1  # there is no such kind: none is let through
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD, "", "", _MACHINE_AT),
        (_EQUAL, "", "refuse", machine),
        (_LOAD, "", "", _CALL_AT),
        (_AT_LEAST, "refuse", "", _FOREIGN_CALLS),
        *((_EQUAL, "refuse", "", call) for call in others),
        (_EQUAL, "", "allow", socket_call),
        (_LOAD, "", "", _ARGUMENT_AT),
        (_EQUAL, "allow", "refuse", kind),
    ]
    ends = {"allow": len(lines), "refuse": len(lines) + 1}

    def skip(place: int, to: str) -> int:
        return ends[to] - place - 1 if to else 0

    jumps = [
        (what, skip(n, so), skip(n, no), number) for n, (what, so, no, number) in enumerate(lines)
    ]
    return [*jumps, (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]


def _leave_namespace() -> bool:
    """Move to a namespace without network devices; whether it worked. Only before any thread."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER | _NEW_NETWORK):
        return False
    told = {"setgroups": "deny", "uid_map": f"{user} {user} 1", "gid_map": f"{group} {group} 1"}
    try:
        for name, said in told.items():
            Path("/proc/self", name).write_text(said, encoding="ascii")
    except OSError:
        return False
    return True


def _no_socket() -> bool:
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except PermissionError:
        return True
    return False


def _no_way_out() -> bool:
    """Say whether not even this machine's own address can be reached."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("127.0.0.1", 9))
        except OSError:
            return True
    return False


def _guard(event: str, told: tuple[Any, ...]) -> None:
    made = event == "socket.__new__" and told[1] != getattr(socket, "AF_UNIX", None)
    if made or event in ("socket.connect", "socket.bind", "socket.getaddrinfo"):
        raise PermissionError(errno.EACCES, "this process has no network")
