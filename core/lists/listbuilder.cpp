// SPDX-License-Identifier: MIT
#include "core/lists/listbuilder.h"

#include "core/url/canonicalurl.h"
#include "core/url/parseurl.h"

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

// Programs write whole URLs: what has no scheme is a path of theirs.
std::variant<NormalizedUrl, UrlProblem> readHttpUrl(QStringView text)
{
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(text))
        return *std::move(canonical);
    return isDamaged(text) ? UrlProblem::BadCharacter : parseUrl(text);
}

// Makes of a redirect target as written the canonical one. Maps often hold paths: those of the same host.
std::optional<UrlProblem> resolveTarget(RedirectTarget &target, const QByteArray &url)
{
    const QString written = QString::fromUtf8(target.url);
    const bool isPath = written.startsWith(u'/') && schemeOf(url) != UrlScheme::Other;
    auto reading = isPath && !isDamaged(written) ? parseUrl(written, url) : readUrl(written);
    if (const auto *problem = std::get_if<UrlProblem>(&reading))
        return *problem;
    if (std::get<NormalizedUrl>(reading).scheme == UrlScheme::Other)
        return UrlProblem::NotHttp;
    target.url = std::get<NormalizedUrl>(std::move(reading)).url;
    return std::nullopt;
}

} // namespace

ListBuilder::ListBuilder(QString formatName, QString sourceName) : m_sourceName(std::move(sourceName))
{
    m_list.formatName = std::move(formatName);
}

void ListBuilder::add(qint64 line, QStringView written, QStringView url, const EntryDetails &details)
{
    auto reading = readUrl(url);
    if (const auto *problem = std::get_if<UrlProblem>(&reading))
        reject(line, written, *problem);
    else
        appendResolved(line, written, std::get<NormalizedUrl>(std::move(reading)).url, details);
}

void ListBuilder::addHttp(qint64 line, QStringView url, const EntryDetails &details)
{
    auto reading = readHttpUrl(url);
    if (const auto *problem = std::get_if<UrlProblem>(&reading))
        reject(line, url, *problem);
    else if (std::get<NormalizedUrl>(reading).scheme == UrlScheme::Other)
        reject(line, url, UrlProblem::NotHttp);
    else
        appendResolved(line, url, std::get<NormalizedUrl>(std::move(reading)).url, details);
}

void ListBuilder::addHttp(qint64 line, NormalizedUrl url)
{
    if (url.scheme == UrlScheme::Other)
        reject(line, QString::fromUtf8(url.url), UrlProblem::NotHttp);
    else
        append(line, {}, std::move(url.url), noDetails());
}

// Without \a written it is the URL itself.
void ListBuilder::append(qint64 line, QStringView written, QByteArray url, const EntryDetails &details)
{
    const qsizetype number = m_calls.findOrAdd(m_list.entries, url, details);
    if (number < m_list.entries.size()) {
        ++m_list.duplicates;
        if (m_list.duplicateLines.size() < maximumToldLines) {
            const QString text = written.isNull() ? QString::fromUtf8(url) : written.toString();
            m_list.duplicateLines.append(
                DuplicateLine(line, shortened(text), m_lines[static_cast<std::size_t>(number)]));
        }
        return;
    }
    m_lines.push_back(line);
    if (m_list.entryLines.size() < maximumToldLines)
        m_list.entryLines.append(line);
    UrlEntry entry(std::move(url));
    const bool isLikeLast = !m_list.entries.isEmpty() && m_list.entries.constLast().details() == details;
    if (isLikeLast)
        entry.shareDetails(m_list.entries.constLast());
    else
        entry.setDetails(details);
    m_list.entries.append(std::move(entry));
}

// The same where the redirect target is still as written.
void ListBuilder::appendResolved(qint64 line, QStringView written, QByteArray url,
                                 const EntryDetails &details)
{
    if (!details.target) {
        append(line, written, std::move(url), details);
        return;
    }
    EntryDetails resolved = details;
    if (const std::optional<UrlProblem> problem = resolveTarget(*resolved.target, url))
        reject(line, QString::fromUtf8(details.target->url), *problem);
    else
        append(line, written, std::move(url), resolved);
}

void ListBuilder::reject(qint64 line, QStringView written, UrlProblem problem)
{
    ++m_list.rejectedCount;
    if (m_list.rejected.size() < maximumToldLines)
        m_list.rejected.append(RejectedLine(line, shortened(written), problem));
}

bool ListBuilder::givesUpAt(qint64 line)
{
    constexpr qint64 manyLines = 1'000'000;
    constexpr qint64 hardlyAny = 1000; // of so many lines one
    if (m_list.rejectedCount < manyLines || m_list.rejectedCount / hardlyAny < m_list.entries.size())
        return false;
    fail(line, QStringLiteral("hardly any of its lines is a URL"));
    return true;
}

void ListBuilder::fail(ImportError error)
{
    if (!m_error)
        m_error = std::move(error);
}

void ListBuilder::fail(qint64 line, QString reason)
{
    fail(ImportError(ImportFailure::Malformed, m_sourceName, std::move(reason), line));
}

ImportResult ListBuilder::result()
{
    if (!m_error && m_list.entries.isEmpty()) {
        m_error = m_list.rejected.isEmpty() ? ImportError(ImportFailure::Empty, m_sourceName, QString())
                                            : ImportError(ImportFailure::NoUrls, m_sourceName, QString(),
                                                          m_list.rejected.constFirst().line);
    }
    ImportResult result(std::move(m_list));
    result.error = std::move(m_error);
    return result;
}

} // namespace rollcall
