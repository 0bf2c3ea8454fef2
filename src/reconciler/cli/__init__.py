"""The command line: the window, and the same work without one.

Exit codes: 0 done, 1 the input is at fault, 2 wrong usage, 70 a fault of ours, 130 stopped with
Ctrl-C or from outside, 141 whoever read our output went away. Nothing but results goes to standard
output; what is wrong is said on standard error, one line each.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import click

from reconciler import __version__
from reconciler.cli.faults import InputFaults, report_fault
from reconciler.cli.sentences import problem_sentence
from reconciler.errors import UserError
from reconciler.export.plain import one_line

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
INPUT_FAULT, USAGE, OUR_FAULT, INTERRUPTED, PIPE_CLOSED = 1, 2, 70, 130, 141

_FILE = click.Path(path_type=Path)
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="The language of a report's own words; the articles stay as they are.",
)


class _Program(click.Group):
    """A group that opens the window for arguments which name no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and (args[0] == "--" or args[0][:1] != "-")):
            args = ["window", *args]
        return super().parse_args(ctx, args)


def _self_check(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from reconciler.cli.self_checking import self_check

    ctx.exit(self_check())


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="[FILE]... | COMMAND ...",
)
@click.version_option(__version__, "-V", "--version", prog_name="reconciler", message="%(prog)s %(version)s")
@click.option(
    "--self-check",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_self_check,
    help="Try everything once in a throw-away folder, print what was found as one line of JSON, and exit.",
)
def program() -> None:
    """Compare several articles on one event, statement by statement.

    With files, or with nothing, the window opens: on a case file (NAME.reconciler), or on articles
    as a new case. A file that is called like a command is named with its folder: ./compare
    """


@program.command(hidden=True)
@click.argument("files", nargs=-1, type=_FILE)
def window(files: tuple[Path, ...]) -> int:
    """Open the window on a case file or on articles."""
    from reconciler.cli.display import why_no_window

    reason = why_no_window()
    if reason is not None:
        return _without_window(files, reason)
    for number in _ENDING:
        signal.signal(number, signal.SIG_DFL)  # all is on disk, and nothing temporary lies about
    gc.disable()  # the window collects by itself, once it is up (`gui.collecting`)
    try:
        from reconciler.gui.unread import leave_sources_unread

        leave_sources_unread()
        from reconciler.gui.app import run
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise
        return _without_window(files, f"a system library is missing ({error})")
    return run(files)


def _without_window(files: Sequence[Path], reason: str) -> int:
    """Say that there will be no window, and print the comparison instead."""
    from reconciler.case import SUFFIX
    from reconciler.cli.comparing import compared, opened
    from reconciler.cli.output import Form, write

    if not files:
        click.echo(f"No window: {reason}. Without one, name articles: reconciler compare FILE FILE", err=True)
        return INPUT_FAULT
    click.echo(f"No window: {reason}. Comparing here instead.", err=True)
    cases = [file for file in files if file.suffix == SUFFIX]
    with opened(cases[0]) if cases else compared(files) as case:
        write(case, Form.TABLE, None)
    return 0


@program.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...", type=_FILE)
@click.option(
    "--case",
    "case_path",
    metavar="OUT.reconciler",
    type=_FILE,
    help="Keep the case in a file, to open it in the window.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    default="table",
    show_default=True,
    help="For people, for programs, for a spreadsheet, or as a report.",
)
@click.option("--output", metavar="PATH", type=_FILE, help="Write to a file instead of the terminal.")
@click.option("--published", metavar="DATE", help="The date of articles that have none, like 2023-06-04.")
@click.option(
    "--pipeline",
    "pipelines",
    metavar="NAME",
    multiple=True,
    help="A trained spaCy pipeline to tell names by, installed or in a folder; one for each language.",
)
@_LANGUAGE
def compare(
    files: tuple[Path, ...],
    case_path: Path | None,
    *,
    form: str,
    output: Path | None,
    published: str | None,
    pipelines: tuple[str, ...],
    language: str,
) -> int:
    """Line up the statements of two or more articles, without a window."""
    from reconciler.cli.comparing import compared
    from reconciler.cli.output import Form, write
    from reconciler.cli.telling import progress_told

    _require_usage(files, case_path, output)
    with ExitStack() as stack:
        with progress_told() as tell:
            case = stack.enter_context(compared(files, case_path, _date(published), pipelines, tell))
        write(case, Form(form), output, language)
    return 0


def _require_usage(files: Sequence[Path], case_path: Path | None, output: Path | None) -> None:
    from reconciler.case import SUFFIX

    if len(files) < 2:
        raise click.UsageError("A comparison needs two articles or more.")
    if case_path is not None and case_path.suffix != SUFFIX:
        raise click.BadParameter(f"the name of a case file ends in {SUFFIX}", param_hint="--case")
    parts = {os.path.realpath(path) for path in (*files, case_path) if path}
    if output is not None and os.path.realpath(output) in parts:
        raise click.BadParameter("this file is part of the comparison itself", param_hint="--output")


def _date(published: str | None) -> str | None:
    from reconciler.reading import normalise_date

    if published is None:
        return None
    try:
        return normalise_date(published)
    except UserError as error:
        raise click.BadParameter(problem_sentence(error), param_hint="--published") from error


@program.command()
@click.argument("case_path", metavar="CASE", type=_FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "pdf", "docx", "xlsx", "csv", "json", "jsonld"]),
    required=True,
    help="A report, a workbook, a table of the matches, the whole case, or Web Annotations.",
)
@click.option("--output", metavar="PATH", type=_FILE, required=True, help="The file to write.")
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@_LANGUAGE
def export(case_path: Path, form: str, output: Path, language: str, *, replace: bool) -> int:
    """Write a case file as a report or as tables, to hand it over."""
    from reconciler.cli.exporting import NoPdfError, is_same_file
    from reconciler.cli.exporting import export as write_export
    from reconciler.export.values import Form

    if is_same_file(case_path, output):
        raise click.BadParameter("this is the case file itself", param_hint="--output")
    try:
        write_export(case_path, Form(form), output, language, replace=replace)
    except NoPdfError as error:
        told = f"no PDF: a system library is missing ({one_line(str(error))}); --format docx does without"
        click.echo(f"reconciler: {told}", err=True)
        return INPUT_FAULT
    return 0


@program.command(name="import")
@click.argument("document", metavar="FILE.json", type=_FILE)
@click.option(
    "--case",
    "case_path",
    metavar="OUT.reconciler",
    type=_FILE,
    required=True,
    help="The case file to make; one that exists is refused.",
)
def import_case(document: Path, case_path: Path) -> int:
    """Make a case of what export --format json wrote: the same sources, matches and verdicts."""
    from reconciler.case import SUFFIX
    from reconciler.cli.importing import import_document
    from reconciler.cli.output import say

    if case_path.suffix != SUFFIX:
        raise click.BadParameter(f"the name of a case file ends in {SUFFIX}", param_hint="--case")
    say(import_document(document, case_path))
    return 0


@program.command()
@click.argument("case_path", metavar="CASE", type=_FILE)
@click.argument("other", metavar="OTHER", type=_FILE)
@click.option(
    "--output",
    metavar="OUT.reconciler",
    type=_FILE,
    help="Write the result to a new case file, and leave CASE as it is.",
)
def merge(case_path: Path, other: Path, output: Path | None) -> int:
    """Bring a colleague's decisions on the same articles into a case; where both disagree is to settle."""
    from reconciler.case import SUFFIX
    from reconciler.cli.exporting import is_same_file
    from reconciler.cli.merging import merge as bring_in
    from reconciler.cli.merging import result_lines
    from reconciler.cli.output import say

    if is_same_file(case_path, other):
        raise click.BadParameter("this is the case file itself", param_hint="OTHER")
    if output is not None and output.suffix != SUFFIX:
        raise click.BadParameter(f"the name of a case file ends in {SUFFIX}", param_hint="--output")
    for line in result_lines(*bring_in(case_path, other, output)):
        say(line)
    return 0


@program.command()
@click.argument("case_path", metavar="CASE", type=_FILE)
def check(case_path: Path) -> int:
    """Look a case file over: exit 1 with what is wrong, or say that it is sound."""
    from reconciler.case import check as look_over
    from reconciler.cli.checking import finding_sentence
    from reconciler.cli.output import say

    findings = look_over(case_path)
    for finding in findings:
        click.echo(f"reconciler: {one_line(str(case_path))}: {finding_sentence(finding)}", err=True)
    if findings:
        return INPUT_FAULT
    say(f"{one_line(str(case_path))}: sound")
    return 0


@program.command()
@click.argument("case_path", metavar="FILE", type=_FILE)
@click.option("--output", metavar="NEW.reconciler", type=_FILE, required=True, help="The new case file.")
def recover(case_path: Path, output: Path) -> int:
    """Write what can be read of a damaged case file into a new one."""
    from reconciler.case import SUFFIX
    from reconciler.case import recover as write_recovered
    from reconciler.cli.checking import recovered_sentence
    from reconciler.cli.output import say

    if output.suffix != SUFFIX:
        raise click.BadParameter(f"the name of a case file ends in {SUFFIX}", param_hint="--output")
    say(f"{one_line(str(output))}: {recovered_sentence(write_recovered(case_path, output))}")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; nothing is raised."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a test's or a GUI's stream may not have it
    with _ended_in_order():
        code = _run(arguments)
    _leave_quietly()
    return code


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let whoever ends the program from outside leave nothing temporary behind, as Ctrl-C does."""

    def end(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in _ENDING if _is_ours(number)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_ours(number: signal.Signals) -> bool:
    alone = threading.current_thread() is threading.main_thread()
    return alone and signal.getsignal(number) is signal.SIG_DFL


def _run(arguments: Sequence[str] | None) -> int:
    try:
        return int(program.main(arguments, prog_name="reconciler", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except (InputFaults, UserError) as error:
        return _tell(error)
    except SystemExit:
        # What click makes of a closed pipe; it has no other use for it here.
        return PIPE_CLOSED
    except Exception as error:  # the outermost frame: whatever it is, the user gets a sentence
        click.echo(report_fault(error), err=True)
        return OUR_FAULT


def _tell(fault: InputFaults | UserError) -> int:
    for error in fault.errors if isinstance(fault, InputFaults) else (fault,):
        click.echo(f"reconciler: {problem_sentence(error)}", err=True)
    return INPUT_FAULT


def _leave_quietly() -> None:
    """Keep the interpreter from trying a pipe that closed, or a full disk, once more on its way out."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
