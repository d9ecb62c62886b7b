"""What to say of a source that cannot be read: where, what was expected, and a way out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from lark.exceptions import UnexpectedInput, UnexpectedToken

from inference.errors import Fix, InvalidExpression

READABLE = {
    "STRING": "words in double quotes",
    "NUMBER": "a number",
    "BARE": "a name",
    "NAME": "@ and a name",
    "_LPAR": "(",
    "_RPAR": ")",
    "_COMMA": ",",
    "_SEMICOLON": ";",
    "_EQUAL": "=",
    "PLUS": "+",
    "MINUS": "-",
    "STAR": "*",
    "$END": "the end",
}
HINT = 'for example "smiling cat", noise(7) or mix("cat", "dog"; 0.7, 0.3)'
CLOSING = {'"': '"', "“": "”", "「": "」", "『": "』", "＂": "＂"}
# Several words, or what no word is made of, where nobody wrote quotation marks.
_PHRASE = re.compile(r"[^\W\d]\w*(?:[ \u3000]+[^\W\d]\w*(?![\w(（=]))+")
_ODD = re.compile(r"[^\x00-\x7f\s（），、；＝＋－−–＊×·＠“”「」『』＂]+")


def unreadable(source: str, error: UnexpectedInput) -> InvalidExpression:
    """Return the error that a reader understands, with a fix where there is an obvious one."""
    found_at: object = getattr(error, "pos_in_stream", None)
    position = found_at if isinstance(found_at, int) else -1
    ended = getattr(getattr(error, "token", None), "type", None) == "$END"
    if ended or not 0 <= position < len(source.rstrip()):
        position = len(source.rstrip())
    found = f"{source[position]!r}" if position < len(source) else "the end"
    wanted = getattr(error, "accepts", None) or getattr(error, "expected", None)
    wanted = {str(name) for name in wanted or getattr(error, "allowed", None) or ()}
    whole = isinstance(error, UnexpectedToken) and not ended
    fix, hint = _way_out(source, position, wanted, whole=whole)
    return InvalidExpression(
        f"{found} was not expected at character {position + 1}",
        position=position,
        expected=", ".join(sorted(READABLE.get(name, name) for name in wanted)) or None,
        hint=hint,
        fix=fix,
    )


def _way_out(
    source: str, position: int, wanted: Iterable[str], *, whole: bool
) -> tuple[Fix | None, str]:
    """Return a fix and a hint; `whole` where what stands at the position is complete in itself."""
    end = len(source.rstrip())
    opened = source[position : position + 1]
    if opened in CLOSING and whole:
        return None, "a sign or a comma is missing before it"
    if opened in CLOSING:
        return Fix(end, end, CLOSING[opened]), "close the quotation mark"
    if position == end:
        return (Fix(end, end, ")"), "close the bracket") if "_RPAR" in wanted else (None, HINT)
    for run in (_PHRASE, _ODD):
        for match in run.finditer(source):
            if match.start() <= position < match.end():
                text = json.dumps(match[0], ensure_ascii=False)
                return Fix(match.start(), match.end(), text), f"did you mean {text}?"
    return None, HINT
