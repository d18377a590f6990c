// SPDX-License-Identifier: MIT
// The line above the table in which the person says which rows to see.
#pragma once

#include "ui/rowfilter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace rollcall {

/// A text, the column it is looked for in, and whether it is a regular expression. An expression that is
/// not valid is said so in the line, and the filter before it stays.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// What the line asks for, or asked for last while it holds no valid expression.
    const RowFilter &filter() const { return m_filter; }
    /// Writes \a filter into the line; filterChanged() follows.
    void setFilter(const RowFilter &filter);
    /// Puts the cursor into the line.
    void focusText();
    /// Says how many rows are shown.
    void setCounts(qsizetype shown, qsizetype total);

Q_SIGNALS:
    /// The person changed the filter; it is valid.
    void filterChanged(const rollcall::RowFilter &filter);
    /// The person left the line with Escape or went on to the table with Down or Enter.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    RowFilter m_filter;
    QLineEdit *m_text;
    QComboBox *m_column;
    QToolButton *m_expression;
    QLabel *m_error;
    QLabel *m_counts;
};

} // namespace rollcall
