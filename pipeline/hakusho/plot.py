"""The charts of a report, one by one, for a notebook: each shows itself, and gives its SVG, PNG and data."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hakusho.report.charts import Figure, world_map
from hakusho.report.charts import network as network_of
from hakusho.report.data import RunData
from hakusho.report.figures import dates_told, documents_told, numeric_codes, png
from hakusho.report.figures import most_named as most_named_of
from hakusho.report.site import texts

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Chart", "mentions_by_year", "most_named", "network", "timeline", "world"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. A notebook shows it; `svg` is the drawing as text, the same for the same data."""

    figure: Figure

    @property
    def svg(self) -> str:
        return self.figure.svg

    def _repr_svg_(self) -> str:
        return self.figure.svg

    def png(self) -> bytes:
        """Return the drawing as PNG, twice its size; its Japanese letters are of a font of this machine."""
        return png(self.figure.svg)

    def frame(self) -> "pd.DataFrame":
        """Return the data that the chart shows."""
        import pandas as pd

        return pd.DataFrame(self.figure.rows, columns=list(self.figure.columns))


def timeline(run: str | Path, language: str = "ja") -> Chart:
    """Return how often the texts of a finished run name each year, with the events dated in it.

    `language` is that of the legend, ja or en. Raises OutputError where the folder holds no finished run; so do the
    other charts.
    """
    return Chart(dates_told(_data(run), texts()[language]))


def mentions_by_year(run: str | Path, language: str = "ja") -> Chart:
    """Return how many mentions of each label the documents of each year of publication hold."""
    return Chart(documents_told(_data(run), texts()[language]))


def world(run: str | Path, language: str = "ja") -> Chart:
    """Return a map of the countries that a run names."""
    return Chart(world_map("map", texts()[language], _data(run).countries, numeric_codes()))


def most_named(run: str | Path, language: str = "ja", most: int = 20) -> Chart:
    """Return the bodies that a run names most often."""
    return Chart(most_named_of(texts()[language], _data(run).organisations[:most]))


def network(run: str | Path, language: str = "ja") -> Chart:
    """Return who is named with whom in one sentence: the most connected bodies and countries."""
    return Chart(network_of("network", texts()[language], _data(run)))


def _data(run: str | Path) -> RunData:
    return RunData(Path(run))
