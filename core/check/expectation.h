// SPDX-License-Identifier: MIT
// Something that an answer has to hold.
#pragma once

#include "core/check/jsonpath.h"
#include "core/check/reason.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <optional>
#include <variant>

namespace rollcall {

struct FetchResult;

/// How much of a body, decoded, is kept for expectations. They see no further, and say so.
inline constexpr qint64 examinedBytes = qint64(1) << 20;

/// One expectation; a value. Made by the functions below, which refuse what cannot be looked for with a
/// reason in English.
class Expectation
{
public:
    struct Problem {
        QString sentence;
    };
    using OrProblem = std::variant<Expectation, Problem>;

    /// The body holds \a text.
    static OrProblem text(const QString &text);
    /// The body matches \a pattern (Perl's syntax) somewhere; ^ and $ are those of lines.
    static OrProblem pattern(const QString &pattern);
    /// The body is JSON and has this value at this place, "data.items[0].state=ok"; without "=" the place is
    /// enough. The value is JSON, or else a string.
    static OrProblem json(const QString &pathAndValue);
    /// A response header "Name: text" whose value holds the text, letters being the same in both cases in the
    /// name alone; the name alone is enough.
    static OrProblem header(const QString &nameAndText);

    /// Where it is looked for, and which of the functions above made it.
    enum class Kind { Text, Pattern, Json, Header };
    Kind kind() const { return m_kind; }
    /// What that function was given.
    const QString &written() const { return m_written; }

    bool needsBody() const { return m_kind != Kind::Header; }
    /// Why \a answer is not as expected; nothing if it is.
    std::optional<Reason> missingFrom(const FetchResult &answer) const;

    friend bool operator==(const Expectation &a, const Expectation &b)
    {
        return a.m_kind == b.m_kind && a.m_written == b.m_written;
    }

private:
    Expectation(Kind kind, QString written) : m_kind(kind), m_written(std::move(written)) {}

    std::optional<QString> problemOfBody(const FetchResult &answer) const;
    std::optional<QString> problemOfJson(const FetchResult &answer) const;
    std::optional<QString> problemOfHeader(const FetchResult &answer) const;

    Kind m_kind;
    QString m_written;
    QRegularExpression m_pattern;
    JsonPath m_path;
    QByteArray m_name;              // of the header
    std::optional<QString> m_value; // of the header or at the path
};

} // namespace rollcall
