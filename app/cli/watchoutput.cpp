// SPDX-License-Identifier: MIT
#include "app/cli/watchoutput.h"

#include "app/cli/plaintext.h"
#include "app/cli/terminal.h"
#include "core/url/redact.h"

namespace rollcall::cli {

namespace {

QString timeText(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate);
}

bool isOnOutput(const WatchCommand &command)
{
    return command.jsonl == u"-";
}

} // namespace

WatchOutput::WatchOutput(const WatchCommand &command, const Watch &watch, std::function<void()> onFailure)
    : m_command(command),
      m_watch(watch),
      m_onFailure(std::move(onFailure)),
      m_console(openStream(isOnOutput(command) ? Stream::Error : Stream::Output))
{
}

WatchOutput::~WatchOutput() = default;

QString WatchOutput::open()
{
    if (m_command.jsonl.isEmpty())
        return {};
    m_json = isOnOutput(m_command) ? openStream(Stream::Output) : std::make_unique<QFile>(m_command.jsonl);
    if (!m_json->isOpen() && !m_json->open(QIODevice::WriteOnly | QIODevice::Append))
        return QStringLiteral("Cannot write \"%1\": %2.").arg(m_command.jsonl, m_json->errorString());
    m_writer = std::make_unique<JsonlWriter>(*m_json, ReportOptions());
    if (!m_writer->begin())
        return QStringLiteral("Cannot write \"%1\": %2.").arg(m_command.jsonl, m_json->errorString());
    return {};
}

void WatchOutput::add(const WatchNews &news)
{
    for (const LocalOutage &outage : news.outages)
        print(line(outage));
    for (const WatchedChange &change : news.changes)
        print(line(change));
    for (const WatchedResult &each : news.results)
        write(each.result);
    if (m_json && !m_json->flush())
        fail(m_command.jsonl, m_json->errorString(), isOnOutput(m_command));
}

void WatchOutput::print(const QString &line)
{
    if (m_command.check.quiet || !m_console)
        return;
    if (!writeAll(*m_console, printable(line).toUtf8() + '\n')) {
        const QString reason = m_console->errorString();
        m_console.reset();
        fail(QStringLiteral("standard output"), reason, !isOnOutput(m_command));
    }
}

/// "2026-11-24T10:05:00Z down https://example.com/ Connection refused"
QString WatchOutput::line(const WatchedChange &change) const
{
    QStringList words = {timeText(change.change.since), QString::fromLatin1(slug(change.change.to)),
                         redacted(QString::fromUtf8(m_watch.url(change.url).entry().url))};
    const ErrorKind error = change.reason.kind;
    if (error != ErrorKind::None)
        words.append(QString::fromUtf8(errorKindInfo(error).title));
    if (!change.reason.detail.isEmpty())
        words.append(QStringLiteral("(%1)").arg(change.reason.detail));
    return words.join(u' ');
}

QString WatchOutput::line(const LocalOutage &outage)
{
    return outage.ended ? QStringLiteral("%1 the network here is back").arg(timeText(*outage.ended))
                        : QStringLiteral("%1 there is no network here").arg(timeText(outage.began));
}

void WatchOutput::write(const CheckResult &result)
{
    if (m_writer && !m_writer->write(redacted(result)))
        fail(m_command.jsonl, m_json->errorString(), isOnOutput(m_command));
}

void WatchOutput::fail(const QString &what, const QString &reason, bool onStandardOutput)
{
    m_writer.reset();
    m_json.reset();
    const bool isFirst = !m_failed && !m_readerIsGone;
    if (onStandardOutput && outputReaderIsGone()) {
        m_readerIsGone = true;
    } else {
        m_failed = true;
        complain(QStringLiteral("Cannot write \"%1\": %2.").arg(what, reason));
    }
    if (isFirst)
        m_onFailure();
}

} // namespace rollcall::cli
