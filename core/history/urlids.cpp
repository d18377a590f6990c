// SPDX-License-Identifier: MIT
#include "core/history/urlids.h"

namespace rollcall {

namespace {

// Enough for what a schedule calls again and again; a list of a million URLs shall not stay in memory.
constexpr qsizetype mostRemembered = 20'000;

} // namespace

MaybeProblem UrlIds::find(const QByteArray &url, qint64 &id)
{
    id = m_ids.value(url);
    if (id != 0)
        return std::nullopt;
    Rows rows = m_statements.rows("SELECT id FROM urls WHERE url = COALESCE(?, x'')", url);
    if (rows.next()) {
        id = rows.number(0);
        remember(url, id);
    }
    return rows.problem();
}

MaybeProblem UrlIds::findOrAdd(const QByteArray &url, qint64 &id)
{
    if (MaybeProblem problem = find(url, id); problem || id != 0)
        return problem;
    if (MaybeProblem problem = m_statements.run("INSERT INTO urls (url) VALUES (COALESCE(?, x''))", url))
        return problem;
    id = m_statements.lastId();
    remember(url, id);
    return std::nullopt;
}

MaybeProblem UrlIds::urlOf(qint64 id, QByteArray &url)
{
    Rows rows = m_statements.rows("SELECT url FROM urls WHERE id = ?", id);
    if (rows.next())
        url = rows.bytes(0);
    return rows.problem();
}

void UrlIds::remember(const QByteArray &url, qint64 id)
{
    if (m_ids.size() >= mostRemembered)
        m_ids.clear();
    m_ids.insert(url, id);
}

} // namespace rollcall
