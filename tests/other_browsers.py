"""Drive the installed Firefox and WebKitGTK, which Playwright cannot drive.

Each speaks a protocol of its own: Firefox WebDriver BiDi, over a socket that it opens
itself, WebKitGTK WebDriver, through its own driver and on a screen that nobody sees.
"""

import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from urllib.request import Request, urlopen

import websocket

MINI = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), Path("MiniBrowser"))
# where a pointer meets the first element that is seen, once it stands still and
# nothing covers it
PLACE = """(async () => {
    let old = "", why = "it is not seen";
    for (let n = 0; n < 40; n++) {
        const e = [...document.querySelectorAll(SELECTOR)]
            .find(e => e.getClientRects().length);
        e?.scrollIntoView({block: "center", behavior: "instant"});
        const box = e?.getBoundingClientRect() ?? new DOMRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
        const top = document.elementFromPoint(x, y);
        if (e?.contains(top) && `${x} ${y}` === old) return [x, y];
        if (e) why = `covered by ${top?.outerHTML.slice(0, 200)}`;
        old = `${x} ${y}`;
        await new Promise(go => setTimeout(go, 60));
    }
    return why;
})()"""


class Browser:
    """What both browsers do; each has `send`, `size`, `open`, `run` and `act`."""

    def click(self, selector):
        place = self.run(PLACE.replace("SELECTOR", json.dumps(selector)))
        assert isinstance(place, list), f"no pointer reaches {selector}: {place}"
        move = {"type": "pointerMove", "x": place[0], "y": place[1]}
        taps = [{"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")]
        self.act({"type": "pointer", "id": "mouse", "actions": [move, *taps]})

    def press(self, key):
        taps = [{"type": f"key{way}", "value": key} for way in ("Down", "Up")]
        self.act({"type": "key", "id": "keys", "actions": taps})

    def until(self, script, seconds=5):
        end = time.monotonic() + seconds
        while not (answer := self.run(script)) and time.monotonic() < end:
            time.sleep(0.05)
        return answer


class Firefox(Browser):
    programs = (shutil.which("firefox-esr") or "firefox",)  # as Debian and Ubuntu say

    def __init__(self, folder):
        command = [*self.programs, "--headless", "--remote-debugging-port=0"]
        command += ["--no-remote", "--profile", folder]
        (folder / "user.js").write_text(
            # those that Firefox sets for a test would open files to each other
            'user_pref("remote.prefs.recommended", false);'
            # a page that was fetched ahead would not be the one that a test breaks
            'user_pref("network.prefetch-next", false);'
        )
        with open(folder / "log", "w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        port = folder / "WebDriverBiDiServer.json"
        for _ in range(600):
            time.sleep(0.1)
            if port.exists() and port.read_text().strip():
                break
        port = json.loads(port.read_text())["ws_port"]
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/session", suppress_origin=True, timeout=20
        )
        self.send("session.new", capabilities={})
        tabs = self.send("browsingContext.getTree")["contexts"]
        self.tab = tabs[0]["context"]

    def send(self, method, **values):
        self.socket.send(json.dumps({"id": 1, "method": method, "params": values}))
        answer = json.loads(self.socket.recv())
        assert answer["type"] == "success", answer
        return answer["result"]

    def size(self, width):
        screen = {"width": width, "height": 800}
        self.send("browsingContext.setViewport", context=self.tab, viewport=screen)

    def open(self, address):
        values = {"context": self.tab, "url": address, "wait": "complete"}
        self.send("browsingContext.navigate", **values)

    def run(self, script):
        script = f"(async () => JSON.stringify((await {script}) ?? null))()"
        values = {"target": {"context": self.tab}, "awaitPromise": True}
        answer = self.send("script.evaluate", expression=script, **values)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def act(self, source):
        self.send("input.performActions", context=self.tab, actions=[source])

    def close(self):
        self.send("browser.close")
        self.process.wait(20)


class WebKit(Browser):
    programs = ("WebKitWebDriver", "Xvfb", MINI)

    def __init__(self, folder):
        ear, mouth = os.pipe()
        screen = ["Xvfb", "-displayfd", str(mouth), "-screen", "0", "1400x1000x24"]
        with open(folder / "log", "w") as log, socket.socket() as free:
            self.screen = subprocess.Popen(screen, pass_fds=[mouth], stderr=log)
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        display = os.read(ear, 20).decode().strip()
        self.process = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"],
            env=os.environ | {"DISPLAY": f":{display}"},
        )
        self.home = f"http://127.0.0.1:{port}/session"
        for _ in range(200):
            time.sleep(0.05)
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
        # full screen is without the bar, which needs more than a phone's width
        options = {"binary": str(MINI), "args": ["--automation", "--full-screen"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.home += "/" + self.send("POST", "", capabilities=wanted)["sessionId"]

    def send(self, method, path, **values):
        body = json.dumps(values).encode() if method == "POST" else None
        request = Request(self.home + path, body, method=method)
        with urlopen(request, timeout=20) as answer:
            return json.load(answer)["value"]

    def size(self, width):
        self.send("POST", "/window/rect", width=width, height=800)

    def open(self, address):
        self.send("POST", "/url", url=address)

    def run(self, script):
        return self.send("POST", "/execute/sync", script=f"return {script}", args=[])

    def act(self, source):
        self.send("POST", "/actions", actions=[source])

    def close(self):
        self.send("DELETE", "")
        for process in (self.process, self.screen):
            process.terminate()
            process.wait(20)
