// SPDX-License-Identifier: MIT
// Brings what the history tells of the rows into the table, while a column shows it.
#pragma once

#include "ui/rowpast.h"

#include <QObject>
#include <QTimer>

namespace rollcall {

class History;
class ResultModel;
class ResultView;

/// Asks for a few hundred rows at a time, so that other questions to the history are answered in between, and
/// goes on until all are known.
class RowPasts : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this.
    RowPasts(History &history, ResultModel &results, ResultView &view, QObject *parent = nullptr);

    /// There may be more in the history: asks for all rows anew.
    void refresh();
    /// Whether every row has what the history told when it was asked last, or no column shows it.
    bool isComplete() const { return !m_isAsking && !m_timer.isActive(); }

private:
    void begin();
    void askForNext();
    void take(const QList<qint64> &ids, const QList<RowPast> &pasts);

    History &m_history;
    ResultModel &m_results;
    ResultView &m_view;
    QTimer m_timer;      ///< gathers reasons to ask anew
    qint64 m_lastId = 0; ///< rows up to the one with this id have been asked for
    int m_round = 0;     ///< answers of an earlier one are passed over
    bool m_isAsking = false;
};

} // namespace rollcall
