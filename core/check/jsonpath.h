// SPDX-License-Identifier: MIT
// A place in a JSON document, written as "data.items[0].state".
#pragma once

#include <QJsonDocument>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringView>

#include <variant>

namespace rollcall {

/// Names separated by dots, indexes in brackets from 0, names that hold other characters as ["a.b"]; a
/// leading
/// "$" stands for the document and may be left out.
class JsonPath
{
public:
    /// The document itself.
    JsonPath() = default;

    /// Why a text is no path: in English, with the character, from 1.
    struct Problem {
        QString sentence;
    };
    /// Reads a path from the beginning of \a text, up to a "=" outside of brackets or the end; \a length
    /// tells where that is.
    static std::variant<JsonPath, Problem> parse(QStringView text, qsizetype *length);

    /// What is there; undefined if nothing is.
    QJsonValue find(const QJsonDocument &document) const;

private:
    using Step = std::variant<QString, qsizetype>; // a name or an index

    QList<Step> m_steps;
};

} // namespace rollcall
