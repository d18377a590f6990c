// SPDX-License-Identifier: MIT
// Draws what the time of a call was spent on as bars, one below the other.
#pragma once

#include "ui/phases.h"

#include <QWidget>

#include <optional>

namespace rollcall {

/// A line for each phase: its name, a bar from its beginning to its end, and its time. To a screen reader it
/// is one sentence with the same in it.
class Waterfall : public QWidget
{
    Q_OBJECT
public:
    explicit Waterfall(QWidget *parent = nullptr);

    void showResult(const CheckResult &result);
    bool isEmpty() const { return m_phases.isEmpty(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int lineHeight() const;
    int nameWidth() const;
    int timeWidth() const;
    void paintPhase(QPainter &painter, const QRect &line, const TimedPhase &phase) const;

    QList<TimedPhase> m_phases;
    std::chrono::microseconds m_total{0};
    QString m_last; ///< the line below the bars
};

} // namespace rollcall
