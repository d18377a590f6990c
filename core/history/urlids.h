// SPDX-License-Identifier: MIT
// The numbers that a file has for URLs.
#pragma once

#include "core/history/statements.h"

#include <QByteArray>
#include <QHash>

namespace rollcall {

/// Remembers the numbers of the URLs that were asked for last.
class UrlIds
{
public:
    explicit UrlIds(Statements &statements) : m_statements(statements) {}

    /// Sets \a id; 0 if the file does not know the URL.
    MaybeProblem find(const QByteArray &url, qint64 &id);
    /// As find(), but makes a number for a URL that has none. Within a transaction.
    MaybeProblem findOrAdd(const QByteArray &url, qint64 &id);
    MaybeProblem urlOf(qint64 id, QByteArray &url);
    /// To be called when a transaction was undone: its numbers are gone.
    void forget() { m_ids.clear(); }

private:
    void remember(const QByteArray &url, qint64 id);

    Statements &m_statements;
    QHash<QByteArray, qint64> m_ids;
};

} // namespace rollcall
