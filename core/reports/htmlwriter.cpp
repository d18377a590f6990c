// SPDX-License-Identifier: MIT
#include "core/reports/htmlwriter.h"

#include "core/reports/htmlpage.h"
#include "core/reports/htmltext.h"
#include "core/reports/reporttext.h"

#include <QIODevice>

namespace rollcall {

namespace {

bool hasPassed(const CheckResult &result)
{
    return result.outcome == Outcome::Ok || result.outcome == Outcome::Warning;
}

const char *wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return "OK";
    case Outcome::Warning:
        return "Warning";
    case Outcome::Failed:
        return "Failed";
    case Outcome::Cancelled:
        return "Cancelled";
    }
    return "";
}

/// The URL as a link, when it is one that a browser opens as a page, with where it led below.
void appendUrl(QByteArray &to, const CheckResult &result)
{
    const QByteArray url = validUtf8(result.url);
    const bool isLink = url.startsWith("http://") || url.startsWith("https://");
    to += isLink ? "<td><a rel=\"noreferrer noopener\" href=\"" : "<td>";
    if (isLink) {
        appendMarkup(to, url);
        to += "\">";
    }
    appendMarkup(to, url);
    if (isLink)
        to += "</a>";
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

QByteArray rowOf(const CheckResult &result)
{
    const FetchResult &fetch = result.fetch;
    const bool hasAnswer = fetch.status != 0;
    const auto time = fetch.times.total.value_or(std::chrono::microseconds(0));
    QByteArray row =
        "<tr data-o=\"" + QByteArray(slug(result.outcome)) + "\"><td>" + wordOf(result.outcome) + "</td>";
    appendUrl(row, result);
    appendNumberCell(row, hasAnswer, fetch.status, QByteArray::number(fetch.status));
    appendNumberCell(row, hasAnswer, fetch.bodyBytes, htmlBytes(fetch.bodyBytes));
    appendNumberCell(row, fetch.times.total.has_value(), time.count(), htmlTime(time));
    row += "<td>";
    appendMarkup(row, validUtf8(englishMessage(result).toUtf8()));
    return row + "</td></tr>\n";
}

} // namespace

HtmlWriter::HtmlWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

bool HtmlWriter::begin()
{
    return true;
}

bool HtmlWriter::write(const CheckResult &result)
{
    m_statistics.add(result);
    if (m_rowCount >= (hasPassed(result) ? maximumPassedRows : maximumRows))
        return true;
    ++m_rowCount;
    return m_rows.append(rowOf(result));
}

bool HtmlWriter::end()
{
    const QByteArray begin = htmlPageBegin(m_statistics, m_statistics.outcomes().done() - m_rowCount);
    const QByteArray end = htmlPageEnd();
    return m_device.write(begin) == begin.size() && m_rows.copyTo(m_device) &&
           m_device.write(end) == end.size();
}

} // namespace rollcall
