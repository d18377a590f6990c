// SPDX-License-Identifier: MIT
// A set of days of the week, and its text: "daily", "mon-fri", "tue,thu".
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace rollcall {

/// Days of the week, numbered as Qt does: 1 is Monday.
class WeekDays
{
public:
    WeekDays() = default;

    static WeekDays all();
    /// "daily", or days and ranges of days with commas between them: "mon-fri,sun". The names are the first
    /// three letters of the English ones in any case of letters; a range may go over Sunday ("sat-mon").
    static std::optional<WeekDays> fromText(QStringView text);

    void add(int day) { m_bits |= bitOf(day); }
    bool contains(int day) const { return (m_bits & bitOf(day)) != 0; }
    bool isEmpty() const { return m_bits == 0; }
    /// What fromText() reads back.
    QString text() const;

    friend bool operator==(const WeekDays &, const WeekDays &) = default;

private:
    static constexpr unsigned bitOf(int day) { return 1U << unsigned(day); }

    unsigned m_bits = 0;
};

} // namespace rollcall
