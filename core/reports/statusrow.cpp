// SPDX-License-Identifier: MIT
#include "core/reports/statusrow.h"

#include "core/reports/htmlrow.h"
#include "core/reports/htmltext.h"
#include "core/reports/reporttext.h"

#include <chrono>
#include <cmath>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

constexpr int stripHeight = 20;
constexpr int dayWidth = 3;

/// How a day looks.
struct DayLook {
    const char *styleClass;
    int height;
};
constexpr DayLook unchecked{"axis", 3};
constexpr DayLook good{"ok", 12};
constexpr DayLook troubled{"warning", 16};
constexpr DayLook bad{"failed", stripHeight};

const DayLook &lookOf(const Availability &day)
{
    constexpr double goodEnough = 0.95;
    const auto uptime = day.uptime();
    if (!uptime)
        return unchecked;
    if (day.failed == 0)
        return good;
    return *uptime > goodEnough ? troubled : bad;
}

/// What stands for a state, and its word.
std::pair<QByteArray, QByteArray> stateOf(const UrlStatus &status)
{
    if (!status.last)
        return {"cancelled", "Unknown"};
    switch (status.last->result.outcome) {
    case Outcome::Ok:
        return {"ok", "OK"};
    case Outcome::Warning:
        return {"warning", "Warning"};
    case Outcome::Failed:
        return {"failed", "Failed"};
    case Outcome::Cancelled:
        return {"cancelled", "Unknown"};
    }
    return {};
}

QByteArray path(const char *styleClass, const QByteArray &shapes)
{
    return shapes.isEmpty() ? QByteArray()
                            : "<path class=\"" + QByteArray(styleClass) + "\" d=\"" + shapes + "\"></path>";
}

} // namespace

QByteArray minuteText(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1();
}

QByteArray htmlUptime(std::optional<double> part)
{
    if (!part)
        return {};
    constexpr double hundredths = 100;
    constexpr double noise = 1e-6; // of what the division left
    const double percent = std::floor(*part * 100 * hundredths + noise) / hundredths;
    return QByteArray::number(percent, 'f', percent >= 100 || percent <= 0 ? 0 : 2) + " %";
}

QByteArray htmlSpan(std::chrono::milliseconds time)
{
    const auto text = [](qint64 large, const char *unit, qint64 small, const char *smallUnit) {
        const QByteArray first = QByteArray::number(large) + unit;
        return small == 0 ? first : first + ' ' + QByteArray::number(small) + smallUnit;
    };
    const auto seconds = std::chrono::round<std::chrono::seconds>(time);
    if (seconds < 60s)
        return text(seconds.count(), " s", 0, "");
    const auto minutes = std::chrono::round<std::chrono::minutes>(time);
    if (minutes < 60min)
        return text(minutes.count(), " min", 0, "");
    if (minutes < 24h)
        return text(minutes / 1h, " h", (minutes % 1h).count(), " min");
    const auto hours = std::chrono::round<std::chrono::hours>(time);
    return text(hours / 24h, " d", (hours % 24h).count(), " h");
}

// What is alike is one path, since a page may have a hundred thousand days; days with failures are a shape
// each, which says more when it is pointed at.
QByteArray dayStrip(const QList<Availability> &days, const QDateTime &now)
{
    const QDate today = now.toUTC().date();
    QByteArray goodDays;
    QByteArray uncheckedDays;
    QByteArray others;
    int failing = 0;
    for (int i = 0; i < int(days.size()); ++i) {
        const Availability &day = days.at(i);
        const DayLook &look = lookOf(day);
        const QByteArray x = QByteArray::number(i * dayWidth);
        const QByteArray y = QByteArray::number(stripHeight - look.height);
        const QByteArray height = QByteArray::number(look.height);
        if (day.counted() == 0 || day.failed == 0) {
            (day.counted() == 0 ? uncheckedDays : goodDays) += 'M' + x + ' ' + y + "h2v" + height + "h-2z";
            continue;
        }
        ++failing;
        others += "<rect class=\"" + QByteArray(look.styleClass) + "\" x=\"" + x + "\" y=\"" + y +
                  "\" width=\"2\" height=\"" + height + "\"><title>" +
                  today.addDays(i + 1 - days.size()).toString(Qt::ISODate).toLatin1() + ": " +
                  htmlUptime(day.uptime()) + ", " + htmlCount(day.failed) + " of " +
                  htmlCount(day.counted()) + " checks failed</title></rect>";
    }
    return "<svg role=\"img\" aria-label=\"Days with failures: " + QByteArray::number(failing) + " of " +
           QByteArray::number(days.size()) + "\" viewBox=\"0 0 " +
           QByteArray::number(days.size() * dayWidth) + ' ' + QByteArray::number(stripHeight) + "\">" +
           path(good.styleClass, goodDays) + path(unchecked.styleClass, uncheckedDays) + others + "</svg>";
}

QByteArray statusTableBegin(int days)
{
    return "<p class=\"note\">Each mark is a day, in UTC: low where no check failed, higher where some did, "
           "highest where one in twenty did or more, a dot where nothing was checked.</p>\n"
           "<table>\n<thead><tr><th class=\"w0\">State</th><th>URL</th><th class=\"n w3\">24 hours</th>"
           "<th class=\"n w3 s\">7 days</th><th class=\"n w3 s\">30 days</th><th class=\"n w3 s\">365 "
           "days</th>"
           "<th class=\"w5 s\">" +
           QByteArray::number(days) + " days</th><th class=\"w4\">Last check</th></tr></thead>\n<tbody>\n";
}

QByteArray statusRow(const UrlStatus &status, const QByteArray &url, const QDateTime &now)
{
    const auto [key, word] = stateOf(status);
    QByteArray row = "<tr data-o=\"" + key + "\"><td>" + word + "</td><td>";
    appendLink(row, url);
    if (status.last && status.last->result.fetch.error != ErrorKind::None) {
        row += "<small>";
        appendMarkup(row, errorKindInfo(status.last->result.fetch.error).title);
        row += "</small>";
    }
    row += "</td>";
    row += "<td class=\"n\">" + htmlUptime(status.uptime.day.uptime()) + "</td>";
    for (const Availability &period : {status.uptime.week, status.uptime.month, status.uptime.year})
        row += "<td class=\"n s\">" + htmlUptime(period.uptime()) + "</td>";
    row += "<td class=\"s\">" + dayStrip(status.days, now) + "</td><td>";
    if (status.last && status.last->result.startedAt)
        row += minuteText(*status.last->result.startedAt);
    return row + "</td></tr>\n";
}

QByteArray incidentTableBegin()
{
    return "<table>\n<thead><tr><th class=\"w4\">Began</th><th class=\"w4\">Lasted</th><th>URL</th>"
           "<th>Reason</th></tr></thead>\n<tbody>\n";
}

QByteArray incidentRow(const Incident &incident, const QByteArray &url, const QByteArray &detail,
                       const QDateTime &now)
{
    QByteArray row = incident.ended ? "<tr><td>" : "<tr data-o=\"failed\"><td>";
    row += minuteText(incident.began) + "</td><td>" + htmlSpan(incident.duration(now)) +
           (incident.ended ? "" : ", and goes on") + "</td><td>";
    appendLink(row, url);
    row += "</td><td>";
    appendMarkup(row, errorKindInfo(incident.reason.kind).title);
    if (!detail.isEmpty()) {
        row += "<small>";
        appendMarkup(row, detail);
        row += "</small>";
    }
    return row + "</td></tr>\n";
}

} // namespace rollcall
