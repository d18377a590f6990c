// SPDX-License-Identifier: MIT
#include "ui/listimport.h"

#include "ui/importdialog.h"
#include "ui/importsummary.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/messagebar.h"
#include "ui/mimesources.h"
#include "ui/skippedlines.h"

namespace rollcall {

namespace {

QList<ImportSource> filesAsSources(const QStringList &paths)
{
    QList<ImportSource> sources;
    for (const QString &path : paths)
        sources.append(ImportSource::file(path));
    return sources;
}

// Clean URLs need no question; nor does what brings nothing, which the message bar can say.
bool hasToBeDecided(const ImportOutcome &outcome)
{
    const bool isClean = outcome.duplicates == 0 && outcome.skippedCount == 0 && !outcome.table;
    return !outcome.added.isEmpty() && !isClean;
}

} // namespace

ListImport::ListImport(QWidget &window, ListLibrary &library, ListDocument &document, MessageBar &message)
    : QObject(&window),
      m_window(window),
      m_library(library),
      m_document(document),
      m_message(message),
      m_importer([this] { return ImportTarget(m_document.listId(), m_document.entries()); })
{
    connect(&m_importer, &Importer::imported, this, &ListImport::onImported);
    connect(&m_document, &ListDocument::ready, &m_importer, &Importer::begin);
    connect(&m_library, &ListLibrary::currentChanged, this, [this] {
        if (!m_document.isReady())
            m_importer.hold(); // until it is known what the list holds
    });
}

void ListImport::addFiles(const QStringList &paths)
{
    import(filesAsSources(paths), false);
}

void ListImport::addText(const QString &text)
{
    import({pastedText(text)}, false);
}

void ListImport::addMime(const QMimeData *mime)
{
    const QList<ImportSource> sources = sourcesIn(mime);
    if (sources.isEmpty())
        m_message.say(MessageBar::Kind::Information, tr("There is no text to paste."));
    else
        import(sources, true);
}

void ListImport::preview(const QStringList &paths)
{
    Q_EMIT filesGiven(paths);
    // It is to be known what the list holds.
    m_library.whenOpen(m_document.listId(), [this, paths] { openDialog(filesAsSources(paths), nullptr); });
}

void ListImport::import(QList<ImportSource> sources, bool mayAsk)
{
    if (sources.isEmpty())
        return;
    tellFiles(sources);
    m_maybeShown.push_back(mayAsk ? sources : QList<ImportSource>());
    m_importer.import(std::move(sources));
}

void ListImport::tellFiles(const QList<ImportSource> &sources)
{
    QStringList paths;
    for (const ImportSource &source : sources) {
        if (!source.text)
            paths.append(source.name);
    }
    if (!paths.isEmpty())
        Q_EMIT filesGiven(paths);
}

void ListImport::onImported(const ImportOutcome &outcome)
{
    const QList<ImportSource> sources = std::move(m_maybeShown.front());
    m_maybeShown.pop_front();
    if (!sources.isEmpty() && hasToBeDecided(outcome) && outcome.listId == m_document.listId())
        openDialog(sources, &outcome);
    else
        add(outcome);
}

void ListImport::add(const ImportOutcome &outcome)
{
    say(outcome);
    m_library.whenOpen(outcome.listId, [this, added = outcome.added] {
        m_document.add(added);
        if (!m_importer.isBusy())
            Q_EMIT done();
    });
}

void ListImport::openDialog(const QList<ImportSource> &sources, const ImportOutcome *outcome)
{
    auto *dialog = new ImportDialog(sources, ImportTarget(m_document.listId(), m_document.entries()),
                                    shownName(m_library.current()), &m_window);
    connect(dialog, &ImportDialog::addWanted, this, &ListImport::add);
    connect(dialog, &ImportDialog::newListWanted, this, &ListImport::addNewList);
    if (outcome)
        dialog->showOutcome(*outcome);
    else
        dialog->read();
    dialog->open();
}

void ListImport::addNewList(const ImportOutcome &outcome, const QString &name)
{
    ImportOutcome fresh = outcome;
    fresh.added = outcome.all;
    fresh.duplicates -= outcome.known.size();
    fresh.listId = m_library.create(name);
    add(fresh);
}

void ListImport::say(const ImportOutcome &outcome)
{
    const auto kind = outcome.errors.isEmpty() ? MessageBar::Kind::Information : MessageBar::Kind::Problem;
    if (outcome.skipped.isEmpty()) {
        m_message.say(kind, importSummary(outcome));
        return;
    }
    m_message.say(kind, importSummary(outcome), tr("Show"),
                  [this, skipped = outcome.skipped, count = outcome.skippedCount] {
                      (new SkippedLinesWindow(skipped, count, &m_window))->show();
                  });
}

} // namespace rollcall
