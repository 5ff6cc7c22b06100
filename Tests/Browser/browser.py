"""Headless Chromium with one page, driven through its own pipe: nothing beside Python and the browser is needed."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]


class Browser:
    """A page that is clicked with the mouse and typed into, as a person would, and asked what it shows."""

    def __init__(self, url, limit=60):
        program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
        if not program:
            raise SystemExit("no browser: scripts/requirements browser installs one")
        self.limit = limit
        self.profile = tempfile.mkdtemp()
        self.number = 0
        self.buffer = b""
        self.complaints = []
        self.requests = []
        to_browser, self.writer = os.pipe()
        self.reader, from_browser = os.pipe()

        def as_three_and_four():
            # Out of the way first: either may be where the other has to go.
            high = [os.dup2(to_browser, 60), os.dup2(from_browser, 61)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        arguments = [program, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.profile}",
                     "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900"]
        if os.geteuid() == 0:
            # Chromium refuses to build its sandbox as root.
            arguments.append("--no-sandbox")
        self.process = subprocess.Popen(
            arguments, preexec_fn=as_three_and_four, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=url)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + self.limit
        while True:
            answer = self.receive(end, method)
            self.note(answer)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def receive(self, end, method):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reader], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"{method}: no answer from the browser in {self.limit} s")
            data = os.read(self.reader, 1 << 16)
            if not data:
                raise SystemExit(f"{method}: the browser ended")
            self.buffer += data
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def note(self, event):
        """Keeps what a page must not do: fail, complain, ask for something from elsewhere."""
        method, what = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = what["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded" and what["entry"]["level"] == "error":
            self.complaints.append(what["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])

    def value(self, expression):
        """What an expression of JavaScript is."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(f"{expression}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    def wait(self, expression):
        end = time.monotonic() + self.limit
        while not self.value(expression):
            if time.monotonic() > end:
                raise SystemExit(f"not so after {self.limit} s: {expression}")
            time.sleep(0.05)

    def place(self, selector):
        """The middle of an element, scrolled into view; nothing may cover it."""
        spot = self.value(f"""(() => {{
            const e = document.querySelector({json.dumps(selector)});
            if (!e) return null;
            e.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const r = e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
            const top = document.elementFromPoint(x, y);
            return {{ x, y, isFree: r.width > 0 && !!top && (e.contains(top) || top.contains(e)) }};
        }})()""")
        if not spot or not spot["isFree"]:
            raise SystemExit(f"{selector}: {'covered or without size' if spot else 'not on the page'}")
        return spot["x"], spot["y"]

    def mouse(self, kind, x, y, buttons=1):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=buttons, clickCount=1)

    def click(self, selector):
        x, y = self.place(selector)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y, buttons=0)

    def drag(self, selector, by_x, by_y):
        x, y = self.place(selector)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseMoved", x + by_x, y + by_y)
        self.mouse("mouseReleased", x + by_x, y + by_y, buttons=0)

    def key(self, name, code):
        for kind in ["rawKeyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code)

    def type(self, selector, text):
        self.click(selector)
        self.call("Input.insertText", text=text)
