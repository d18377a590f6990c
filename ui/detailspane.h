// SPDX-License-Identifier: MIT
// What is known about the current row, below the table: a sentence, and tabs with all that was measured.
#pragma once

#include "core/history/storedanswer.h"
#include "ui/resultrow.h"

#include <QList>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QScrollArea;
class QTabWidget;
QT_END_NAMESPACE

namespace rollcall {

class FactTable;
class HistoryPane;
class Waterfall;

/// Shows one row. A tab that has nothing to say is not there, but for that of the history, which says how
/// there will be one.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    /// \a actions, which are for the current row, are buttons beside its URL.
    explicit DetailsPane(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Null: there is no current row.
    void showRow(const ResultRow *row);
    /// What the store keeps of the answer of the row with this id; passed over if that is not shown any more.
    void showAnswer(qint64 id, const StoredAnswer &answer);
    /// Where the past of the row's URL is shown.
    HistoryPane &history() { return *m_history; }

Q_SIGNALS:
    /// A result is shown whose answer is not known here: showAnswer() should follow.
    void answerWanted(qint64 id);

private:
    QWidget *makeHead(const QList<QAction *> &actions);
    void addTabs();
    void showTab(QWidget *page, bool isShown);
    void showWantedTab();
    void showResult(const CheckResult &result);
    void hideResult();
    void showCertificates(const CheckResult &result, const QList<CertificateFacts> &certificates);

    ResultRow m_row; ///< the one that is shown, if it has an id
    QLabel *m_url;
    QLabel *m_sentence;
    QWidget *m_buttons;
    QTabWidget *m_tabs;
    QWidget *m_wanted = nullptr; ///< the tab that the person chose, also while this row has none such
    bool m_isFilling = false;    ///< tabs come and go, which is not the person's doing
    QScrollArea *m_timing;
    Waterfall *m_waterfall;
    FactTable *m_redirects;
    FactTable *m_headers;
    FactTable *m_certificate;
    HistoryPane *m_history;
};

} // namespace rollcall
