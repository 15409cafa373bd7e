"""Mutants: a source file with one small mistake in it, which some test should notice."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

SWAPPED_COMPARISONS: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
}
SWAPPED_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "/",
    ast.Mod: "*",
    ast.Pow: "*",
    ast.BitOr: "&",
    ast.BitAnd: "|",
}
SWAPPED_CALLS = {"min": "max", "max": "min", "all": "any", "any": "all"}
LEFT_OUT_CALLS = {"abs", "ceil", "floor", "realpath", "reversed", "round", "sorted"}
"""Calls that give back what they are given, only better."""
KEYS = ("file", "function", "was", "becomes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mistake: `was` and `becomes` are the lines it is in, as one line each."""

    file: str
    function: str
    """Where it stands; of one that has a name, that."""
    was: str
    becomes: str
    source: str
    """The whole file with the mistake in it."""

    @property
    def name(self) -> tuple[str, str, str, str]:
        """What tells it from others, however the lines around it move."""
        return (self.file, self.function, self.was, self.becomes)


def mutants_of(file: str, source: str) -> list[Mutant]:
    """List every mutant of a file, in the order of its lines.

    Texts, annotations, decorators and imports stay as they are: mistakes there change words only,
    or are the type checker's to find.
    """
    mutants = []
    for function, node in _places(ast.parse(source)):
        found = [_mutant(file, function, source, mistake) for mistake in _mistakes_in(node)]
        mutants.extend(found)
    return mutants


def sample(mutants: Iterable[Mutant], count: int) -> list[Mutant]:
    """Choose some of the mutants by the digest of their names.

    The same source has the same sample everywhere; a change in one line leaves the choice among
    the others alone.
    """
    chosen: dict[tuple[str, ...], Mutant] = {}
    for mutant in mutants:
        chosen.setdefault(mutant.name, mutant)
    return sorted(chosen.values(), key=lambda mutant: _digest(mutant.name))[:count]


def _digest(name: Iterable[str]) -> str:
    return sha256("\n".join(name).encode()).hexdigest()


def planted(*, name: str, file: str, source: str, was: str, becomes: str) -> Mutant:
    """Make a mistake of our own choice in the one place where the source reads `was`.

    Raises:
        ValueError: there is no such place, or more than one.
    """
    if source.count(was) != 1:
        message = f"{name}: {file} should read once, and no longer does: {was}"
        raise ValueError(message)
    changed = source.replace(was, becomes)
    return Mutant(file=file, function=name, was=was, becomes=becomes, source=changed)


def _places(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Go through the places where a mistake can be made, each with the function around it."""
    todo: list[tuple[str, ast.AST]] = [("", tree)]
    while todo:
        function, node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            function = f"{function}.{node.name}".lstrip(".")
        if isinstance(node, ast.expr | ast.stmt | ast.comprehension):
            yield function, node
        todo.extend((function, child) for child in reversed(_children(node)))


def _children(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
        return []
    left_out = [*getattr(node, "decorator_list", []), getattr(node, "annotation", None)]
    left_out += [getattr(node, "returns", None)]
    return [child for child in ast.iter_child_nodes(node) if child not in left_out]


Mistakes = Iterator[tuple[ast.AST, str]]
"""What stands in the source, and what is written in its place."""


def _mistakes_in(node: ast.AST) -> list[tuple[ast.AST, str]]:
    make = MISTAKES.get(type(node))
    return list(make(node)) if make else []


def _in_comparison(node: ast.Compare) -> Mistakes:
    for place, operator in enumerate(node.ops):
        for swapped in SWAPPED_COMPARISONS[type(operator)]:
            operands = [node.left, *node.comparators]
            text = ast.unparse(operands[0])
            for index, right in enumerate(operands[1:]):
                sign = swapped if index == place else SIGNS[type(node.ops[index])]
                text += f" {sign} {_in_parentheses(right)}"
            yield node, f"({text})"


SIGNS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
SIGNS |= {ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not"}


def _in_arithmetic(node: ast.BinOp) -> Mistakes:
    swapped = SWAPPED_OPERATORS.get(type(node.op))
    if swapped and not _is_text(node.left) and not _is_text(node.right):
        yield node, f"({_in_parentheses(node.left)} {swapped} {_in_parentheses(node.right)})"


def _is_text(node: ast.AST) -> bool:
    literal = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return literal or isinstance(node, ast.JoinedStr)


def _in_augmented(node: ast.AugAssign) -> Mistakes:
    swapped = SWAPPED_OPERATORS.get(type(node.op))
    if swapped and not _is_text(node.value):
        yield node, f"{ast.unparse(node.target)} {swapped}= {ast.unparse(node.value)}"
    yield node, "pass"


def _in_boolean(node: ast.BoolOp) -> Mistakes:
    """Swap the operator; leave each operand out."""
    ours, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    operands = [_in_parentheses(value) for value in node.values]
    yield node, f"({f' {other} '.join(operands)})"
    for place in range(len(operands)):
        rest = operands[:place] + operands[place + 1 :]
        yield node, f"({f' {ours} '.join(rest)})"


def _in_unary(node: ast.UnaryOp) -> Mistakes:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node, _in_parentheses(node.operand)


def _in_constant(node: ast.Constant) -> Mistakes:
    if isinstance(node.value, bool):
        yield node, str(not node.value)
    elif isinstance(node.value, int):
        yield node, f"({node.value + 1})"
    elif isinstance(node.value, float):
        yield node, f"({node.value + 1!r})"


def _in_branch(node: ast.If | ast.IfExp | ast.While) -> Mistakes:
    """Turn the condition round, where that is not what happens to the comparison in it anyway."""
    if not isinstance(node.test, ast.Compare | ast.UnaryOp):
        yield node.test, f"(not {_in_parentheses(node.test)})"


def _in_comprehension(node: ast.comprehension) -> Mistakes:
    for condition in node.ifs:
        yield condition, "True"


def _in_return(node: ast.Return) -> Mistakes:
    if node.value is None:
        yield node, "pass"
    elif not isinstance(node.value, ast.Constant):
        yield node, "return None"


def _in_call(node: ast.Call) -> Mistakes:
    name = ast.unparse(node.func).rpartition(".")[2]
    if name in SWAPPED_CALLS:
        yield node.func, SWAPPED_CALLS[name]
    if name == "suppress":
        yield node, "suppress()"
    elif name in LEFT_OUT_CALLS and node.args:
        yield node, _in_parentheses(node.args[0])


def _in_statement(node: ast.Expr) -> Mistakes:
    """Leave a call or a `yield` out, where it is not for the type checker alone."""
    if not isinstance(node.value, ast.Constant) and "assert_never" not in ast.unparse(node):
        yield node, "pass"


def _left_out(node: ast.stmt) -> Mistakes:
    yield node, "pass"


def _in_parentheses(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if isinstance(node, ast.Name | ast.Constant | ast.Call) else f"({text})"


MISTAKES: dict[type[ast.AST], Callable[..., Mistakes]] = {
    ast.AugAssign: _in_augmented,
    ast.BinOp: _in_arithmetic,
    ast.BoolOp: _in_boolean,
    ast.Break: _left_out,
    ast.Call: _in_call,
    ast.Compare: _in_comparison,
    ast.Constant: _in_constant,
    ast.Continue: _left_out,
    ast.Expr: _in_statement,
    ast.If: _in_branch,
    ast.IfExp: _in_branch,
    ast.Raise: _left_out,
    ast.Return: _in_return,
    ast.UnaryOp: _in_unary,
    ast.While: _in_branch,
    ast.comprehension: _in_comprehension,
}


def _mutant(file: str, function: str, source: str, mistake: tuple[ast.AST, str]) -> Mutant:
    place, text = mistake
    lines = source.encode().splitlines(keepends=True)
    first, last = place.lineno - 1, place.end_lineno - 1  # type: ignore[attr-defined]
    head = lines[first][: place.col_offset]  # type: ignore[attr-defined]
    tail = lines[last][place.end_col_offset :]  # type: ignore[attr-defined]
    changed = head + text.encode() + tail
    whole = b"".join([*lines[:first], changed, *lines[last + 1 :]])
    return Mutant(
        file=file,
        function=function,
        was=_one_line(b"".join(lines[first : last + 1])),
        becomes=_one_line(changed),
        source=whole.decode(),
    )


def _one_line(text: bytes) -> str:
    return " ".join(text.decode().split())
