"""What `--fail-under` asks of an evaluation."""

from typing import Any

from hakusho.errors import UsageError
from hakusho.evaluate.evaluation import score


def demand(text: str) -> tuple[str, float]:
    """Return the figure that `--fail-under` names, and the least it may be. Raises UsageError for other text."""
    name, _, least = text.rpartition("=")
    try:
        value = float(least)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise UsageError(f"--fail-under {text}: {least!r} is no figure from 0 to 1. Write 0.95, or resolved=0.95.")
    return name or "strict", value


def missed(content: dict[str, Any], name: str, least: float) -> str:
    """Return a line where a figure of `evaluation.json` is below what it must be; empty where it is not."""
    try:
        figure = score(content, name)
    except KeyError:
        raise UsageError(f"--fail-under {name}: this evaluation has no such figure.") from None
    if figure is not None and figure >= least:
        return ""
    return f"{name} F1 is {'undefined' if figure is None else f'{figure:.4f}'}, under {least}"
