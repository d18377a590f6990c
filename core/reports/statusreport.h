// SPDX-License-Identifier: MIT
// Writes how URLs have been doing as a self-contained HTML page.
#pragma once

#include "core/history/urlstatus.h"
#include "core/reports/resultwriter.h"
#include "core/reports/spool.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QMultiMap>
#include <QString>

#include <stop_token>

namespace rollcall {

/// The status report, in English: the totals, and for each URL its state now, its uptime over 24 hours, 7, 30
/// and 365 days, a strip of days, and the incidents of these days. Everything is in the one file, which has
/// no script and forbids any. Secrets in URLs are masked unless the options say otherwise. The totals stand
/// in front, so the rows wait in a Spool.
class StatusReport
{
public:
    static constexpr int days = 90;
    static constexpr qsizetype maximumRows = 20'000;     ///< further URLs count in the totals only
    static constexpr qsizetype maximumIncidents = 2'000; ///< the last ones

    /// \a device is open for writing and outlives this. \a name is what people call the list; \a now is when
    /// the days and the periods end.
    StatusReport(QIODevice &device, QString name, QDateTime now, const ReportOptions &options);

    /// Each returns false when the device failed, or the temporary file: then problem() says why.
    bool write(const UrlStatus &status);
    bool end();
    /// In English, without a full stop; empty: it was the device, and QIODevice::errorString() says why.
    QString problem() const { return m_rows.problem(); }

private:
    QByteArray shown(const QByteArray &text) const;
    void note(const Incident &incident);
    QByteArray begin() const;
    bool send(const QByteArray &text);

    QIODevice &m_device;
    const QString m_name;
    const QDateTime m_now;
    const bool m_showSecrets;
    Spool m_rows;
    CheckProgress m_counts; ///< of the states; URLs without one are in the total alone
    UptimeSummary m_uptime; ///< of all
    qsizetype m_incidentCount = 0;
    QMultiMap<qint64, QByteArray> m_incidents; ///< the rows of the last ones, by when they began
};

/// Writes the report of \a urls, as \a file knows them, to \a device. Returns why it could not, in English
/// without a full stop; empty: it could. In the thread of \a file; blocks for some milliseconds a URL, or
/// until \a stop asks it to give up.
QString writeStatusReport(QIODevice &device, HistoryFile &file, const QByteArrayList &urls,
                          const QString &name, const QDateTime &now, const ReportOptions &options,
                          const std::stop_token &stop = {});

} // namespace rollcall
