// SPDX-License-Identifier: MIT
// A line above the table that says something and may offer one thing to do about it.
#pragma once

#include <QFrame>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace rollcall {

/// Hidden until something is said; a new message takes the place of the old one.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind {
        Information,
        Problem,
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text);
    /// With a button named \a actionName that calls \a action.
    void say(Kind kind, const QString &text, const QString &actionName, std::function<void()> action);
    /// Takes back what has become old: a plain piece of information, with nothing to do about it.
    void clearInformation();
    /// What is said now; empty while the bar is hidden.
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_actionButton;
    QToolButton *m_closeButton;
    Kind m_kind = Kind::Information;
    std::function<void()> m_action;
};

} // namespace rollcall
