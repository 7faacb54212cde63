"""Interactive figures: Vega-Lite charts with sliders, which need no kernel.

A lesson displays a specification, which is recorded like any other output. The site
shows a picture of it, which a script from this site replaces with the chart.
`interactive-0.dist-info` tells myst-nb of `Renderer`.
"""

import hashlib
import json
import re
from pathlib import Path

import vl_convert
from docutils import nodes

MIME = "application/vnd.vegalite.v5+json"
VERSION = "5.21"  # of Vega-Lite; JupyterLab shows version 5
SCRIPT = "vega.js"


class interactive(nodes.General, nodes.Element):
    """A chart: its attribute ``spec``, and its picture as the only child."""


class Renderer:
    """Draws a specification when myst-nb meets one among the outputs of a cell."""

    mime_priority_overrides = (("html", MIME, 1),)

    @staticmethod
    def handle_mime(renderer, data, inline):
        if inline or data.mime_type != MIME:
            return None
        spec = data.content
        svg = vl_convert.vegalite_to_svg(spec, vl_version=VERSION).encode()
        name = f"{hashlib.sha256(svg).hexdigest()}.svg"
        uri = renderer.write_file([name], svg, overwrite=False, exists_ok=True)
        picture = nodes.image(uri=uri, alt=spec["description"])
        n_sliders = sum("bind" in parameter for parameter in spec.get("params", []))
        # compiled for Vega, whose newer versions would warn of what they read
        compiled = vl_convert.vegalite_to_vega(spec, vl_version=VERSION)
        del compiled["$schema"]
        return [interactive("", picture, spec=compiled, n_sliders=n_sliders)]


def visit_interactive(self, node):
    """Write the specification beside its picture, and room for its sliders."""
    spec = json.dumps(node["spec"], separators=(",", ":"), ensure_ascii=False)
    spec = re.sub("</", r"<\\/", spec)  # would end the script
    self.body.append(
        '<div class="interactive" role="group" aria-label="Interactive figure" '
        f'style="--sliders: {node["n_sliders"]}">'
        f'<script type="application/json">{spec}</script>\n'
    )


def depart_interactive(self, node):
    self.body.append("</div>\n")


def add_scripts(app, pagename, templatename, context, doctree):
    """Load the script of the charts on pages that have one, and on no other."""
    if doctree is not None and next(doctree.findall(interactive), None) is not None:
        app.add_js_file(SCRIPT, loading_method="defer")
        app.add_js_file("interactive.js", loading_method="defer")


def write_script(app, exception):
    """Write Vega, Vega-Lite, and Vega-Embed as one file, once per build folder."""
    if exception or app.builder.name != "html":
        return
    kept = Path(app.outdir).parent / f"vega-{vl_convert.__version__}-{VERSION}.js"
    if not kept.exists():
        bundle = vl_convert.javascript_bundle(vl_version=VERSION)
        kept.write_text(bundle, encoding="utf-8")
    # in a function, because other scripts use the same names
    script = f"(() => {{{kept.read_text(encoding='utf-8')}}})();\n"
    Path(app.outdir, "_static", SCRIPT).write_text(script, encoding="utf-8")


def setup(app):
    app.add_node(interactive, html=(visit_interactive, depart_interactive))
    app.connect("html-page-context", add_scripts, priority=800)
    app.connect("build-finished", write_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
