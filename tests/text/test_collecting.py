import gc

import pytest

from hakusho.flow import analyse
from hakusho.text.collecting import collector_paused


def test_the_collector_is_paused_and_goes_on_after_an_error():
    with pytest.raises(ValueError, match="not"), collector_paused():
        int("not a number" if not gc.isenabled() else "1")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_analysis_leaves_no_more_cycles_the_longer_its_text_is():
    text = "総務省は2012年4月1日、米国と協議した。\n"
    left = []
    for times in (1, 200):
        gc.collect()
        analysis = analyse(text * times)
        assert gc.isenabled()
        del analysis
        left.append(gc.collect())
    assert left[1] <= left[0] + 100
