// SPDX-License-Identifier: MIT
// Spin boxes for times and rates, which show no needless zeros and have a word for "no limit".
#pragma once

#include "core/check/checksettings.h"

#include <QDoubleSpinBox>

#include <chrono>
#include <optional>

namespace rollcall {

inline double inSeconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

/// A number with up to three decimals: "30 s" and "0.5 s", not "30.000 s". What is typed counts when the
/// field is left, so that "500" is not first 5, then 50.
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT
public:
    /// \a unit stands behind the number, with its blank where it has one.
    explicit NumberBox(const QString &unit, QWidget *parent = nullptr);

    /// Allows the values of \a range.
    void setLimits(Range<double> range);
    /// Allows also "none", which is shown as \a word and stands below all others.
    void setLimits(Range<double> range, const QString &word);

    /// The value; nothing for "none".
    std::optional<double> number() const;
    void setNumber(std::optional<double> number);

    QString textFromValue(double value) const override;
    void fixup(QString &input) const override;
    QValidator::State validate(QString &input, int &position) const override;

private:
    std::optional<double> m_least; // beside "none"
    std::optional<double> m_given; // the field rounds; what nobody touched stays exact
    double m_shown = 0;            // what m_given is in the field
};

/// A time in seconds.
class SecondsBox : public NumberBox
{
    Q_OBJECT
public:
    explicit SecondsBox(QWidget *parent = nullptr);

    void setLimits(Range<std::chrono::milliseconds> range);
    void setLimits(Range<std::chrono::milliseconds> range, const QString &word);

    /// Zero for "none".
    std::chrono::milliseconds time() const;
    std::optional<std::chrono::milliseconds> optionalTime() const;
    void setTime(std::optional<std::chrono::milliseconds> time);
};

/// Calls a second, or none for "no limit".
class RateBox : public NumberBox
{
    Q_OBJECT
public:
    explicit RateBox(QWidget *parent = nullptr);
};

} // namespace rollcall
