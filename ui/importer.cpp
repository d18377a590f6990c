// SPDX-License-Identifier: MIT
#include "ui/importer.h"

#include "core/lists/listbuilder.h"

#include <QBuffer>
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
        ImportResult result = readSource(source);
        if (result.error)
            outcome.errors.append(*std::move(result.error));
        if (!result.list.entries.isEmpty())
            takeIn(outcome, std::move(result.list), source.name, known);
    }
    return outcome;
}

Importer::Importer(std::function<UrlList()> existing, QObject *parent)
    : QObject(parent),
      m_existing(std::move(existing)),
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
    m_queue.run([sources, existing = m_existing()] { return readSources(sources, existing); },
                [this](const ImportOutcome &outcome) {
                    m_isReading = false;
                    Q_EMIT imported(outcome);
                    next();
                });
}

} // namespace rollcall
