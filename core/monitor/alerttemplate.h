// SPDX-License-Identifier: MIT
// The body of a webhook: a JSON text with places for the facts of a message.
#pragma once

#include "core/monitor/alertmessage.h"

#include <QByteArray>

#include <variant>

namespace rollcall {

/// JSON in which `{{name}}` stands for a fact of the message (see factsOf()), for example
/// `{"text": "{{title}}: {{url}}"}`. Within a string of JSON a fact is escaped, and what is unknown is empty;
/// outside of one it is a JSON value, in quotes if it is a text, or null. `{{events}}` is the array of all
/// alerts, outside of strings only.
class AlertTemplate
{
public:
    /// The whole of messageToJson().
    AlertTemplate() = default;
    /// Reads \a json, UTF-8. What is wrong with it is told as an English sentence.
    static std::variant<AlertTemplate, QString> fromText(const QByteArray &json);

    /// The JSON of \a message.
    QByteArray render(const AlertMessage &message) const;

    friend bool operator==(const AlertTemplate &, const AlertTemplate &) = default;

private:
    QByteArray m_text; // empty: everything
};

} // namespace rollcall
