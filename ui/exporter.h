// SPDX-License-Identifier: MIT
// Writes the rows that the person chooses to the file that the person chooses, in the background, and says
// how it went.
#pragma once

#include "ui/backgroundqueue.h"

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

class MessageBar;
class ResultFilterModel;
class ResultView;

enum class ExportedRows {
    All,      ///< in the order of the list
    Shown,    ///< those that pass the filter, in the order shown
    Selected, ///< likewise
};

class Exporter : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this; \a window is the parent, also of dialogs.
    Exporter(ResultFilterModel &model, ResultView &view, MessageBar &messages, QWidget &window);

    /// The menu of the Export button: which rows, and whether the columns shown are enough. Belongs to the
    /// window.
    QMenu *menu() const { return m_menu; }
    /// Asks for a file.
    void chooseFile(ExportedRows rows);
    /// Writes to \a path, in the format that formatFor() finds for it and \a nameFilter.
    void exportTo(const QString &path, const QString &nameFilter, ExportedRows rows);

private:
    void makeMenu(QWidget &window);

    ResultFilterModel &m_model;
    ResultView &m_view;
    MessageBar &m_messages;
    QWidget &m_window;
    QMenu *m_menu;
    QAction *m_shownColumns;
    BackgroundQueue m_queue;
};

} // namespace rollcall
