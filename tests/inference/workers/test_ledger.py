from inference.errors import WorkerUnavailable
from inference.workers.ledger import MOST_ATTEMPTS, Ledger


class Desk:
    """A ledger, and what every job heard."""

    def __init__(self, *names: str) -> None:
        self.ledger, self.heard = Ledger(), {}
        self.jobs = {}
        for name in names:
            self.heard[name] = []
            self.jobs[name] = self.ledger.open({"do": "render"}, self.heard[name].append, name, "v")

    def send_due(self) -> list[str]:
        due = self.ledger.due()
        for job in due:
            job.sent = True
        return [job.render for job in due]


def test_everything_is_due_once_while_nobody_crashes():
    desk = Desk("a", "b")
    assert desk.send_due() == ["a", "b"]
    assert desk.send_due() == []


def test_after_a_crash_suspects_are_cleared_one_by_one():
    desk = Desk("a", "poison", "b")
    desk.send_due()
    desk.ledger.take_back(blame=True)
    assert desk.send_due() == ["a"]
    assert desk.send_due() == []
    desk.ledger.close(desk.jobs["a"], {"is": "done"})
    for _ in range(MOST_ATTEMPTS - 1):
        assert desk.send_due() == ["poison"]
        desk.ledger.take_back(blame=True)
    assert desk.heard["poison"][0]["error"]["code"] == "worker_crashed"
    assert desk.send_due() == ["b"]
    assert desk.heard["b"] == []


def test_a_worker_that_was_not_ready_blames_nobody():
    desk = Desk("a", "b")
    for _ in range(2 * MOST_ATTEMPTS):
        assert desk.send_due() == ["a", "b"]
        desk.ledger.take_back(blame=False)


def test_the_abandoned_are_not_repeated_and_hear_nothing():
    desk = Desk("a", "b")
    desk.send_due()
    desk.jobs["a"].abandoned = True
    desk.ledger.take_back(blame=False)
    assert desk.send_due() == ["b"]
    assert desk.heard["a"] == []


def test_closing_the_book_tells_everyone():
    desk = Desk("a", "b")
    desk.ledger.fail_all(WorkerUnavailable("gone"))
    assert [said["error"]["code"] for said in desk.heard["a"]] == ["worker_unavailable"]
    assert desk.ledger.due() == []
    assert desk.ledger.get(desk.jobs["b"].ticket) is None


def test_renders_are_found_by_recipe_and_view():
    desk = Desk("a", "b")
    assert desk.ledger.renders("a", None) == desk.ledger.renders("a", "v") == [desk.jobs["a"]]
    assert desk.ledger.renders("a", "w") == []
