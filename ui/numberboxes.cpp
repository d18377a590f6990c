// SPDX-License-Identifier: MIT
#include "ui/numberboxes.h"

namespace rollcall {

namespace {

using std::chrono::milliseconds;

constexpr int shownDecimals = 3;

Range<double> inSeconds(Range<milliseconds> range)
{
    return {rollcall::inSeconds(range.minimum), rollcall::inSeconds(range.maximum)};
}

milliseconds fromSeconds(double time)
{
    return milliseconds(qRound64(time * 1000));
}

} // namespace

NumberBox::NumberBox(const QString &unit, QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(shownDecimals);
    setSuffix(unit);
    setKeyboardTracking(false);
    setAlignment(Qt::AlignRight);
}

void NumberBox::setLimits(Range<double> range)
{
    m_least.reset();
    setRange(range.minimum, range.maximum);
}

void NumberBox::setLimits(Range<double> range, const QString &word)
{
    m_least = range.minimum;
    setRange(0, range.maximum);
    setSpecialValueText(word);
}

std::optional<double> NumberBox::number() const
{
    if (value() == m_shown && m_given)
        return m_given;
    return m_least && value() < *m_least ? std::nullopt : std::optional(value());
}

void NumberBox::setNumber(std::optional<double> number)
{
    setValue(number.value_or(0));
    m_given = number;
    m_shown = value();
}

QString NumberBox::textFromValue(double value) const
{
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

/// What lies between "none" and the least value becomes the least value.
void NumberBox::fixup(QString &input) const
{
    QDoubleSpinBox::fixup(input);
    if (m_least && valueFromText(input) > 0 && valueFromText(input) < *m_least)
        input = textFromValue(*m_least) + suffix();
}

QValidator::State NumberBox::validate(QString &input, int &position) const
{
    const QValidator::State state = QDoubleSpinBox::validate(input, position);
    const double value = m_least && state == QValidator::Acceptable ? valueFromText(input) : 0;
    return value > 0 && value < *m_least ? QValidator::Intermediate : state;
}

SecondsBox::SecondsBox(QWidget *parent) : NumberBox(tr(" s"), parent) {}

void SecondsBox::setLimits(Range<milliseconds> range)
{
    NumberBox::setLimits(inSeconds(range));
}

void SecondsBox::setLimits(Range<milliseconds> range, const QString &word)
{
    NumberBox::setLimits(inSeconds(range), word);
}

std::chrono::milliseconds SecondsBox::time() const
{
    return fromSeconds(number().value_or(0));
}

std::optional<std::chrono::milliseconds> SecondsBox::optionalTime() const
{
    return number() ? std::optional(time()) : std::nullopt;
}

void SecondsBox::setTime(std::optional<milliseconds> time)
{
    setNumber(time ? std::optional(inSeconds(*time)) : std::nullopt);
}

RateBox::RateBox(QWidget *parent) : NumberBox(tr("/s"), parent)
{
    setLimits(allowed::rate, tr("no limit"));
}

} // namespace rollcall
