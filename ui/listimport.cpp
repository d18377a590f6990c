// SPDX-License-Identifier: MIT
#include "ui/listimport.h"

#include "ui/importsummary.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/messagebar.h"
#include "ui/mimesources.h"
#include "ui/skippedlines.h"

namespace rollcall {

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
    QList<ImportSource> sources;
    for (const QString &path : paths)
        sources.append(ImportSource::file(path));
    if (!sources.isEmpty())
        m_importer.import(sources);
}

void ListImport::addText(const QString &text)
{
    m_importer.import({pastedText(text)});
}

void ListImport::addMime(const QMimeData *mime)
{
    const QList<ImportSource> sources = sourcesIn(mime);
    if (sources.isEmpty())
        m_message.say(MessageBar::Kind::Information, tr("There is no text to paste."));
    else
        m_importer.import(sources);
}

void ListImport::onImported(const ImportOutcome &outcome)
{
    say(outcome);
    m_library.whenOpen(outcome.listId, [this, added = outcome.added] {
        m_document.add(added);
        if (!m_importer.isBusy())
            Q_EMIT done();
    });
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
