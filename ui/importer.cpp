// SPDX-License-Identifier: MIT
#include "ui/importer.h"

#include "core/lists/listbuilder.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace rollcall {

namespace {

ImportResult readSource(const ImportSource &source, const ImportChoices &choices)
{
    if (!source.text)
        return readListFile(source.name, choices);
    QByteArray bytes = source.text->toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readList(buffer, source.name, choices);
}

/// Puts what sources hold together.
class OutcomeBuilder
{
public:
    explicit OutcomeBuilder(const UrlList &existing)
    {
        m_existing.reserve(existing.size());
        for (const UrlEntry &entry : existing)
            m_existing.insert(callOf(entry.url, entry.details()));
    }

    void add(ImportResult result, const QString &sourceName)
    {
        if (result.error)
            outcome.errors.append(*std::move(result.error));
        if (!result.list.entries.isEmpty())
            takeIn(std::move(result.list), sourceName);
    }

    ImportOutcome outcome;

private:
    void takeIn(ImportedList list, const QString &sourceName)
    {
        outcome.duplicates += list.duplicates;
        outcome.skippedCount += list.rejectedCount;
        outcome.formatName = list.formatName;
        outcome.table = std::move(list.table);
        for (RejectedLine &line : list.rejected)
            outcome.skipped.append({sourceName, std::move(line)});
        for (DuplicateLine &line : list.duplicateLines)
            outcome.repeated.append({sourceName, std::move(line)});
        for (qsizetype index = 0; index < list.entries.size(); ++index)
            takeIn(list.entries.at(index), list.entryLines.value(index), sourceName);
    }

    void takeIn(const UrlEntry &entry, qint64 line, const QString &sourceName)
    {
        const QByteArray call = callOf(entry.url, entry.details());
        const qsizetype before = m_taken.size();
        m_taken.insert(call);
        const bool isKnown = m_existing.contains(call);
        if (m_taken.size() == before || isKnown)
            ++outcome.duplicates;
        if (m_taken.size() == before) {
            if (outcome.repeated.size() < maximumToldLines)
                outcome.repeated.append({sourceName, DuplicateLine(line, QString::fromUtf8(entry.url), 0)});
            return;
        }
        UrlList &entries = isKnown ? outcome.known : outcome.added;
        QList<qint64> &lines = isKnown ? outcome.knownLines : outcome.addedLines;
        if (line > 0) {
            lines.resize(entries.size()); // of those before whose line is not known
            lines.append(line);
        }
        entries.append(entry);
        outcome.all.append(entry);
    }

    QSet<QByteArray> m_existing;
    QSet<QByteArray> m_taken;
};

// A folder stands for the files in it. Beyond so many it is no folder of lists.
constexpr qsizetype maximumFilesOfAFolder = 1000;

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (iterator.hasNext() && files.size() < maximumFilesOfAFolder)
        files.append(iterator.next());
    files.sort();
    return files;
}

// Of a folder, what is no list is passed over; of the files that were named, each is said.
void readFolder(OutcomeBuilder &builder, const QString &folder, const ImportChoices &choices)
{
    bool hasLists = false;
    for (const QString &path : filesIn(folder)) {
        ImportResult result = readListFile(path, choices);
        if (result.list.entries.isEmpty())
            continue;
        hasLists = true;
        builder.add(std::move(result), path);
    }
    if (!hasLists)
        builder.add(ImportResult(ImportError(ImportFailure::CannotOpen, folder,
                                             QStringLiteral("it is a folder without a list in it"))),
                    folder);
}

} // namespace

ImportSource ImportSource::file(QString path)
{
    ImportSource source;
    source.name = std::move(path);
    return source;
}

ImportSource ImportSource::pasted(QString text, QString name)
{
    ImportSource source;
    source.name = std::move(name);
    source.text = std::move(text);
    return source;
}

ImportOutcome readSources(const QList<ImportSource> &sources, const UrlList &existing,
                          const ImportChoices &choices)
{
    OutcomeBuilder builder(existing);
    bool isOne = sources.size() == 1;
    for (const ImportSource &source : sources) {
        if (!source.text && QFileInfo(source.name).isDir()) {
            isOne = false;
            readFolder(builder, source.name, choices);
        } else {
            builder.add(readSource(source, choices), source.name);
        }
    }
    if (!isOne) {
        builder.outcome.formatName.clear();
        builder.outcome.table.reset();
    }
    return std::move(builder.outcome);
}

Importer::Importer(std::function<ImportTarget()> target, QObject *parent)
    : QObject(parent),
      m_target(std::move(target)),
      m_queue(*this)
{
}

void Importer::begin()
{
    m_mayRead = true;
    next();
}

void Importer::import(QList<ImportSource> sources)
{
    m_waiting.push_back(std::move(sources));
    next();
}

void Importer::next()
{
    if (!m_mayRead || m_isReading || m_waiting.empty())
        return;
    m_isReading = true;
    const QList<ImportSource> sources = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_queue.run(
        [sources, target = m_target()] {
            ImportOutcome outcome = readSources(sources, target.entries);
            outcome.listId = target.listId;
            return outcome;
        },
        [this](const ImportOutcome &outcome) {
            m_isReading = false;
            Q_EMIT imported(outcome);
            next();
        });
}

} // namespace rollcall
