// SPDX-License-Identifier: MIT
// The dialog that lists the incidents of all URLs of a list.
#pragma once

#include "ui/incidentmodel.h"
#include "ui/urlpast.h"

#include <QByteArrayList>
#include <QDialog>
#include <QSortFilterProxyModel>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace rollcall {

class History;

/// Asks the history for a hundred URLs at a time, so that other questions are answered in between, and shows
/// what has been found so far, the last incident first.
class IncidentsDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a history is borrowed and outlives this; \a urls are those of the list that is called \a listName.
    IncidentsDialog(History &history, QByteArrayList urls, const QString &listName,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to see the row of \a url.
    void urlWanted(const QByteArray &url);

private:
    void makeLayout();
    void makeTable();
    void showInTable();
    void copyRows();
    void begin();
    void askForNext();
    void showSummary(bool isReading);

    History &m_history;
    const QByteArrayList m_urls;
    TimeRange m_range;
    qsizetype m_asked = 0; ///< of the URLs
    int m_round = 0;       ///< answers of an earlier one are passed over
    IncidentModel m_model;
    QSortFilterProxyModel m_shown;

    QComboBox *m_period;
    QLineEdit *m_text;
    QTableView *m_table;
    QLabel *m_summary;
    QPushButton *m_showInTable;
};

} // namespace rollcall
