// SPDX-License-Identifier: MIT
#include "core/reports/statusreport.h"

#include "core/history/historyfile.h"
#include "core/reports/htmlpage.h"
#include "core/reports/htmlrow.h"
#include "core/reports/htmltext.h"
#include "core/reports/reporttext.h"
#include "core/reports/statusrow.h"
#include "core/url/redact.h"

#include <QIODevice>

namespace rollcall {

namespace {

void count(const UrlStatus &status, CheckProgress &counts)
{
    ++counts.total;
    if (status.last)
        counts.count(status.last->result.outcome);
}

void add(const UptimeSummary &uptime, UptimeSummary &sum)
{
    for (const auto period :
         {&UptimeSummary::day, &UptimeSummary::week, &UptimeSummary::month, &UptimeSummary::year})
        (sum.*period).add(uptime.*period);
}

} // namespace

StatusReport::StatusReport(QIODevice &device, QString name, QDateTime now, const ReportOptions &options)
    : m_device(device),
      m_name(std::move(name)),
      m_now(std::move(now)),
      m_showSecrets(options.showSecrets)
{
}

QByteArray StatusReport::shown(const QByteArray &text) const
{
    return validUtf8(m_showSecrets ? text : redacted(text));
}

bool StatusReport::write(const UrlStatus &status)
{
    count(status, m_counts);
    add(status.uptime, m_uptime);
    for (const Incident &incident : status.incidents)
        note(incident);
    return m_counts.total > maximumRows || m_rows.append(statusRow(status, shown(status.url), m_now));
}

// The oldest give way.
void StatusReport::note(const Incident &incident)
{
    ++m_incidentCount;
    const QByteArray detail = shown(incident.reason.detail.toUtf8());
    m_incidents.insert(incident.began.toMSecsSinceEpoch(),
                       incidentRow(incident, shown(incident.url), detail, m_now));
    if (m_incidents.size() > maximumIncidents)
        m_incidents.erase(m_incidents.begin());
}

QByteArray StatusReport::begin() const
{
    QByteArray title = "Status of ";
    appendMarkup(title, validUtf8(m_name.toUtf8()));
    QByteArray text = htmlHead(title, HtmlScript::None) + "<body class=\"status\">\n<header><h1>" + title +
                      "</h1><p>As of " + minuteText(m_now) +
                      " UTC</p></header>\n<main>\n<dl class=\"tiles\">\n" +
                      htmlTile("URLs", htmlCount(m_counts.total)) + htmlTile("OK", htmlCount(m_counts.ok)) +
                      htmlTile("Warning", htmlCount(m_counts.warnings)) +
                      htmlTile("Failed", htmlCount(m_counts.failed), m_counts.failed > 0 ? "failed" : "") +
                      htmlTile("Uptime 24 hours", htmlUptime(m_uptime.day.uptime())) +
                      htmlTile("7 days", htmlUptime(m_uptime.week.uptime())) +
                      htmlTile("30 days", htmlUptime(m_uptime.month.uptime())) +
                      htmlTile("365 days", htmlUptime(m_uptime.year.uptime())) + "</dl>\n<h2>URLs</h2>\n";
    if (m_counts.total > maximumRows)
        text += "<p class=\"note\">URLs that are not listed here, to keep the page usable: " +
                htmlCount(m_counts.total - maximumRows) + ".</p>\n";
    return text + statusTableBegin(days);
}

bool StatusReport::send(const QByteArray &text)
{
    return m_device.write(text) == text.size();
}

bool StatusReport::end()
{
    if (!send(begin()) || !m_rows.copyTo(m_device))
        return false;
    QByteArray text =
        "</tbody>\n</table>\n<h2>Incidents of the last " + QByteArray::number(days) + " days</h2>\n";
    if (m_incidentCount == 0)
        text += "<p class=\"note\">None.</p>\n";
    if (m_incidentCount > m_incidents.size())
        text += "<p class=\"note\">Earlier ones that are not listed here, to keep the page usable: " +
                htmlCount(m_incidentCount - m_incidents.size()) + ".</p>\n";
    if (m_incidentCount > 0)
        text += incidentTableBegin();
    if (!send(text))
        return false;
    for (auto row = m_incidents.cend(); row != m_incidents.cbegin();) {
        if (!send(*--row))
            return false;
    }
    return send((m_incidentCount > 0 ? QByteArray("</tbody>\n</table>\n") : QByteArray()) +
                "</main>\n</body>\n</html>\n");
}

QString writeStatusReport(QIODevice &device, HistoryFile &file, const QByteArrayList &urls,
                          const QString &name, const QDateTime &now, const ReportOptions &options,
                          const std::stop_token &stop)
{
    StatusReport report(device, name, now, options);
    const auto failure = [&] { return report.problem().isEmpty() ? device.errorString() : report.problem(); };
    for (const QByteArray &url : urls) {
        if (stop.stop_requested())
            return QStringLiteral("it was stopped");
        const auto status = readUrlStatus(file, url, now, StatusReport::days);
        if (const auto *problem = std::get_if<StoreProblem>(&status))
            return QStringLiteral("the history cannot be read: %1").arg(problem->detail);
        if (!report.write(std::get<UrlStatus>(status)))
            return failure();
    }
    return report.end() ? QString() : failure();
}

} // namespace rollcall
