"""Undoes what a script has done to the interpreter: the next one, and the checks, meet it as it was."""

import builtins
import decimal
import os
import shutil
import sys
import types

# What connects Python with the page keeps state of its own, which must go on.
CONNECTION = ("pyodide", "_pyodide", "js", "asyncio", "_asyncio")
# Loaded with the interpreter, but with state in objects: each script loads a copy of its own.
OWN_COPY = ("logging", "random")
# Folders in which a script may have left something.
WRITABLE = ("/tmp", "/home")
IMMUTABLE_TYPE = 1 << 8


def snapshot(own):
    """Notes the interpreter's state, with the namespace `own` of the lab.

    Puts `restore` there, a function that restores the state and says whether that was possible.
    """
    for name in [name for name in sys.modules if name.split(".")[0] in OWN_COPY]:
        del sys.modules[name]
    def restore():
        # Methods of dictionaries need no name that a script can have changed.
        for space, values in saved:
            space.clear()
            space.update(values)
        try:
            for value, copy in contents:
                if value != copy:
                    value.clear()
                    (value.extend if isinstance(value, list) else value.update)(copy)
            for kind, values in classes:
                restore_class(kind, values)
            os.environ.clear()
            os.environ.update(environment)
            decimal.setcontext(context.copy())
            sys.setrecursionlimit(limits[0])
            sys.set_int_max_str_digits(limits[1])
            sys.settrace(None)
            sys.setprofile(None)
            os.chdir("/")
            for folder in WRITABLE:
                empty(folder)
            return os.stat(stdlib).st_size == size
        except Exception:
            return False

    own["restore"] = restore
    modules = [
        module
        for name, module in sys.modules.items()
        if isinstance(module, types.ModuleType) and name.split(".")[0] not in CONNECTION
    ]
    spaces = [own, vars(builtins), *(vars(module) for module in modules)]
    saved = [(space, dict(space)) for space in spaces]
    contents = [
        (value, value.copy())
        for space in spaces
        for name, value in space.items()
        if type(value) in (list, dict, set) and not name.startswith("__")
    ]
    classes = [
        (value, dict(vars(value)))
        for value in {
            id(value): value
            for space in spaces
            for value in space.values()
            if isinstance(value, type) and not value.__flags__ & IMMUTABLE_TYPE
        }.values()
    ]
    environment = dict(os.environ)
    context = decimal.getcontext().copy()
    limits = sys.getrecursionlimit(), sys.get_int_max_str_digits()
    stdlib = next(path for path in sys.path if path.endswith(".zip"))
    size = os.stat(stdlib).st_size


def restore_class(kind, values):
    now = vars(kind)
    for name in [name for name in now if name not in values]:
        delattr(kind, name)
    for name, value in values.items():
        if name not in now or now[name] is not value:
            setattr(kind, name, value)


def empty(folder):
    for path, folders, files in os.walk(folder, topdown=False):
        for name in files:
            os.remove(os.path.join(path, name))
        if path not in (folder, "/home/pyodide", "/home/web_user"):
            shutil.rmtree(path, ignore_errors=True)
