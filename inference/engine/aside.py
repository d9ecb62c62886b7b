"""Renders whose model is not loaded yet: they wait aside while a thread reads the weights."""

from __future__ import annotations

from inference.engine.lanes import Job
from inference.engine.models import Models
from inference.errors import OutOfMemory


class Aside:
    """Jobs by the model that they wait for."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._waiting: dict[str, list[Job]] = {}

    def __bool__(self) -> bool:
        """Say whether anybody waits."""
        return bool(self._waiting)

    def takes(self, job: Job) -> bool:
        """Take a job that has to wait for weights, and have them read; False for any other.

        While a model waits for room, nothing new is begun with those that may have to make it.
        """
        models, id = self._models, job.recipe.get("model")
        if not isinstance(id, str) or id not in models.cards:
            return False  # whoever begins it says what is wrong
        state = models.state(id)
        if state == "ready" and not (models.waits_for_room and models.is_evictable(id)):
            return False
        # There may be room now; whoever has waited for it already is told that there was none.
        if state == "failed" and (job.waited or not isinstance(models.errors[id], OutOfMemory)):
            return False
        if state in ("cold", "failed"):
            models.begin_loading(id)
        job.waited = True
        self._waiting.setdefault(id, []).append(job)
        return True

    def called(self) -> list[Job]:
        """Return the jobs whose wait is over, well or badly."""
        self._models.tend()
        if self._models.waits_for_room:
            return []
        over = [id for id in self._waiting if self._models.state(id) != "loading"]
        return [job for id in over for job in self._waiting.pop(id)]

    def remove(self, *, id: str | None = None, view: str | None = None) -> list[Job]:
        """Take out the jobs with an id, or those of a view, and return them."""
        gone = [
            job
            for jobs in self._waiting.values()
            for job in jobs
            if (id is not None and job.id == id) or (view is not None and job.view == view)
        ]
        for model, jobs in list(self._waiting.items()):
            self._waiting[model] = [job for job in jobs if job not in gone]
            if not self._waiting[model]:
                del self._waiting[model]
        return gone
