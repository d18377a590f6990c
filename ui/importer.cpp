// SPDX-License-Identifier: MIT
#include "ui/importer.h"

#include "core/lists/listbuilder.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace rollcall {

namespace {

ImportResult readSource(const ImportSource &source)
{
    if (!source.text)
        return readListFile(source.name);
    QByteArray bytes = source.text->toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readList(buffer, source.name);
}

void takeIn(ImportOutcome &outcome, ImportedList list, const QString &sourceName, QSet<QByteArray> &known)
{
    outcome.duplicates += list.duplicates;
    outcome.skippedCount += list.rejectedCount;
    for (RejectedLine &line : list.rejected)
        outcome.skipped.append({sourceName, std::move(line)});
    for (UrlEntry &entry : list.entries) {
        const qsizetype before = known.size();
        known.insert(callOf(entry.url, entry.details()));
        if (known.size() == before)
            ++outcome.duplicates;
        else
            outcome.added.append(std::move(entry));
    }
}

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
void readFolder(ImportOutcome &outcome, const QString &folder, QSet<QByteArray> &known)
{
    bool hasLists = false;
    for (const QString &path : filesIn(folder)) {
        ImportResult result = readListFile(path);
        if (result.list.entries.isEmpty())
            continue;
        hasLists = true;
        if (result.error)
            outcome.errors.append(*std::move(result.error));
        takeIn(outcome, std::move(result.list), path, known);
    }
    if (!hasLists)
        outcome.errors.append(ImportError(ImportFailure::CannotOpen, folder,
                                          QStringLiteral("it is a folder without a list in it")));
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

ImportOutcome readSources(const QList<ImportSource> &sources, const UrlList &existing)
{
    ImportOutcome outcome;
    QSet<QByteArray> known;
    known.reserve(existing.size());
    for (const UrlEntry &entry : existing)
        known.insert(callOf(entry.url, entry.details()));
    for (const ImportSource &source : sources) {
        if (!source.text && QFileInfo(source.name).isDir()) {
            readFolder(outcome, source.name, known);
            continue;
        }
        ImportResult result = readSource(source);
        if (result.error)
            outcome.errors.append(*std::move(result.error));
        if (!result.list.entries.isEmpty())
            takeIn(outcome, std::move(result.list), source.name, known);
    }
    return outcome;
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
