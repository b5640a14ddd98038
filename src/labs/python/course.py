"""What the lab does around a learner's script: files, output, errors, and what is asked of it."""

import ast
import builtins
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


class TooMuchOutput(Exception):
    pass


class NoKeyboard(Exception):
    pass


class Output(io.TextIOBase):
    """Hands everything that is printed to the page at once."""

    def __init__(self, emit):
        self.emit = emit
        self.written = 0

    def write(self, text):
        self.written += len(text)
        if self.written > LONGEST_OUTPUT:
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
    drawn.append({"kind": kind, "labels": labels, "values": values, "title": str(title)})
''',
    vars(chart),
)
sys.modules["chart"] = chart


def observe(request, emit):
    """Runs a script in a fresh folder and namespace, and evaluates expressions over its names.

    The request is JSON with `code`, `files` (texts by name) and `expressions`; so is the answer,
    with `error` or null, `values`, `used` (names of ast nodes) and `charts`.
    """
    request = json.loads(request)
    lay_out(request["files"])
    chart.drawn.clear()
    before = set(sys.modules)
    stdout, keyboard = sys.stdout, builtins.input
    sys.stdout, builtins.input = Output(emit), no_keyboard
    namespace = {"__name__": "__main__", "__builtins__": builtins}
    try:
        error = run(request["code"], namespace)
        sys.stdout = io.StringIO()
        values = [] if error else [value_of(text, namespace) for text in request["expressions"]]
    finally:
        sys.stdout, builtins.input = stdout, keyboard
        for name in set(sys.modules) - before:
            del sys.modules[name]
    return json.dumps(
        {"error": error, "values": values, "used": used_in(request["code"]), "charts": chart.drawn}
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
    except SystemExit:
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
        "message": error.msg if isinstance(error, SyntaxError) else str(error),
        "lines": [
            {"line": line, "text": lines[line - 1] if line <= len(lines) else ""}
            for line in places
        ],
    }


def value_of(expression, namespace):
    try:
        # Checks ask for `chart` by this name, however the script has imported it.
        return {"value": plain(eval(expression, {"chart": chart, **namespace}))}
    except NameError as error:
        return {"missing": error.name}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def plain(value):
    """A value as JSON can say it: what looks the same to a beginner becomes the same."""
    if isinstance(value, (Decimal, Fraction)):
        value = float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return repr(value)


def used_in(code):
    try:
        return sorted({type(node).__name__ for node in ast.walk(ast.parse(code))})
    except SyntaxError:
        return []
