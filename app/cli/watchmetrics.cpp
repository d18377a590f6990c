// SPDX-License-Identifier: MIT
#include "app/cli/watchmetrics.h"

#include "core/reports/prometheuswriter.h"
#include "core/reports/reporttext.h"
#include "core/url/redact.h"

#include <QBuffer>
#include <QSaveFile>
#include <QSet>

namespace rollcall::cli {

namespace {

QByteArray single(const char *name, const char *type, const char *help, qint64 value)
{
    return QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' +
           QByteArray::number(value) + '\n';
}

} // namespace

void WatchMetrics::add(const WatchNews &news)
{
    for (const WatchedResult &each : news.results) {
        ++m_checks;
        m_failures += int(each.result.outcome == Outcome::Failed);
        m_last.insert(each.url, redacted(each.result));
    }
}

QByteArray WatchMetrics::text() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PrometheusWriter writer(buffer, ReportOptions());
    bool isWritten = writer.begin();
    for (int url = 0; url < m_watch.count() && isWritten; ++url) {
        const auto result = m_last.constFind(url);
        if (result != m_last.constEnd())
            isWritten = writer.write(*result);
    }
    isWritten = isWritten && writer.end();
    const QByteArray ofResults = isWritten ? buffer.data() : QByteArray(); // its temporary files had no room
    return ofResults + states() +
           single("rollcall_checks_total", "counter", "Checks that have ended.", m_checks) +
           single("rollcall_failures_total", "counter", "Of these, those that failed.", m_failures) +
           single("rollcall_skipped_checks_total", "counter",
                  "Checks that were due while the one before was under way.", m_watch.skipped()) +
           single("rollcall_local_outage", "gauge", "Whether the network here is out.", int(m_watch.isOut()));
}

QByteArray WatchMetrics::states() const
{
    QByteArray text = "# HELP rollcall_state The state of the URL: 1 for the one that it is in.\n"
                      "# TYPE rollcall_state gauge\n";
    QSet<QByteArray> targets; // what was masked may be the same
    for (int url = 0; url < m_watch.count(); ++url) {
        QByteArray target = validUtf8(redacted(m_watch.url(url).entry().url));
        target.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        if (targets.contains(target))
            continue;
        targets.insert(target);
        for (const Health health :
             {Health::Unknown, Health::Up, Health::Degraded, Health::Down, Health::Paused})
            text += "rollcall_state{target=\"" + target + "\",state=\"" + slug(health) + "\"} " +
                    (m_watch.url(url).health() == health ? "1\n" : "0\n");
    }
    return text;
}

QString WatchMetrics::save(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray metrics = text();
    if (file.open(QIODevice::WriteOnly) && file.write(metrics) == metrics.size() && file.flush() &&
        file.commit())
        return {};
    return QStringLiteral("Cannot write \"%1\": %2.").arg(path, file.errorString());
}

} // namespace rollcall::cli
