// SPDX-License-Identifier: MIT
// The incidents in the file.
#pragma once

#include "core/history/errorcodes.h"
#include "core/history/historyvalues.h"
#include "core/history/urlids.h"

#include <QList>

namespace rollcall {

class IncidentTable
{
public:
    IncidentTable(Statements &statements, const ErrorCodes &codes, UrlIds &urls)
        : m_statements(statements),
          m_codes(codes),
          m_urls(urls)
    {
    }

    /// Adds \a incident, unless one of its URL lasts already. Within a transaction.
    MaybeProblem begin(const Incident &incident);
    /// Ends the incident of \a url that lasts, if there is one.
    MaybeProblem end(const QByteArray &url, const QDateTime &ended);

    /// All that touch [from, to), the last one first, at most \a most.
    Answer<QList<Incident>> all(const QDateTime &from, const QDateTime &to, int most = 1'000);
    /// Those of one URL.
    Answer<QList<Incident>> of(const QByteArray &url, const QDateTime &from, const QDateTime &to,
                               int most = 1'000);
    /// Those that last, whenever they began, the last one first.
    Answer<QList<Incident>> lasting();
    /// Drops those that ended before \a ms (since 1970, UTC).
    MaybeProblem drop(qint64 ms);

private:
    Answer<QList<Incident>> read(Rows &rows) const;

    Statements &m_statements;
    const ErrorCodes &m_codes;
    UrlIds &m_urls;
};

} // namespace rollcall
