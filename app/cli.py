"""The `rashin` command: serve the page, render one picture, list the models, say what is missing."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import Annotated, Any

import typer

from app.doctor import examine, examine_server
from app.settings import Settings
from inference.client import Client
from inference.errors import RashinError
from inference.library import read_library
from inference.messages import Done, Failed
from inference.recipe import normalise, recipe_id
from inference.workers.local import WorkerOptions

cli = typer.Typer(
    help="Explore and steer the latent spaces of generative models.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def say(words: str) -> None:
    """Print a line at once, also into a pipe."""
    typer.echo(words)
    sys.stdout.flush()


@cli.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one")] = None,
    data_dir: Annotated[Path | None, typer.Option(help="Where renders and maps are kept")] = None,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser")] = True,
) -> None:
    """Start Rashin and print its address."""
    given: dict[str, Any] = {"host": host, "port": port, "data_dir": data_dir}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    settings.refuse_if_unsafe()
    listener = listen(settings.host, settings.port)
    settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    name = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host
    address = f"http://{f'[{name}]' if ':' in name else name}:{settings.port}"

    from app.main import create_app
    from app.serving import Server

    server = Server(create_app(settings))
    say(f"Rashin: {address}   (stop with Ctrl-C; data in {settings.data_dir})")
    if open_page and (sys.platform != "linux" or os.environ.get("DISPLAY")):
        threading.Thread(target=open_when_ready, args=(address,), daemon=True).start()
    server.run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything slow starts. Raises `RashinError` when somebody else has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as problem:
        listener.close()
        if problem.errno == errno.EADDRINUSE:
            raise RashinError(
                f"port {port} on {host} is in use",
                hint=f"stop the other program, or: rashin serve --port {port + 1}",
            ) from problem
        raise RashinError(
            f"cannot listen on {host}:{port}: {problem.strerror}",
            hint="choose another --host or --port",
        ) from problem
    return listener


def open_when_ready(address: str) -> None:
    """Open the page as soon as the server answers; give up after ten seconds."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/api/v1/health", timeout=1).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            webbrowser.open(address)
            return


@cli.command()
def render(
    prompt: Annotated[str, typer.Argument(help='What to make, such as "smiling cat, noto style"')],
    output: Annotated[Path, typer.Option("-o", "--output", help="A PNG file")] = Path("rashin.png"),
    model: Annotated[str, typer.Option(help="Which model")] = "emoji-vector",
    seed: Annotated[int, typer.Option(help="Which randomness")] = 0,
    steps: Annotated[int | None, typer.Option(help="Denoising steps")] = None,
    guidance_scale: Annotated[float | None, typer.Option(help="How closely to obey")] = None,
) -> None:
    """Make one picture from words; its recipe is inside the file."""
    wanted: dict[str, Any] = {"model": model, "prompt": prompt, "seed": seed}
    wanted |= {"steps": steps, "guidance_scale": guidance_scale}
    wanted = {name: value for name, value in wanted.items() if value is not None}
    identity, picture = asyncio.run(render_once(wanted))
    try:
        output.write_bytes(picture)
    except OSError as problem:
        raise RashinError(f"cannot write {output}: {problem.strerror}") from problem
    say(f"{output}  {identity}")


async def render_once(wanted: dict[str, Any]) -> tuple[str, bytes]:
    """Start a worker, let it make one picture, and stop it again."""
    client = Client(worker_options())
    await client.start()
    try:
        models = {card["id"]: card for card in (await client.catalogue())["models"]}
        recipe = normalise(wanted, models)
        identity = recipe_id(recipe)
        async for event in client.submit(identity, recipe, lane="interactive"):
            if isinstance(event, Done):
                return identity, event.image
            if isinstance(event, Failed):
                raise event.error
    finally:
        await client.close()
    raise RashinError("the worker stopped before the picture was done")


@cli.command()
def models() -> None:
    """List the models that are here."""
    catalogue, refused = asyncio.run(catalogue_once())
    for card in catalogue["models"]:
        choices = card.get("steps", {}).get("choices", [])
        steps = f", {'/'.join(map(str, choices))} steps" if len(choices) > 1 else ""
        said = f"{card['id']:14} {card['title']['en']} ({card['family']}{steps}; {card['licence']})"
        origin = card.get("origin") or {"kind": "embedded"}
        place = (
            "" if origin["kind"] == "embedded" else f"\n{'':14} {origin['kind']} {origin['name']}"
        )
        say(said + place)
    for id, reason in refused.items():
        say(f"{id:14} cannot be opened: {reason}")


def worker_options() -> WorkerOptions:
    """Return how a worker is started that knows the user's models."""
    library = Settings().library
    return WorkerOptions(library=library if library.exists() else None)


async def catalogue_once() -> tuple[dict[str, Any], dict[str, str]]:
    """Ask a worker what there is, and why the user's other models are not."""
    client = Client(worker_options())
    await client.start()
    try:
        catalogue = await client.catalogue()
        known = {card["id"] for card in catalogue["models"]}
        refused = {}
        for entry in read_library(Settings().library):
            if entry.id not in known:
                try:
                    await client.call("model_weigh", entry=entry.model_dump(exclude_defaults=True))
                except RashinError as problem:
                    refused[entry.id] = problem.detail
        return catalogue, refused
    finally:
        await client.close()


@cli.command()
def doctor(
    address: Annotated[str | None, typer.Option(help="Also ask a running server")] = None,
) -> None:
    """Say what is missing, and how to fix it."""
    findings = examine_server(address) if address else examine(Settings())
    for finding in findings:
        mark = {"ok": "✓", "note": "·", "bad": "✗"}[finding.state]
        say(f"{mark} {finding.what}" + (f"\n    → {finding.fix}" if finding.fix else ""))
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    """Run the command; a foreseen error is one line of advice, not a traceback."""
    try:
        cli()
    except RashinError as problem:
        typer.echo(f"rashin: {problem.detail}", err=True)
        if problem.expected:
            typer.echo(f"  expected: {problem.expected}", err=True)
        if problem.hint:
            typer.echo(f"  {problem.hint}", err=True)
        sys.exit(1)
