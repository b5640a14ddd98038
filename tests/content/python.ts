import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';

const setup = `
import ast, contextlib, importlib, io, os, runpy, shutil, sys, types

FOLDER = '/course'
DEFINING = (ast.AnnAssign, ast.Assign, ast.AsyncFunctionDef, ast.ClassDef, ast.FunctionDef, ast.Import, ast.ImportFrom)
os.makedirs(FOLDER)
sys.path.insert(0, FOLDER)
os.chdir(FOLDER)

def write(name, code):
    with open(name, 'w') as file:
        file.write(code)

def empty():
    os.chdir('/')
    shutil.rmtree(FOLDER)
    os.makedirs(FOLDER)
    os.chdir(FOLDER)
    importlib.invalidate_caches()

def run(name):
    """Run a script as a new process would: what it imports or patches is gone afterwards."""
    modules = [module for module in sys.modules.values() if isinstance(module, types.ModuleType)]
    before = set(sys.modules), [(module, dict(vars(module))) for module in modules]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(name, run_name='__main__')
    finally:
        for name in set(sys.modules) - before[0]:
            del sys.modules[name]
        for module, values in before[1]:
            vars(module).update(values)
    return printed.getvalue()

def only_defines(code):
    return all(
        isinstance(node, DEFINING)
        or isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for node in ast.parse(code).body
    )

def check_syntax(code):
    compile(code, '<item>', 'exec')
`;

export interface Python {
  /** Removes every file that was written. */
  empty: () => void;
  write: (name: string, code: string) => void;
  /** Runs a file that was written, and returns what it prints. */
  run: (name: string) => string;
  /** Whether the code holds nothing but imports, assignments and definitions. */
  onlyDefines: (code: string) => boolean;
  /** Throws where the code is no Python. */
  checkSyntax: (code: string) => void;
}

/** Starts Python with an empty folder and the standard library only, as in a reader's browser. */
export async function startPython(): Promise<Python> {
  const pyodide = await loadPyodide();
  // Brings the module `chart`, as in the lab.
  const course = ['guard', 'course']
    .map((name) => readFileSync(`src/labs/python/${name}.py`, 'utf8'))
    .join('');
  pyodide.runPython(course, { globals: pyodide.toPy({}) as PyProxy });
  pyodide.runPython(setup);
  const get = <Key extends keyof Python>(name: string) => pyodide.globals.get(name) as Python[Key];
  return {
    empty: get<'empty'>('empty'),
    write: get<'write'>('write'),
    run: get<'run'>('run'),
    onlyDefines: get<'onlyDefines'>('only_defines'),
    checkSyntax: get<'checkSyntax'>('check_syntax'),
  };
}
