"""What an expression is like where somebody is still writing it."""

from __future__ import annotations

from dataclasses import dataclass

from lark import Token
from lark.exceptions import LarkError, UnexpectedCharacters

from inference.expressions.grammar import LONGEST, parser
from inference.expressions.unreadable import CLOSING

WORDLIKE = ("BARE", "NAME", "STRING")


@dataclass(frozen=True)
class Opening:
    """The piece at the cursor: where it begins, what of it is written, and what may stand there.

    `accepts` are terminals of the grammar. `call` is the innermost call that is open (None outside
    of any, or within plain brackets), `argument` which of its arguments this is, `weights` whether
    its semicolon is behind us. `reads` is False where what stands before makes no sense.
    """

    start: int
    written: str
    quoted: bool = False
    accepts: frozenset[str] = frozenset()
    call: str | None = None
    argument: int = 0
    weights: bool = False
    reads: bool = True


def opening(source: str, cursor: int) -> Opening:
    """Return what is open at a cursor (a character offset)."""
    cursor = max(0, min(cursor, len(source), LONGEST))
    before = source[:cursor]
    start, written, quoted = cursor, "", False
    tokens: list[Token] = []
    walk = parser().parse_interactive(before)
    try:
        tokens.extend(walk.iter_parse())
    except UnexpectedCharacters as error:
        found: object = error.pos_in_stream
        place = found if isinstance(found, int) else -1
        if not 0 <= place < cursor or before[place] not in (*CLOSING, *"@＠"):
            return Opening(cursor, "", reads=False)
        start, quoted = place, before[place] in CLOSING
        written = before[place + 1 :] if quoted else before[place:]
    except LarkError:
        return Opening(cursor, "", reads=False)
    else:
        last = tokens[-1] if tokens else None
        if last is not None and last.type in WORDLIKE and last.end_pos == cursor:
            start = last.start_pos or 0
            if last.type == "STRING":
                return _place(before, cursor, "", quoted=False)
            written = str(last)
    return _place(before, start, written, quoted=quoted)


def _place(before: str, start: int, written: str, *, quoted: bool) -> Opening:
    walk = parser().parse_interactive(before[:start])
    tokens: list[Token] = []
    try:
        tokens.extend(walk.iter_parse())
        accepts = frozenset(str(name) for name in walk.accepts())  # type: ignore[no-untyped-call]
    except LarkError:
        return Opening(start, written, quoted=quoted, reads=False)
    stack: list[tuple[str | None, int, bool]] = [(None, 0, False)]
    for previous, token in zip([None, *tokens], tokens, strict=False):
        name, argument, weights = stack[-1]
        if token.type == "_LPAR":
            called = previous is not None and previous.type == "BARE"
            stack.append((str(previous) if called else None, 0, False))
        elif token.type == "_RPAR" and len(stack) > 1:
            stack.pop()
        elif token.type == "_COMMA":
            stack[-1] = name, argument + 1, weights
        elif token.type == "_SEMICOLON":
            stack[-1] = name, 0, True
    name, argument, weights = stack[-1]
    return Opening(start, written, quoted, accepts, name, argument, weights)
