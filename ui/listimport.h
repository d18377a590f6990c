// SPDX-License-Identifier: MIT
// Brings URLs into the open list, and says what came of it.
#pragma once

#include "ui/importer.h"

#include <QObject>
#include <QStringList>

#include <deque>

QT_BEGIN_NAMESPACE
class QMimeData;
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

class ListDocument;
class ListLibrary;
class MessageBar;

/// Reads on a thread of its own. What is read for one list is added to it, even if another is open by then:
/// that list is opened again.
class ListImport : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this; windows that it opens belong to \a window.
    ListImport(QWidget &window, ListLibrary &library, ListDocument &document, MessageBar &message);

    /// Adds the URLs in these files to the list; a file that cannot be read changes nothing.
    void addFiles(const QStringList &paths);
    /// Adds the URLs in \a text.
    void addText(const QString &text);
    /// Adds what was pasted or dropped; shows it before where there is something to decide.
    void addMime(const QMimeData *mime);
    /// Shows what is in these files, and adds it if the person wishes.
    void preview(const QStringList &paths);
    bool isBusy() const { return m_importer.isBusy(); }

Q_SIGNALS:
    /// A person wants what is in these files.
    void filesGiven(const QStringList &paths);
    /// Everything asked for so far has been added.
    void done();

private:
    void import(QList<ImportSource> sources, bool mayAsk);
    void tellFiles(const QList<ImportSource> &sources);
    void openDialog(const QList<ImportSource> &sources, const ImportOutcome *outcome);
    void addNewList(const ImportOutcome &outcome, const QString &name);
    void add(const ImportOutcome &outcome);
    void onImported(const ImportOutcome &outcome);
    void say(const ImportOutcome &outcome);

    QWidget &m_window;
    ListLibrary &m_library;
    ListDocument &m_document;
    MessageBar &m_message;
    Importer m_importer;
    /// For each import that is under way: its sources, if what they hold may be shown first.
    std::deque<QList<ImportSource>> m_maybeShown;
};

} // namespace rollcall
