"""The style of pages and pictures: one sheet each, with nothing of anybody's text in it."""

from pmcareer.exports.colours import DARK, LIGHT, colours_css, in_colours

TYPEFACE = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
PICTURE = """\
.picture text{fill:var(--text);font-size:12px}
.picture .name{font-size:14px;font-weight:600}
.picture .note,.picture .tick{fill:var(--label)}
.picture .decides .much{fill:var(--decides);font-weight:700}
.picture .tick.strong{fill:var(--text);font-weight:600}
.picture .head{font-size:20px;font-weight:700}
.picture .sentence{font-size:15px}
.picture .grid{stroke:var(--rule)}
.picture .today{stroke:var(--text);stroke-width:1.5}
.picture .marked{fill:var(--marked)}
.picture .bar{fill:var(--text)}
.picture .slow{fill:none;stroke:var(--text);stroke-width:1.5}
.picture .dots{stroke:var(--text);stroke-width:1.5;stroke-dasharray:2 4}
.picture .study .bar{fill:var(--study)}
.picture .study .slow{stroke:var(--study)}
.picture .search .bar{fill:var(--search)}
.picture .search .slow{stroke:var(--search)}
.picture .post .bar,.picture .detour .bar{fill:var(--post)}
.picture .post .slow,.picture .detour .slow{stroke:var(--post)}
.picture .gate .bar{fill:var(--gate)}
.picture .gate .slow{stroke:var(--gate)}
.picture .legend .bar{fill:var(--label)}
.picture .legend .slow{stroke:var(--label)}
"""


ALONE = f".ground{{fill:var(--ground)}}\n{PICTURE}"
"""The rules of a picture that stands alone, with the names of its colours."""


def picture_css() -> str:
    """Style a picture that stands alone, with its colours in the place of their names.

    Programs for slides and documents know no variables of CSS: they would draw black on black. They
    pass over media as well, and so draw it as on paper, by light.
    """
    coloured = "".join(rule for rule in ALONE.splitlines(keepends=True) if "var(" in rule)
    light, dark = in_colours(ALONE, LIGHT), in_colours(coloured, DARK)
    by_dark = f"@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"
    return f":root{{color-scheme:light dark}}\nsvg{{font-family:{TYPEFACE}}}\n{light}{by_dark}"


PAGE = """\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text)}
body{font-size:1rem;line-height:1.55;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link)}
a:focus-visible,summary:focus-visible{outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999em}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem}
header{background:var(--panel);border-bottom:1px solid var(--rule)}
.inner,nav,main,footer{max-width:64rem;margin:0 auto;padding:0 1.5rem}
.inner{padding-top:2.5rem;padding-bottom:2rem}
h1{font-size:clamp(1.7rem,5vw,2.6rem);line-height:1.15;margin:0 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:0 0 .75rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
h3 .fact{font-weight:400}
p{margin:0 0 .5rem}
.target{font-size:clamp(1.15rem,3vw,1.5rem)}
.arrival{font-size:clamp(1.05rem,2.5vw,1.3rem);margin:.25rem 0}
header .fact{margin-bottom:1.25rem}
header p:last-child{margin:1rem 0 0}
.fact,.label,caption,footer,.things p .fact{color:var(--label)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:0;padding:1rem 0}
main:focus{outline:none}
section{padding:2rem 0;border-top:1px solid var(--rule)}
figure{margin:0 0 1.5rem}
tbody tr:last-child>*{border-bottom:0}
.picture{display:block;max-width:100%;height:auto}
.picture.narrow{display:none}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;padding-bottom:.5rem;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0}
th,td{border-bottom:1px solid var(--rule);font-weight:400}
th,td{overflow-wrap:break-word}
tbody th{overflow-wrap:anywhere}
.days td{min-width:5.6rem}
.gates td:nth-child(2){min-width:7.8rem}
.whole{white-space:nowrap}
thead th{font-weight:600;font-size:.85rem;color:var(--label)}
tbody th{font-weight:600}
tbody th .fact{font-weight:400}
.numbers td,.numbers thead th+th{text-align:right;font-variant-numeric:tabular-nums}
.decides{color:var(--decides)}
summary{cursor:pointer;color:var(--link)}
details table{margin-top:.75rem}
.things{list-style:none;margin:0;padding:0}
.things li{padding:.6rem 0}
.things li+li{border-top:1px solid var(--rule)}
.things p{margin:0 0 .2rem;max-width:46rem}
dl{margin:0 0 1rem;max-width:46rem}
dt{color:var(--label);font-size:.9rem}
dd{margin:0 0 .6rem}
footer{font-size:.9rem}
footer p{border-top:1px solid var(--rule);padding:1.5rem 0 3rem}
.curve{fill:none;stroke-width:2.5;stroke-linejoin:round}
.curve.done{stroke:var(--study)}
.curve.promise{stroke:var(--text);stroke-width:1.5;stroke-dasharray:6 4}
.curve.scope{stroke:var(--label);stroke-width:1.5;stroke-dasharray:2 3}
.picture .curve{fill:none}
.picture .end.done{fill:var(--study);font-weight:700}
.squares{display:inline-block;vertical-align:-.15em;margin-right:.5rem}
.squares .bar{fill:var(--study)}
.squares .slow{stroke:var(--label)}
@media (max-width:46rem){
.inner,nav,main,footer{padding-left:.9rem;padding-right:.9rem}
.picture.wide{display:none}
.picture.narrow{display:block}
table{font-size:.85rem}
th,td{padding-right:.5rem}
.days td,.gates td:nth-child(2){min-width:4.8rem}
}
@media (min-width:24rem) and (max-width:46rem){
tbody th{min-width:7rem}
}
@page{margin:15mm}
@media print{
nav,.skip,details:not([open]){display:none}
.inner,nav,main,footer{padding-left:0;padding-right:0}
body{font-size:10.5pt}
header{background:none}
section{padding:1rem 0}
h2,h3{break-after:avoid}
figure,li,tr,dd{break-inside:avoid}
}
"""


def page_css() -> str:
    """Style a page."""
    return f"{colours_css()}body{{font-family:{TYPEFACE}}}\n{PICTURE}{PAGE}"
