// SPDX-License-Identifier: MIT
// The dialog that shows what an import would bring, before it is brought.
#pragma once

#include "ui/backgroundqueue.h"
#include "ui/importpreviewmodel.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace rollcall {

/// Reads on a thread of its own, and again when the person picks another column. Deletes itself once it is
/// closed and has read to the end.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a target is the open list, which is called \a listName.
    ImportDialog(QList<ImportSource> sources, ImportTarget target, const QString &listName, QWidget *parent);

    /// Reads the sources.
    void read();
    /// Shows what has been read already.
    void showOutcome(const ImportOutcome &outcome);

    void done(int result) override;

Q_SIGNALS:
    /// The person wants what is new in the open list.
    void addWanted(const rollcall::ImportOutcome &outcome);
    /// The person wants a new list of it, called \a name; what is in the open list is new there, too.
    void newListWanted(const rollcall::ImportOutcome &outcome, const QString &name);

private:
    void makeLayout();
    QTableView *makeTable();
    QWidget *makeChoices();
    void showColumns(const std::optional<TableLayout> &table);
    void applyFilter();
    void updateButtons();
    void makeNewList();
    QString sourceTitle() const;

    QList<ImportSource> m_sources;
    ImportTarget m_target;
    ImportChoices m_choices;
    ImportPreviewModel m_model;
    int m_readings = 0; ///< those under way; all but the last are out of date
    bool m_isClosed = false;

    QLabel *m_format;
    QLabel *m_columnLabel;
    QComboBox *m_column;
    QLineEdit *m_filter;
    QComboBox *m_fate;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_add;
    QPushButton *m_newList;
    BackgroundQueue m_queue;
};

} // namespace rollcall
