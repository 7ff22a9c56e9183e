"""Run by `test_modules.py` in a process of its own: import every module and tell what that did.

Prints one line for each thing that a module of this project did while it was imported: a file written or
read, a database, a socket, a process, a thread.  What third parties do when imported is their business.
"""

import importlib
import sys
from pathlib import Path
from types import FrameType

WATCHED = (
    "open",
    "os.mkdir",
    "os.rename",
    "sqlite3.connect",
    "socket.connect",
    "subprocess.Popen",
    "_thread.start_new_thread",
)


def importer(frame: FrameType | None) -> str | None:
    """Return the first file outside the import system that led here."""
    while frame is not None:
        name = frame.f_code.co_filename
        if not name.startswith("<frozen importlib") and name != __file__:
            return name
        frame = frame.f_back
    return None


def watch(folders: tuple[str, ...]) -> None:
    """Print what code in *folders* does from now on."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in WATCHED:
            return
        source = importer(sys._getframe(1))
        # What the import system opens itself is a module being imported.
        if source and source.startswith(folders) and not _is_an_import(sys._getframe(1)):
            print(f"{source}: {event} {arguments[:1]}")

    sys.addaudithook(hook)


def _is_an_import(frame: FrameType | None) -> bool:
    return frame is not None and frame.f_code.co_filename.startswith("<frozen importlib")


if __name__ == "__main__":
    modules = sys.argv[1:]
    packages = sorted({module.partition(".")[0] for module in modules})
    watch(tuple(f"{Path.cwd()}/{package}/" for package in packages))
    for module in modules:
        importlib.import_module(module)
