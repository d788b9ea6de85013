"""What the explorer costs the browser: `python -m tests.benchmarks.explorer_speed [ENTRIES]`.

Makes news of so many entries (`tests.benchmarks.news`, 10,000 when left out), serves them, opens the
timeline in Chromium and prints, in milliseconds, the median of several loads and the mean of many frames:

    drawn     from the end of the HTML to the first marks
    load      CPU of the page's main thread until then
    pan       CPU per frame while the view moves
    zoom      CPU per frame while it zooms
    window    from a jump in time until the marks of that time are drawn

CPU is the thread time that Chromium's own meter of tasks tells (`Performance.getMetrics`), so that other
work on the machine counts little; `drawn` and `window` are clock time. Compare figures of one run only.
"""

import sys
import tempfile
import threading
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from kb.base import KnowledgeBase
from tests.benchmarks.news import main as write_news
from tests.browsing import CHROMIUM, DESKTOP, FLAGS
from web import create_app
from web.serving import listen

LOADS, FRAMES = 5, 60
MARKS = ".plot .mark"
SINCE_HTML = """() => new Promise((done) => {
  const look = () => document.querySelector(".plot .mark")
    ? done(performance.now() - performance.getEntriesByType("navigation")[0].responseEnd)
    : requestAnimationFrame(look);
  look();
})"""
BY_KEYS = """async ([key, shiftKey, frames]) => {
  for (let frame = 0; frame < frames; frame += 1) {
    const target = document.querySelector(".plot .mark[tabindex='0']") ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}"""
BY_DRAGGING = """async (frames) => {
  const plot = document.querySelector(".plot");
  const send = (type, x) => plot.dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: 400, button: 0, buttons: 1, pointerId: 1, bubbles: true }));
  plot.setPointerCapture = () => {};
  send("pointerdown", 900);
  for (let frame = 1; frame <= frames; frame += 1) {
    send("pointermove", 900 - 4 * frame);
    await new Promise(requestAnimationFrame);
  }
  send("pointerup", 900 - 4 * frames);
}"""


def main(entries: int) -> None:
    """Print the figures of a site over so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        write_news(entries, Path(folder) / "news.nq")
        KnowledgeBase.load(Path(folder) / "news.nq", Path(folder) / "kb")
        with KnowledgeBase.open(Path(folder) / "kb") as base:
            measure(base)


def measure(base: KnowledgeBase) -> None:
    """Serve a knowledge base, open its timeline and print what that costs."""
    server = listen(create_app(base), port=0)
    threading.Thread(target=server.run, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        report(browser, f"http://127.0.0.1:{server.effective_port}/timeline")
        browser.close()
    server.close()


def report(browser: Any, address: str) -> None:
    """Print every figure in a line of its own."""
    loads = [load(browser, address) for _ in range(LOADS)]
    print(f"drawn   {median(drawn for drawn, _ in loads):7.1f}")
    print(f"load    {median(used for _, used in loads):7.1f}")
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address)
    page.wait_for_selector(MARKS)
    print(f"pan     {per_frame(page, BY_DRAGGING, FRAMES):7.2f}   ({page.locator(MARKS).count()} marks)")
    print(f"zoom    {per_frame(page, BY_KEYS, ['+', False, 20], 20):7.2f}")
    print(f"window  {jump(page):7.1f}")


def load(browser: Any, address: str) -> tuple[float, float]:
    """Milliseconds until the first marks stand, and of CPU until then, in a fresh page."""
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="commit")
    drawn = float(page.evaluate(SINCE_HTML))
    used = cpu(session)
    context.close()
    return drawn, used


def per_frame(page: Any, script: str, given: Any, frames: int = FRAMES) -> float:
    """Milliseconds of CPU a frame while a script moves the view."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = cpu(session)
    page.evaluate(script, given)
    return (cpu(session) - before) / frames


def cpu(session: Any) -> float:
    """Milliseconds the tasks of the page have taken so far."""
    told = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in told if one["name"] == "TaskDuration")


def jump(page: Any) -> float:
    """Milliseconds from the key that shows the whole time until its window has been answered and drawn."""
    begun = page.evaluate("performance.now()")
    with page.expect_response("**/api/timeline*"):
        page.keyboard.press("0")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return float(page.evaluate("performance.now()")) - float(begun)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
