// SPDX-License-Identifier: MIT
// A line with a sign that says what is wrong at the place where it is wrong.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace rollcall {

/// Its colours follow the palette.
class ProblemLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemLine(QWidget *parent = nullptr);

    void say(const QString &text);
    /// The object name of the label with the text.
    void setTextName(const QString &objectName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace rollcall
