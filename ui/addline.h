// SPDX-License-Identifier: MIT
// The line above the table in which the person types URLs to add.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace rollcall {

/// Hidden until it is asked for. It stays for the next URL until Escape.
class AddLine : public QWidget
{
    Q_OBJECT
public:
    explicit AddLine(QWidget *parent = nullptr);

    /// Shows the line and puts the cursor into it.
    void begin();
    /// Empties it for the next URL.
    void clear();

Q_SIGNALS:
    /// The person pressed Enter.
    void entered(const QString &text);
    /// The person left with Escape, or the cross.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();

    QLineEdit *m_text;
};

} // namespace rollcall
