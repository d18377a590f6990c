// SPDX-License-Identifier: MIT
#include "app/cli/listsources.h"

#include "app/cli/terminal.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listreader.h"
#include "core/url/normalizeurl.h"
#include "core/url/redact.h"

#include <QFileInfo>
#include <QSet>

namespace rollcall::cli {

namespace {

bool looksLikeUrl(const QString &source)
{
    return source.startsWith(u"http://", Qt::CaseInsensitive) ||
           source.startsWith(u"https://", Qt::CaseInsensitive);
}

QString rejection(const QString &sourceName, const RejectedLine &line)
{
    return QStringLiteral("%1:%2: %3: %4")
        .arg(sourceName, QString::number(line.line), redacted(line.text),
             QString::fromUtf8(sentence(line.problem)));
}

/// Merges the sources as they are read.
class Merge
{
public:
    /// Returns an English sentence when the source gave nothing.
    QString add(const QString &source)
    {
        if (looksLikeUrl(source))
            return addUrl(source);
        const bool isStandardInput = source == u"-";
        const QString name = isStandardInput ? QStringLiteral("standard input") : source;
        const ImportResult read =
            isStandardInput ? readList(*openStream(Stream::Input), name) : readListFile(source);
        if (read.error)
            return failure(*read.error);
        addList(read.list, name);
        return {};
    }

    LoadedLists take() { return std::move(m_lists); }

private:
    QString addUrl(const QString &text)
    {
        const std::variant<NormalizedUrl, UrlProblem> read = normalizeUrl(text);
        if (const auto *problem = std::get_if<UrlProblem>(&read))
            return QStringLiteral("\"%1\" is no URL: %2")
                .arg(redacted(text), QString::fromUtf8(sentence(*problem)));
        addEntry(UrlEntry(std::get<NormalizedUrl>(read).url));
        return {};
    }

    void addList(const ImportedList &list, const QString &name)
    {
        for (const UrlEntry &entry : list.entries)
            addEntry(entry);
        m_lists.duplicates += list.duplicates;
        m_lists.rejectedCount += list.rejectedCount;
        for (const RejectedLine &line : list.rejected) {
            if (m_lists.rejected.size() == maximumShownRejects)
                break;
            m_lists.rejected.append(rejection(name, line));
        }
    }

    void addEntry(const UrlEntry &entry)
    {
        if (entry.details().isDisabled) {
            ++m_lists.disabled;
            return;
        }
        const qsizetype known = m_known.size();
        m_known.insert(callOf(entry.url, entry.details()));
        if (m_known.size() == known)
            ++m_lists.duplicates;
        else
            m_lists.entries.append(entry);
    }

    static QString failure(const ImportError &error)
    {
        QString text = englishMessage(error);
        if (error.failure == ImportFailure::CannotOpen && !QFileInfo::exists(error.sourceName))
            text += QStringLiteral(" A URL given directly begins with http:// or https://.");
        return text;
    }

    LoadedLists m_lists;
    QSet<QByteArray> m_known;
};

} // namespace

std::variant<LoadedLists, QString> loadLists(const QStringList &sources)
{
    Merge merge;
    for (const QString &source : sources) {
        const QString failure = merge.add(source);
        if (!failure.isEmpty())
            return failure;
    }
    LoadedLists lists = merge.take();
    if (lists.entries.isEmpty() && lists.disabled > 0)
        return QStringLiteral("%1: every URL is disabled.").arg(sources.join(QStringLiteral(", ")));
    return lists;
}

} // namespace rollcall::cli
