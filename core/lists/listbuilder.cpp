// SPDX-License-Identifier: MIT
#include "core/lists/listbuilder.h"

#include "core/url/canonicalurl.h"

#include <optional>

namespace rollcall {

namespace {

QString shortened(QStringView text)
{
    constexpr qsizetype maximumLength = 200;
    if (text.size() > maximumLength)
        text.truncate(text[maximumLength - 1].isHighSurrogate() ? maximumLength - 1 : maximumLength);
    return text.toString();
}

// What browsers would encode byte by byte is in a list a sign of damage.
std::variant<NormalizedUrl, UrlProblem> readUrl(QStringView text)
{
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(text))
        return *std::move(canonical);
    return isDamaged(text) ? UrlProblem::BadCharacter : normalizeUrl(text);
}

} // namespace

ListBuilder::ListBuilder(QString formatName, QString sourceName) : m_sourceName(std::move(sourceName))
{
    m_list.formatName = std::move(formatName);
}

void ListBuilder::add(qint64 line, QStringView written, QStringView url)
{
    auto reading = readUrl(url);
    if (const auto *problem = std::get_if<UrlProblem>(&reading)) {
        reject(line, written, *problem);
        return;
    }
    auto &bytes = std::get<NormalizedUrl>(reading).url;
    const qsizetype before = m_seen.size();
    m_seen.insert(bytes);
    if (m_seen.size() == before)
        ++m_list.duplicates;
    else
        m_list.entries.append(UrlEntry(std::move(bytes)));
}

void ListBuilder::reject(qint64 line, QStringView written, UrlProblem problem)
{
    ++m_list.rejectedCount;
    if (m_list.rejected.size() < maximumRejectedLines)
        m_list.rejected.append(RejectedLine(line, shortened(written), problem));
}

ImportResult ListBuilder::result()
{
    if (!m_list.entries.isEmpty())
        return std::move(m_list);
    if (m_list.rejected.isEmpty())
        return ImportError(ImportFailure::Empty, m_sourceName, QString());
    return ImportError(ImportFailure::NoUrls, m_sourceName, QString(), m_list.rejected.constFirst().line);
}

} // namespace rollcall
