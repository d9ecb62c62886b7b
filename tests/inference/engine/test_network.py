"""The worker cannot reach the network; its pipe to the parent works all the same."""

import asyncio
import socket
import subprocess
import sys

import pytest

from inference.client import Client
from inference.workers.local import WorkerOptions

TRY = """
import os, socket, subprocess, sys
from inference.engine import network
if sys.argv[1] == "uncut":
    cut = "none"
elif sys.argv[1] == "namespace":
    cut = network.NAMESPACE if network._leave_namespace() and network._no_way_out() else "not here"
elif sys.argv[1] == "guard":
    sys.addaudithook(network._guard)
    cut = network.GUARD
else:
    cut = network.cut_network(local=sys.argv[1] == "local")
CHILD = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 2)"
def made(work):
    try:
        work()
    except OSError:
        return False
    return True
near, far = socket.socketpair()
near.send(b"here")
assert far.recv(4) == b"here"
port = sys.argv[2]
reached = made(lambda: socket.create_connection(("127.0.0.1", int(port)), 2).close())
unix = made(lambda: socket.socket(socket.AF_UNIX).close())
child = subprocess.run([sys.executable, "-c", CHILD, port], capture_output=True).returncode == 0
print(cut, reached, unix, child)
"""
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


def tried(how: str) -> list[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1])
        command = [sys.executable, "-c", TRY, how, port]
        said = subprocess.run(command, capture_output=True, check=True, text=True)
    return said.stdout.split()


def test_without_the_cut_the_same_program_reaches_the_listener() -> None:
    assert tried("uncut") == ["none", "True", "True", "True"]


@linux
@pytest.mark.parametrize(("how", "unix"), [("whole", "False"), ("local", "True")])
def test_the_kernel_refuses_sockets_also_to_children(how: str, unix: str) -> None:
    cut, reached, local, child = tried(how)
    if cut != "seccomp":
        pytest.skip("this kernel has no filter")
    assert (reached, local, child) == ("False", unix, "False")


@linux
def test_a_namespace_without_devices_leads_nowhere() -> None:
    cut, reached, _, child = tried("namespace")
    if cut == "not":
        pytest.skip("this system lets nobody make a namespace")
    assert (cut, reached, child) == ("namespace", "False", "False")


def test_the_guard_stops_python_and_only_this_process() -> None:
    assert tried("guard") == ["guard", "False", "True", "True"]


def test_a_worker_says_what_cuts_it_off() -> None:
    async def said() -> str:
        client = Client(WorkerOptions(toy=True))
        await client.start()
        try:
            await client.catalogue()
            return str(client.status()["network"])
        finally:
            await client.close()

    assert asyncio.run(said()) in ("seccomp", "namespace", "guard")
