// SPDX-License-Identifier: MIT
// Each result in the file: those of the last minutes row by row, older ones packed by the hour.
#pragma once

#include "core/history/errorcodes.h"
#include "core/history/historyrecord.h"
#include "core/history/localoutages.h"
#include "core/history/statements.h"
#include "core/history/urlids.h"

#include <functional>

namespace rollcall {

/// A URL and its number in the file.
struct NumberedUrl {
    NumberedUrl() = default;
    NumberedUrl(qint64 number, QByteArray address) : id(number), url(std::move(address)) {}

    qint64 id = 0;
    QByteArray url;
};

/// All moments are milliseconds since 1970, UTC.
class ResultTable
{
public:
    using Visitor = std::function<void(const HistoryRecord &)>;

    ResultTable(Statements &statements, const ErrorCodes &codes, UrlIds &urls)
        : m_statements(statements),
          m_codes(codes),
          m_urls(urls)
    {
    }

    /// Adds \a record of the URL with this number. Within a transaction.
    MaybeProblem add(qint64 urlId, const HistoryRecord &record);

    /// Gives the results that are not packed and lie in [fromMs, toMs), in order.
    MaybeProblem visitRecent(const NumberedUrl &url, qint64 fromMs, qint64 toMs, const Visitor &visit);
    /// How those of visitRecent() ended, which is much faster.
    MaybeProblem countRecent(qint64 urlId, qint64 fromMs, qint64 toMs, const LocalOutages &outages,
                             Availability &counts);
    /// The last of those that are not packed, at most \a most, the last one first.
    MaybeProblem readLatest(const NumberedUrl &url, int most, QList<HistoryRecord> &records);
    /// Adds the packed results of the hour that \a ms lies in, in order; \a isThere says whether there are
    /// any.
    MaybeProblem readHour(const NumberedUrl &url, qint64 ms, QList<HistoryRecord> &records);
    /// Sets \a last to the last packed result of the hour that \a ms lies in, if there is one.
    MaybeProblem readLastOfHour(const NumberedUrl &url, qint64 ms, std::optional<HistoryResult> &last);
    /// The first hour that has packed results; nothing if there is none.
    MaybeProblem firstHour(std::optional<qint64> &ms);

    /// Gives the results of \a run in the order of its list.
    MaybeProblem visitRun(const StoredRun &run, const std::function<bool(const HistoryResult &)> &visit);

    /// Packs \a records, of one hour, together with what is packed of it. Within a transaction.
    MaybeProblem pack(const NumberedUrl &url, QList<HistoryRecord> records);
    /// Drops the packed results of the first hour if it ended before \a ms; \a isDone says that it did not.
    MaybeProblem dropHourBefore(qint64 ms, bool &isDone);

private:
    struct Place;
    using Places = QList<Place>;

    MaybeProblem decode(const NumberedUrl &url, const char *table, qint64 row, const QByteArray &bytes,
                        QList<HistoryRecord> &records) const;
    MaybeProblem findRecent(qint64 run, Places &places);
    MaybeProblem findPacked(const StoredRun &run, Places &places);
    MaybeProblem readAt(const Place &place, qint64 run, std::optional<HistoryRecord> &record);

    Statements &m_statements;
    const ErrorCodes &m_codes;
    UrlIds &m_urls;
};

} // namespace rollcall
