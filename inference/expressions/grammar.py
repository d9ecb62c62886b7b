"""Source to tree and back.

    "smiling cat"                          words: a point in the space of meanings
    noise(7)   img("<sha256>")             points in the space of noise
    img("<sha256>", "flow-24")             … by a chosen way to invert the picture
    @cats   @3fa9c1.noise                  what somebody named: a group, a render, an upload
    dir("smile")   dir("old", "young")     directions
    "king" - "man" + "woman"               point − point is a direction, point + direction a point
    mix("cat", "dog"; 0.7, 0.3)            every operation by name, knobs as name=value

Whatever a Japanese keyboard or a telephone makes of the signs is read as well: 「猫」 ー （“犬”、１．５）.
`parse` and `write` are inverse: write(parse(s)) is the canonical form of s.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import LarkError, UnexpectedInput

from inference.errors import InvalidExpression
from inference.expressions.nodes import (
    Arrow,
    Call,
    Name,
    Node,
    Noise,
    Number,
    Picture,
    Product,
    Span,
    Sum,
    Words,
)
from inference.expressions.unreadable import HINT, unreadable

GRAMMAR = r"""
?start: sum
?sum: product | sum (PLUS | MINUS) product -> sum
?product: unary | product STAR unary -> product
?unary: atom | MINUS unary -> negative
?atom: STRING -> words | NUMBER -> number | call | NAME -> name | BARE -> bare | _LPAR sum _RPAR
call: BARE _LPAR [arguments] [_SEMICOLON weights] _RPAR
arguments: argument (_COMMA argument)*
?argument: BARE _EQUAL value -> knob | sum
value: NUMBER | MINUS NUMBER | STRING | BARE
weights: weight (_COMMA weight)*
weight: MINUS? NUMBER
PLUS: "+" | "＋"
MINUS: "-" | "−" | "－" | "–" | "ー"
STAR: "*" | "·" | "×" | "＊"
_LPAR: "(" | "（"
_RPAR: ")" | "）"
_COMMA: "," | "，" | "、"
_SEMICOLON: ";" | "；"
_EQUAL: "=" | "＝"
STRING: /"(?:[^"\\\x00-\x1f]|\\.)*"|“[^”\x00-\x1f]*”|「[^」\x00-\x1f]*」|『[^』\x00-\x1f]*』|＂[^＂\x00-\x1f]*＂/
NUMBER: /\d+([.．]\d+)?([eE][+-]?\d+)?|[.．]\d+/
NAME: /[@＠]\w(?:[\w-]*\w)?(?:\.(?:prompt|noise)\b)?/
BARE: /[^\W\d][\w]*/
%ignore /[ \t\r\n\u3000]+/
"""

LONGEST, MOST_TOKENS, DEEPEST = 32_000, 1_000, 150
LONGEST_PROMPT = 2_000
LARGEST_SEED = 2**53 - 1
DECIMALS = 6
SHA256 = re.compile(r"[0-9a-f]{64}")
_SEED = re.compile(r"noise\((0|[1-9][0-9]{0,14})\)")


@cache
def parser() -> Lark:
    """Return the parser, built when it is first needed."""
    return Lark(GRAMMAR, parser="lalr", propagate_positions=True, maybe_placeholders=True)


@lru_cache(maxsize=1024)
def parse(source: str) -> Node:
    """Read an expression; raises `InvalidExpression` with position, what was expected and a hint."""
    if plain := _SEED.fullmatch(source):
        # Every new seed is a new expression, and all but these are few.
        return Noise(int(plain[1]), span=Span(0, len(source)))
    if len(source) > LONGEST:
        raise InvalidExpression(
            f"{len(source)} characters are too many",
            expected=f"at most {LONGEST}",
            position=LONGEST,
        )
    try:
        for count, token in enumerate(parser().lex(source)):
            if count >= MOST_TOKENS:
                raise InvalidExpression(
                    "this expression has too many parts",
                    expected=f"at most {MOST_TOKENS} words, numbers and signs",
                    position=token.start_pos or 0,
                )
        tree = parser().parse(source)
    except UnexpectedInput as error:
        raise unreadable(source, error) from error
    except LarkError as error:
        raise InvalidExpression(str(error), position=0, hint=HINT) from error
    return _Reader().node(tree)


class _Reader:
    """Turns the parser's tree into nodes."""

    def __init__(self) -> None:
        self.depth = 0

    def node(self, item: Tree[Token]) -> Node:
        """Return the node of one subtree. Raises `InvalidExpression` for what is nested too deeply."""
        span = Span(item.meta.start_pos, item.meta.end_pos)
        if self.depth >= DEEPEST:
            raise InvalidExpression(
                "this expression is nested too deeply",
                expected=f"at most {DEEPEST} parts within each other",
                position=span.start,
            )
        self.depth += 1
        read = self.read(item, span)
        self.depth -= 1
        return read

    def read(self, item: Tree[Token], span: Span) -> Node:
        """Return the node of one subtree that stands at `span`."""
        parts: list[Any] = item.children
        match str(item.data):
            case "words":
                return Words(self.words(parts[0]), span=span)
            case "bare":
                return Words(tidy(str(parts[0])), span=span)
            case "name":
                name, _, part = str(parts[0])[1:].partition(".")
                return Name(name, part or None, span=span)
            case "number":
                return Number(_number(parts[0]), span=span)
            case "negative":
                inner = self.node(parts[1])
                if isinstance(inner, Number):
                    return Number(-inner.value, span=span)
                return Product(Number(-1.0, span=span), inner, span=span)
            case "sum":
                sign = "+" if parts[1].type == "PLUS" else "-"
                return Sum(self.node(parts[0]), sign, self.node(parts[2]), span=span)
            case "product":
                return Product(self.node(parts[0]), self.node(parts[2]), span=span)
        return self.call(parts, span)

    def call(self, parts: list[Any], span: Span) -> Node:
        """Return a built-in (noise, img, dir) or an operation."""
        name, arguments, weights = _narrow(parts[0]), parts[1], parts[2]
        operands: list[Node] = []
        knobs: dict[str, float | str] = {}
        for item in arguments.children if arguments else ():
            if item.data == "knob":
                key = _narrow(item.children[0])
                if key in knobs:
                    raise InvalidExpression(
                        f"{key} is given twice", position=item.meta.start_pos, expected="one value"
                    )
                knobs[key] = self.value(item.children[1])
            else:
                operands.append(self.node(item))
        if name in ("noise", "img", "dir"):
            if knobs or weights:
                raise InvalidExpression(f"{name}(…) has no knobs", position=span.start)
            return _builtin(name, operands, span)
        numbers = None
        if weights is not None:
            numbers = tuple(self.weight(weight) for weight in weights.children)
        return Call(name, tuple(operands), tuple(sorted(knobs.items())), numbers, span=span)

    def value(self, item: Tree[Token]) -> float | str:
        """Return a knob's value."""
        last: Any = item.children[-1]
        if last.type == "NUMBER":
            return -_number(last) if len(item.children) == 2 else _number(last)
        return self.words(last) if last.type == "STRING" else str(last)

    def weight(self, item: Tree[Token]) -> float:
        """Return one weight with its sign."""
        parts: list[Any] = item.children
        return (
            -_number(parts[-1]) if parts[0] is not None and len(parts) == 2 else _number(parts[-1])
        )

    def words(self, token: Token) -> str:
        """Return the prompt that a quoted string spells."""
        start = token.start_pos or 0
        try:
            raw = json.loads(token) if token[0] == '"' else str(token[1:-1])
            raw.encode()
        except (json.JSONDecodeError, UnicodeEncodeError) as error:
            raise InvalidExpression(
                "these words are not a valid JSON string", position=start, expected="JSON escapes"
            ) from error
        words = tidy(raw)
        if len(words) > LONGEST_PROMPT:
            raise InvalidExpression(
                f"a prompt of {len(words)} characters is too long",
                expected=f"at most {LONGEST_PROMPT} characters",
                position=start,
            )
        return words


def tidy(words: str) -> str:
    """Return words in composed Unicode, no control characters, single spaces between."""
    visible = (" " if unicodedata.category(c) == "Cc" else c for c in words)
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())


def _narrow(token: Token) -> str:
    """Return a name or number that may have been typed in full-width letters."""
    return unicodedata.normalize("NFKC", str(token))


def _number(token: Token) -> float:
    value = float(_narrow(token))
    if not math.isfinite(value) or abs(value) > LARGEST_SEED:
        raise InvalidExpression(
            f"{str(token)[:40]} is too large a number", position=token.start_pos or 0
        )
    return value


def _builtin(name: str, operands: list[Node], span: Span) -> Node:
    match name, operands:
        case "noise", [Number(value=value)] if value >= 0 and value == int(value):
            return Noise(int(value), span=span)
        case "img", [Words(words=sha)] if SHA256.fullmatch(sha):
            return Picture(sha, span=span)
        case "img", [Words(words=sha), Words(words=method)] if SHA256.fullmatch(sha) and method:
            return Picture(sha, method, span=span)
        case "img", [Name()] | [Name(), Words()]:
            return Call(name, tuple(operands), span=span)
        case "dir", [Words(words=one)] if one:
            return Arrow((one,), span=span)
        case "dir", [Words(words=one), Words(words=two)] if one and two:
            return Arrow((one, two), span=span)
        case "dir", [one, two] if not isinstance(one, Number) and not isinstance(two, Number):
            return Call(name, (one, two), span=span)
    expected = {
        "noise": "noise(seed) with a whole number from 0",
        "img": 'img(@upload), or img("…") with the 64 hexadecimal digits of a picture',
        "dir": 'dir("smile"), dir("old face", "young face") or dir(@from, @to)',
    }[name]
    raise InvalidExpression(f"{name}(…) cannot be read", position=span.start, expected=expected)


def write(node: Node) -> str:
    """Return the canonical form of a tree."""
    match node:
        case Words(words=words):
            return quote(words)
        case Noise(seed=seed):
            return f"noise({seed})"
        case Picture(sha256=sha, method=method):
            return f"img({', '.join(map(quote, filter(None, (sha, method))))})"
        case Name(name=name, part=part):
            return f"@{name}" + (f".{part}" if part else "")
        case Arrow(names=names):
            return f"dir({', '.join(map(quote, names))})"
        case Number(value=value):
            return write_number(value)
        case Sum(left=left, sign=sign, right=right):
            return f"{write(left)} {sign} {_bracketed(right, Sum)}"
        case Product(left=left, right=right):
            return f"{_bracketed(left, Sum)} * {_bracketed(right, Sum, Product)}"
    return _write_call(node)


def _write_call(call: Call) -> str:
    inside = [write(operand) for operand in call.operands]
    for name, value in call.knobs:
        inside.append(f"{name}={quote(value) if isinstance(value, str) else write_number(value)}")
    weights = "" if call.weights is None else "; " + ", ".join(map(write_number, call.weights))
    return f"{call.name}({', '.join(inside)}{weights})"


def _bracketed(node: Node, *kinds: type) -> str:
    # A negative number inside a product or sum keeps its sign next to it: "a" + -1 * b.
    return f"({write(node)})" if isinstance(node, kinds) else write(node)


def quote(words: str) -> str:
    """Return words as a JSON string that keeps every letter readable."""
    return json.dumps(words, ensure_ascii=False)


def write_number(value: float) -> str:
    """Return a number with at most six decimals and no needless zeros."""
    text = f"{round(value, DECIMALS):.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
