// SPDX-License-Identifier: MIT
#include "core/reports/htmlrow.h"

#include "core/reports/htmltext.h"
#include "core/reports/reporttext.h"

namespace rollcall {

namespace {

/// The URL with where it led below.
void appendUrl(QByteArray &to, const CheckResult &result)
{
    to += "<td>";
    appendLink(to, validUtf8(result.url));
    if (!result.fetch.redirects.isEmpty()) {
        to += "<small>led to ";
        appendMarkup(to, validUtf8(result.fetch.finalUrl));
        to += "</small>";
    }
    to += "</td>";
}

/// A cell with a number: the exact one to sort by, and one for people.
void appendNumberCell(QByteArray &to, bool isKnown, qint64 exact, const QByteArray &forPeople)
{
    if (!isKnown) {
        to += "<td class=\"n\"></td>";
        return;
    }
    to += "<td class=\"n\" data-v=\"";
    appendNumber(to, exact);
    to += "\">" + forPeople + "</td>";
}

} // namespace

void appendLink(QByteArray &to, const QByteArray &url)
{
    const bool isLink = url.startsWith("http://") || url.startsWith("https://");
    if (isLink) {
        to += "<a rel=\"noreferrer noopener\" href=\"";
        appendMarkup(to, url);
        to += "\">";
    }
    appendMarkup(to, url);
    if (isLink)
        to += "</a>";
}

QByteArray htmlRow(const QByteArray &keys, const QByteArray &word, const CheckResult &result,
                   const QByteArray &message)
{
    const FetchResult &fetch = result.fetch;
    const bool hasAnswer = fetch.status != 0;
    const auto time = fetch.times.total.value_or(std::chrono::microseconds(0));
    QByteArray row = "<tr data-o=\"" + keys + "\"><td>";
    appendMarkup(row, word);
    row += "</td>";
    appendUrl(row, result);
    appendNumberCell(row, hasAnswer, fetch.status, QByteArray::number(fetch.status));
    appendNumberCell(row, hasAnswer, fetch.bodyBytes, htmlBytes(fetch.bodyBytes));
    appendNumberCell(row, fetch.times.total.has_value(), time.count(), htmlTime(time));
    row += "<td>";
    appendMarkup(row, validUtf8(message));
    return row + "</td></tr>\n";
}

} // namespace rollcall
