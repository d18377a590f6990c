// SPDX-License-Identifier: MIT
#include "core/reports/htmlpage.h"

#include <QCryptographicHash>

namespace rollcall {

namespace {

const QByteArray style = R"css(
:root { color-scheme: light dark; --page: #fff; --text: #1d2125; --quiet: #5b6670; --line: #d9dee3;
  --raised: #f4f6f8; --link: #1858a8; --ok: #3f8f5f; --warning: #c98a1b; --failed: #c8372d;
  --cancelled: #98a2ab; --time: #4a7fb5; }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #16191c; --text: #e4e8eb; --quiet: #9aa5ae; --line: #343b41; --raised: #1f2428;
    --link: #8ab8f0; --ok: #5cb282; --warning: #e0aa4a; --failed: #ee6a5f; --cancelled: #727d86;
    --time: #6ba3dc; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem 2rem 4rem; background: var(--page);
  color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; font-weight: 600; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; font-weight: 600; }
header p, .note { margin: .2rem 0 0; color: var(--quiet); }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem;
  margin: 1.25rem 0; padding: 0; }
.tiles div { padding: .7rem .9rem; border: 1px solid var(--line); border-radius: .4rem;
  background: var(--raised); }
.tiles dt { color: var(--quiet); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tiles .failed dd { color: var(--failed); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: .75rem; }
figure { margin: 0; padding: .8rem .9rem; border: 1px solid var(--line); border-radius: .4rem; }
figcaption { margin-bottom: .5rem; font-weight: 600; }
svg { display: block; width: 100%; max-width: 30rem; height: auto; }
svg text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.ok { fill: var(--ok); } .warning { fill: var(--warning); } .failed { fill: var(--failed); }
.cancelled { fill: var(--cancelled); } .time { fill: var(--time); } .axis { fill: var(--line); }
.tools { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .5rem 0; }
.tools[hidden] { display: none; }
.tools input { flex: 1 1 16rem; max-width: 28rem; }
.tools input, .tools select { padding: .35rem .5rem; border: 1px solid var(--line); border-radius: .3rem;
  background: var(--page); color: inherit; font: inherit; }
.tools output { color: var(--quiet); font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; font-size: .9rem; }
th { position: sticky; top: 0; padding: .4rem .5rem; border-bottom: 2px solid var(--line);
  background: var(--page); text-align: left; font-weight: 600; }
th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
th button::after { content: " \2195"; color: var(--quiet); }
th[aria-sort=ascending] button::after { content: " \2191"; }
th[aria-sort=descending] button::after { content: " \2193"; }
td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; unicode-bidi: isolate; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.w0 { width: 6.5rem; } .w2 { width: 5rem; } .w3 { width: 6.5rem; }
tr:is([data-o=failed], [data-o=newly-broken]) td:first-child { color: var(--failed); font-weight: 600; }
tr[data-o=warning] td:first-child { color: var(--warning); font-weight: 600; }
tr[data-o=cancelled] { color: var(--quiet); }
small { display: block; color: var(--quiet); }
@media screen and (min-width: 75rem) { th:nth-child(2) { width: 42%; } }
.status th:nth-child(2) { width: auto; }
.status .w4 { width: 9.5rem; } .status .w5 { width: 18rem; }
@media screen and (max-width: 50rem) {
  body { padding: 1rem; }
  body:not(.status) :is(th, td):is(:nth-child(3), :nth-child(4)), .status .s { display: none; }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 11px; }
  body { max-width: none; padding: 0; font-size: 1rem; }
  .tools, th button::after { display: none; }
  th { position: static; }
  thead { display: table-header-group; }
  tr, figure, .tiles div { break-inside: avoid; }
  svg, .tiles div { print-color-adjust: exact; }
}
)css";

// Without it the table stands in the order of the list.
const QByteArray script = R"js(
'use strict';
const table = document.querySelector('table'), body = table.tBodies[0], rows = [...body.rows];
const tools = document.querySelector('.tools'), text = tools.querySelector('input');
const outcome = tools.querySelector('select'), shown = tools.querySelector('output');
function value(row, column, isNumber) {
  const cell = row.cells[column];
  if (!isNumber) return cell.textContent;
  return cell.dataset.v === undefined ? null : Number(cell.dataset.v);
}
function compare(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  return typeof a === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0;
}
function sortBy(head) {
  const isNumber = head.classList.contains('n'), column = head.cellIndex;
  const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
  const keyed = rows.map(row => [value(row, column, isNumber), row]);
  keyed.sort((a, b) => a[0] === null || b[0] === null ? compare(a[0], b[0]) : sign * compare(a[0], b[0]));
  for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
  const sorted = document.createDocumentFragment();
  for (const [, row] of keyed) sorted.append(row);
  body.append(sorted);
}
function filter() {
  const wanted = text.value.toLowerCase();
  let count = 0;
  for (const row of rows) {
    row.words ??= row.textContent.toLowerCase();
    row.hidden = (outcome.value && !row.dataset.o.split(' ').includes(outcome.value)) || !row.words.includes(wanted);
    count += !row.hidden;
  }
  shown.textContent = `${count.toLocaleString('en')} of ${rows.length.toLocaleString('en')} shown`;
}
for (const head of table.tHead.rows[0].cells) {
  const button = document.createElement('button');
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => sortBy(head));
}
text.addEventListener('input', filter);
outcome.addEventListener('change', filter);
tools.hidden = false;
filter();
)js";

/// For the page's own rule about what may be run and drawn: this text and no other.
QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

QByteArray filterBar(const HtmlPage &page)
{
    QByteArray text =
        "<p class=\"tools\" hidden><input type=\"search\" placeholder=\"Filter\" aria-label=\"Filter\">"
        "<select aria-label=\"" +
        page.firstColumn + "\"><option value=\"\">" + page.allChoices + "</option>";
    for (const auto &[key, name] : page.choices)
        text += "<option value=\"" + key + "\">" + name + "</option>";
    return text + "</select><output></output></p>\n";
}

} // namespace

QByteArray htmlHead(const QByteArray &title, HtmlScript allowed)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
           "form-action 'none'; style-src " +
           hashOf(style) + "; script-src " +
           (allowed == HtmlScript::Table ? hashOf(script) : QByteArray("'none'")) +
           "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           title + "</title>\n<style>" + style + "</style>\n</head>\n";
}

QByteArray htmlTile(const QByteArray &name, const QByteArray &value, const char *styleClass)
{
    return "<div class=\"" + QByteArray(styleClass) + "\"><dt>" + name + "</dt><dd>" + value +
           "</dd></div>\n";
}

QByteArray htmlPageBegin(const HtmlPage &page)
{
    QByteArray text = htmlHead(page.title, HtmlScript::Table) + "<body>\n<header><h1>" + page.title +
                      "</h1><p>" + page.subtitle + "</p></header>\n<main>\n<dl class=\"tiles\">\n" +
                      page.tiles + "</dl>\n";
    if (!page.charts.isEmpty())
        text += "<div class=\"charts\">\n" + page.charts + "</div>\n";
    text += "<h2>" + page.tableTitle + "</h2>\n";
    if (!page.note.isEmpty())
        text += "<p class=\"note\">" + page.note + "</p>\n";
    return text + filterBar(page) + "<table>\n<thead><tr><th class=\"w0\">" + page.firstColumn +
           "</th><th>URL</th><th class=\"n w2\">HTTP</th><th class=\"n w3\">Bytes</th>"
           "<th class=\"n w3\">Time</th><th>" +
           page.lastColumn + "</th></tr></thead>\n<tbody>\n";
}

QByteArray htmlPageEnd()
{
    return "</tbody>\n</table>\n</main>\n<script>" + script + "</script>\n</body>\n</html>\n";
}

} // namespace rollcall
