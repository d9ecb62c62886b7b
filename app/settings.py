"""Everything an operator may set: environment variables that begin with `RASHIN_`, or arguments."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from inference.errors import InvalidInput

REPOSITORY = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where Rashin listens, where it keeps its files, and how much it accepts."""

    model_config = SettingsConfigDict(env_prefix="RASHIN_", extra="ignore", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65_535)
    token: SecretStr | None = Field(default=None, description="Required when host is not loopback")
    allowed_hosts: tuple[str, ...] = Field(
        default=(), description="Further names (with a port where it differs) to answer to"
    )
    allowed_origins: tuple[str, ...] = Field(
        default=(), description="Further origins, such as a development server of the page"
    )

    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("rashin")))
    database_url: str | None = Field(
        default=None, description="SQLAlchemy address; default: SQLite in data_dir"
    )
    static_dir: Path = REPOSITORY / "static"
    toy: bool = Field(default=False, description="Tiny random models of the same classes")

    allow_hub: bool = Field(default=False, description="Models may be fetched from the hub")
    hub_url: str = Field(
        default="https://huggingface.co", description="The hub, or a mirror of it inside the house"
    )
    hub_file_hosts: tuple[str, ...] = Field(
        default=("hf.co", "huggingface.co"),
        description="Where the hub may send us for a file, with all below it",
    )
    allow_model_paths: bool = Field(
        default=False, description="Files of this machine may be named also from elsewhere"
    )

    queue_bound: int = Field(default=256, ge=1, description="Renders that may wait or run at once")
    max_body_bytes: int = Field(default=1_000_000, ge=1_000)
    max_wait_s: float = Field(default=60.0, ge=0, description="Longest `Prefer: wait`")
    idempotency_hours: float = Field(default=48.0, ge=24)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def sql_url(self) -> str:
        """The database address with an async driver."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'rashin.db'}"

    @property
    def library(self) -> Path:
        """Where the models are listed that the user added."""
        return self.data_dir / "models.json"

    @property
    def hub_folder(self) -> Path:
        """Where models lie that were fetched from the hub."""
        return self.data_dir / "hub"

    @property
    def map_folders(self) -> tuple[Path, Path]:
        """The shipped maps, then the user's."""
        return (self.static_dir / "maps", self.data_dir / "maps")

    def refuse_if_unsafe(self) -> None:
        """Refuse to listen to the network without a token."""
        if not self.is_loopback and self.token is None:
            raise InvalidInput(
                f"binding to {self.host} would let everybody on the network in",
                expected="host 127.0.0.1, or a token",
                hint="set RASHIN_TOKEN to a long random string, or use --host 127.0.0.1",
            )
