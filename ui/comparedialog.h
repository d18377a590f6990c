// SPDX-License-Identifier: MIT
// The dialog that shows what changed between two runs of the history.
#pragma once

#include "core/history/comparedruns.h"
#include "ui/backgroundqueue.h"
#include "ui/differencemodel.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;
QT_END_NAMESPACE

namespace rollcall {

class History;

/// Two runs are picked, at first the last two of a list, and compared at once; anything picked compares anew.
/// Runs that did not go on to their end cannot be picked. Reading happens on the history's thread.
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a history is borrowed and outlives this; \a listId and \a listName are of the open list.
    CompareDialog(History &history, qint64 listId, const QString &listName, QWidget *parent = nullptr);

    /// Writes every change to \a path, in the format of its suffix or else of \a nameFilter; how it went is
    /// said below the table.
    void exportTo(const QString &path, const QString &nameFilter = {});

private:
    void makeLayout(const QString &listName);
    QWidget *makeRuns(const QString &listName);
    QWidget *makeFilters();
    QTableView *makeTable();
    void askForRuns();
    void showRuns();
    void compare();
    void showDifference(RunDifference difference);
    void showChoices(const RunDifference &difference);
    void say(const QString &sentence);
    void chooseFile();

    History &m_history;
    const qint64 m_listId;
    QList<StoredRun> m_runs; ///< the last one first
    int m_comparisons = 0;   ///< that were asked for; only the last one is shown
    DifferenceModel m_model;
    DifferenceFilter m_shown;

    QComboBox *m_before;
    QComboBox *m_after;
    QCheckBox *m_allLists;
    QComboBox *m_change;
    QLineEdit *m_text;
    QSpinBox *m_size;
    QSpinBox *m_slower;
    QLabel *m_summary;
    QPushButton *m_export;
    BackgroundQueue m_queue;
};

} // namespace rollcall
