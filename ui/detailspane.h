// SPDX-License-Identifier: MIT
// What is known about the current row, in sentences and a few figures, below the table.
#pragma once

#include "ui/resultrow.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
QT_END_NAMESPACE

namespace rollcall {

class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Null: there is no current row.
    void showRow(const ResultRow *row);

private:
    QLabel *addLine(const QString &name);
    void setLine(QLabel *line, const QString &text);

    QLabel *m_url;
    QLabel *m_sentence;
    QFormLayout *m_lines;
    QLabel *m_redirects;
    QLabel *m_times;
    QLabel *m_connection;
};

} // namespace rollcall
