// SPDX-License-Identifier: MIT
// What can be done with the entries of the open list: the commands with their words and keys.
#pragma once

#include "core/url/entrydetails.h"

#include <QList>
#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace rollcall {

class AddLine;
class ListDocument;
class ListImport;
class ListLibrary;
class MessageBar;
class ResultView;

/// What the commands work with; all are borrowed and outlive them.
struct EntryTools {
    QMainWindow &window;
    ListLibrary &library;
    ListDocument &document;
    ListImport &import;
    MessageBar &message;
    ResultView &view;
    AddLine &addLine;
};

/// The commands, connected to the list.
class EntryActions : public QObject
{
    Q_OBJECT
public:
    /// Makes the commands as children of the window.
    explicit EntryActions(const EntryTools &tools);

    /// Puts the commands into \a menu, before \a next.
    void fillInto(QMenu &menu, QAction *next) const;
    /// Enables what makes sense.
    void update(bool hasSelection);

    QAction *add;
    QAction *editUrl;
    QAction *edit;
    QMenu *marks; ///< tags, and whether they are checked
    QMenu *moveTo;
    QMenu *copyTo;

private:
    void fillMarks();
    void fillListMenu(QMenu &menu, bool isMove);
    void addTyped(const QString &text);
    void setUrl(qint64 id, const QString &text);
    void editCurrent();
    void askForTag();
    void setEnabled(bool isEnabled);
    /// Asks nothing: \a change is done to the selected entries.
    void change(const std::function<void(EntryDetails &)> &change, const QString &text);

    EntryTools m_tools;
};

} // namespace rollcall
