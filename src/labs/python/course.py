"""What the lab does around a learner's script: files, output, errors, and what is asked of it."""

import ast
import builtins
import contextlib
import datetime
import io
import json
import math
import os
import shutil
import sys
import traceback
import types
from decimal import Decimal
from fractions import Fraction

FOLDER = "/course"
NAME = "script.py"
# A loop that prints would otherwise fill the page before anybody can stop it.
LONGEST_OUTPUT = 100_000
CUT = f"\n… cut here, after {LONGEST_OUTPUT:,} characters\n"
# Values beyond this are told by their size.
MOST_ITEMS = 100_000
# Whole numbers beyond this are no longer exact in JSON.
LARGEST_EXACT = 2**53
LONGEST_MESSAGE = 2_000
# Of a long traceback, the first and the last steps.
SHOWN_STEPS = 6
# Names among which a page looks for the one that was meant.
MOST_NAMES = 200
# The key of a value that JSON cannot say, such as NaN or a function: what stands there is its text.
TOLD = "\0"


class TooMuchOutput(BaseException):
    """No `except Exception` of a script catches it."""


class NoKeyboard(Exception):
    pass


class Output(io.TextIOBase):
    """Hands everything that is printed to the page at once."""

    def __init__(self, emit):
        self.emit = emit
        self.written = 0

    def write(self, text):
        room = LONGEST_OUTPUT - self.written
        self.written += len(text)
        if len(text) > room:
            if room >= 0:
                self.emit(text[:room] + CUT)
            raise TooMuchOutput
        self.emit(text)
        return len(text)


def no_keyboard(prompt=""):
    raise NoKeyboard


chart = types.ModuleType("chart", "Draws a chart of a few numbers under the output.")
exec(
    '''
drawn = []


def bars(labels, values, title=""):
    """One bar for each label."""
    _draw("bar", labels, values, title)


def line(labels, values, title=""):
    """One point for each label, joined by a line."""
    _draw("line", labels, values, title)


def _draw(kind, labels, values, title):
    labels, values = [str(label) for label in labels], [float(value) for value in values]
    if len(labels) != len(values):
        raise ValueError(f"there are {len(labels)} labels and {len(values)} values")
    if not labels:
        raise ValueError("there is nothing to draw")
    for label, value in zip(labels, values):
        if value - value != 0:
            raise ValueError(f"{value} at {label!r} cannot be drawn")
    drawn.append({"kind": kind, "labels": labels, "values": values, "title": str(title)})
''',
    vars(chart),
)
sys.modules["chart"] = chart


def observe(request, emit):
    """Runs a script in a fresh folder and namespace, and evaluates expressions over its names.

    The request is JSON with `code`, `files` (texts by name) and `expressions`; so is the answer,
    with `error` or null, `values`, `used` (names of ast nodes), `idle` (an assertion that notices
    nothing, where no other does), `charts`, and `isSpent` where the script has done what cannot be
    undone.
    """
    request = json.loads(request)
    undo = restore
    lay_out(request["files"])
    drawn = chart.drawn
    namespace = {"__name__": "__main__", "__builtins__": builtins}
    sys.stdout = sys.stderr = Output(emit)
    builtins.input = no_keyboard
    try:
        error, charts, values, idle = run(request["code"], namespace), [], [], None
        drawn = drawn.copy()
        # Everything from here on is out of the script's reach.
        is_whole = undo()
        if error is None:
            error, charts = to_charts(drawn, request["code"])
        if error is None:
            os.chdir(FOLDER)
            sys.stdout = sys.stderr = io.StringIO()
            chart.drawn.extend(charts)
            values = [
                value_of(text, namespace, request["code"]) for text in request["expressions"]
            ]
            idle = idle_assertion(request["code"], namespace)
    finally:
        # An expression may have called a function of the script.
        is_whole = undo() and is_whole
    return json.dumps(
        {
            "error": error,
            "values": values,
            "used": used_in(request["code"]),
            "idle": idle,
            "charts": charts,
            "isSpent": not is_whole,
        }
    )


def to_charts(drawn, code):
    """What `chart.drawn` holds, if nothing but the module's functions has filled it."""
    if all(is_chart(item) for item in drawn):
        return None, list(drawn)
    message = "chart.drawn holds something that chart.bars() and chart.line() do not put there"
    return describe(ValueError(message), code), []


def is_chart(item):
    return (
        type(item) is dict
        and item.keys() == {"kind", "labels", "values", "title"}
        and item["kind"] in ("bar", "line")
        and type(item["title"]) is str
        and type(item["labels"]) is type(item["values"]) is list
        and len(item["labels"]) == len(item["values"]) > 0
        and all(type(label) is str for label in item["labels"])
        and all(type(value) is float and math.isfinite(value) for value in item["values"])
    )


def lay_out(files):
    os.chdir("/")
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    os.chdir(FOLDER)
    for name, text in files.items():
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def run(code, namespace):
    try:
        exec(compile(code, NAME, "exec"), namespace)
    except SystemExit as error:
        if error.code is not None and not isinstance(error.code, int):
            print(error.code, file=sys.stderr)
        return None
    except BaseException as error:
        return describe(error, code)
    return None


def describe(error, code):
    """What a page needs to explain an error; of the traceback, the learner's own lines."""
    lines = code.split("\n")
    if isinstance(error, SyntaxError) and error.filename == NAME:
        places = [error.lineno or 1]
    else:
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame.lineno for frame in frames if frame.filename == NAME]
    return {
        "type": type(error).__name__,
        "message": message_of(error)[:LONGEST_MESSAGE],
        "names": names_beside(error, code),
        "lines": shorten(
            [
                {"line": line, "text": lines[line - 1] if line <= len(lines) else "", "times": 1}
                for line in places
            ]
        ),
    }


def message_of(error):
    """What Python says of an error, with its own suggestion ("Did you mean: 'total'?")."""
    try:
        told = traceback.TracebackException.from_exception(error, limit=0, lookup_lines=False)
        if not isinstance(error, SyntaxError):
            return str(told)
        # Looks for a misspelled keyword.
        with contextlib.suppress(Exception):
            list(told.format_exception_only())
        return told.msg
    except Exception:
        return ""


def names_beside(error, code):
    """What there is instead of what was not found: the files of the folder, the keys of a dictionary."""
    try:
        if isinstance(error, FileNotFoundError):
            return sorted(os.listdir(FOLDER))
        return keys_of(error.__traceback__, code) if isinstance(error, KeyError) else []
    except Exception:
        return []


def keys_of(trace, code):
    """The keys of what stands before the bracket in the last step, as in `rows[0]["cost"]`."""
    step = traceback.extract_tb(trace)[-1]
    if step.filename != NAME:
        return []
    place = (step.lineno, step.colno, step.end_lineno, step.end_colno)
    frame = [frame for frame, _ in traceback.walk_tb(trace)][-1]
    known = {**frame.f_globals, **frame.f_locals}
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and place_of(node) == place:
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id not in known:
                owner = first_item(owner.id, tree)
            # Calling a function once more could do something.
            if any(isinstance(part, ast.Call) for part in ast.walk(owner)):
                return []
            expression = ast.fix_missing_locations(ast.Expression(owner))
            return names_in(eval(compile(expression, NAME, "eval"), known))
    return []


def first_item(name, tree):
    """For the name in a comprehension, which is gone after an error: the first item it stood for."""
    for node in ast.walk(tree):
        for part in getattr(node, "generators", []):
            if isinstance(part.target, ast.Name) and part.target.id == name:
                return ast.Subscript(part.iter, ast.Constant(0), ast.Load())
    raise NameError(name)


def place_of(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def names_in(space):
    return [name for name in list(space)[:MOST_NAMES] if type(name) is str and name[:1] != "_"]


def shorten(steps):
    """The steps of a traceback: those that repeat as one, and of many the first and the last."""
    short = []
    for step in steps:
        if short and short[-1]["line"] == step["line"]:
            short[-1]["times"] += 1
        else:
            short.append(step)
    if len(short) <= 2 * SHOWN_STEPS:
        return short
    left_out = sum(step["times"] for step in short[SHOWN_STEPS:-SHOWN_STEPS])
    last = short[-SHOWN_STEPS:]
    return [*short[:SHOWN_STEPS], {**last[0], "leftOut": left_out}, *last[1:]]


def value_of(expression, namespace, code):
    # Checks ask for `chart` by this name, however the script has imported it; and what they call
    # by a name of Python's is Python's, whatever a script has given that name.
    own = {"chart": chart, **namespace}
    for node in ast.walk(ast.parse(expression)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            own.update({name: vars(builtins)[name]} if name in vars(builtins) else {})
    try:
        return {"value": plain(eval(expression, own), [MOST_ITEMS])}
    except BaseException as error:
        failed = describe(error, code)
        if isinstance(error, NameError) and not failed["lines"]:
            return {"missing": error.name, "names": names_in(namespace)}
        return {"failed": failed}


class TooManyItems(Exception):
    pass


def plain(value, room):
    """A value as JSON can say it: what looks the same to a beginner becomes the same.

    `room` holds how many more items may come.
    """
    if isinstance(value, (Decimal, Fraction)):
        value = float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return {TOLD: repr(value)}
    if isinstance(value, int) and abs(value) > LARGEST_EXACT:
        digits = int(value.bit_length() * math.log10(2)) + 1
        text = str(value) if digits < 1_000 else f"a whole number of about {digits:,} digits"
        return {TOLD: text}
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (dict, list, tuple, set, frozenset)):
        room[0] -= len(value)
        if room[0] < 0:
            raise TooManyItems(f"with {len(value):,} items it is too long to be compared")
    if isinstance(value, dict):
        return {str(key): plain(item, room) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item, room) for item in value), key=repr)
    if isinstance(value, (list, tuple)):
        return [plain(item, room) for item in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return {TOLD: repr(value)}


def used_in(code):
    try:
        return sorted({type(node).__name__ for node in ast.walk(ast.parse(code))})
    except SyntaxError:
        return []


def idle_assertion(code, namespace):
    """The first assertion of a script, if none would notice that a value is a little off."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Assert)]
    if not nodes or any(notices(node.test, namespace) for node in nodes):
        return None
    node = nodes[0]
    text = code.split("\n")[node.lineno - 1]
    return {"line": node.lineno, "text": text, "isPair": isinstance(node.test, ast.Tuple)}


def notices(test, namespace):
    if isinstance(test, (ast.Constant, ast.Tuple)):
        return False
    condition = compile(ast.Expression(test), "<assertion>", "eval")
    for name in names_in(namespace):
        value = namespace[name]
        try:
            for other in neighbors(value):
                namespace[name] = other
                if not eval(condition, namespace):
                    return True
        except NameError:
            # It stands in a function and asks about names there, which are gone.
            return True
        except Exception:
            pass
        finally:
            namespace[name] = value
    return False


def neighbors(value):
    """Values that differ a little."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, (int, float, Decimal, Fraction)):
        return [value + 1, value - 1]
    if isinstance(value, str):
        return [value + "?"]
    if isinstance(value, (list, tuple)):
        return [value[:-1], value + value[:1]]
    if isinstance(value, (set, frozenset)):
        return [value - {next(iter(value), None)}, value | {"?"}]
    if isinstance(value, dict):
        return [
            {**value, key: other} for key in list(value)[:1] for other in neighbors(value[key])
        ] + [{}]
    return []


snapshot(globals())
