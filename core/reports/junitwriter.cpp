// SPDX-License-Identifier: MIT
#include "core/reports/junitwriter.h"

#include "core/reports/reporttext.h"

#include <QIODevice>
#include <QUrl>

namespace rollcall {

namespace {

enum class Verdict { Passed, Failure, Error, Skipped };

Verdict verdictOf(const CheckResult &result)
{
    switch (result.outcome) {
    case Outcome::Ok:
    case Outcome::Warning:
        return Verdict::Passed;
    case Outcome::Cancelled:
        return Verdict::Skipped;
    case Outcome::Failed:
        return result.fetch.status != 0 ? Verdict::Failure : Verdict::Error;
    }
    return Verdict::Error;
}

QByteArray hostOf(const QByteArray &url)
{
    const QByteArray host = QUrl::fromEncoded(url).host(QUrl::FullyEncoded).toUtf8();
    return host.isEmpty() ? QByteArray("no host") : host;
}

void appendAttribute(QByteArray &to, const char *name, const QByteArray &value)
{
    to += ' ';
    to += name;
    to += "=\"";
    appendMarkup(to, value);
    to += '"';
}

/// The element inside the test case that says why it did not pass; none for one that did.
void appendReason(QByteArray &to, Verdict verdict, const CheckResult &result)
{
    const QByteArray message = validUtf8(englishMessage(result).toUtf8());
    switch (verdict) {
    case Verdict::Passed:
        return;
    case Verdict::Skipped:
        to += "<skipped/>";
        return;
    case Verdict::Failure:
    case Verdict::Error:
        const QByteArray element = verdict == Verdict::Failure ? "failure" : "error";
        to += '<' + element;
        appendAttribute(to, "message", message);
        appendAttribute(to, "type", errorKindInfo(result.fetch.error).slug);
        to += '>';
        appendMarkup(to, message);
        if (result.fetch.status != 0)
            to += " Status " + QByteArray::number(result.fetch.status) + '.';
        to += "</" + element + '>';
    }
}

} // namespace

JunitWriter::JunitWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

bool JunitWriter::begin()
{
    return true;
}

bool JunitWriter::write(const CheckResult &result)
{
    const Verdict verdict = verdictOf(result);
    const auto time = result.fetch.times.total.value_or(std::chrono::microseconds(0));
    ++m_tests;
    m_failures += verdict == Verdict::Failure;
    m_errors += verdict == Verdict::Error;
    m_skipped += verdict == Verdict::Skipped;
    m_time += time;
    if (result.startedAt && (!m_startedAt || *result.startedAt < *m_startedAt))
        m_startedAt = result.startedAt;

    QByteArray element = "    <testcase";
    appendAttribute(element, "name", validUtf8(result.url));
    appendAttribute(element, "classname", hostOf(result.url));
    element += " time=\"";
    appendSeconds(element, time);
    element += "\">";
    appendReason(element, verdict, result);
    element += "</testcase>\n";
    return m_cases.append(element);
}

bool JunitWriter::end()
{
    const QByteArray begin = head();
    const QByteArray end = "    <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n";
    return m_device.write(begin) == begin.size() && m_cases.copyTo(m_device) &&
           m_device.write(end) == end.size();
}

QByteArray JunitWriter::head() const
{
    // Ant's schema wants a time, and knows no zone.
    const QDateTime startedAt = m_startedAt.value_or(QDateTime::currentDateTimeUtc()).toUTC();
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                      "  <testsuite name=\"Rollcall\" package=\"rollcall\" id=\"0\" hostname=\"localhost\"";
    appendAttribute(text, "timestamp", startedAt.toString(u"yyyy-MM-ddTHH:mm:ss").toLatin1());
    appendAttribute(text, "tests", QByteArray::number(m_tests));
    appendAttribute(text, "failures", QByteArray::number(m_failures));
    appendAttribute(text, "errors", QByteArray::number(m_errors));
    appendAttribute(text, "skipped", QByteArray::number(m_skipped));
    text += " time=\"";
    appendSeconds(text, m_time);
    return text + "\">\n    <properties/>\n";
}

} // namespace rollcall
