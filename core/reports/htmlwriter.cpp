// SPDX-License-Identifier: MIT
#include "core/reports/htmlwriter.h"

#include "core/reports/htmlrow.h"
#include "core/reports/htmlsummary.h"

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

QByteArray rowOf(const CheckResult &result)
{
    return htmlRow(slug(result.outcome), wordOf(result.outcome), result, englishMessage(result).toUtf8());
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
    const QByteArray begin =
        htmlPageBegin(htmlSummary(m_statistics, m_statistics.outcomes().done() - m_rowCount));
    const QByteArray end = htmlPageEnd();
    return m_device.write(begin) == begin.size() && m_rows.copyTo(m_device) &&
           m_device.write(end) == end.size();
}

} // namespace rollcall
