// SPDX-License-Identifier: MIT
// A small table of texts to read and to copy.
#pragma once

#include <QList>
#include <QStringList>
#include <QTableWidget>

namespace rollcall {

/// Rows are selected whole and copied as tab-separated text; the last column takes what width is left.
class FactTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit FactTable(const QStringList &headers, QWidget *parent = nullptr);

    void setRows(const QList<QStringList> &rows);
    /// The selected rows, or all of them if none is, as tab-separated text.
    QString text() const;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;
};

} // namespace rollcall
