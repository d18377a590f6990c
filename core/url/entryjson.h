// SPDX-License-Identifier: MIT
// An entry of a list as a JSON object.
#pragma once

#include "core/url/urlentry.h"

#include <QJsonObject>

namespace rollcall {

/// `url`, and what of these was said: `name`, `group`, `tags` (strings), `note`, `enabled` (false), `method`,
/// `headers` ("Name: value"), `body`, `statuses` ("200-299,304"), `expected_url` and `redirect_status` (the
/// redirect target), `interval` and `timeout` (seconds).
QJsonObject entryToJson(const UrlEntry &entry);

/// The text of the member that names the URL, under any of its usual names; empty when there is none.
QString urlInJson(const QJsonObject &object);
/// The rest of what entryToJson() writes, and what other programs call it. The redirect target is as written.
EntryDetails detailsInJson(const QJsonObject &object);

/// The redirect target, as written; nothing when there is no `expected_url`.
std::optional<RedirectTarget> targetInJson(const QJsonObject &object);
/// Header fields from an object of them, or from an array of "Name: value". What cannot be sent is left out.
QList<HeaderField> headersInJson(const QJsonValue &value);
/// Accepted statuses from a text, a number, or an array of either.
StatusRanges statusesInJson(const QJsonValue &value);
/// A time from a number of seconds, or from a text like "30s".
std::optional<std::chrono::milliseconds> durationInJson(const QJsonValue &value);
/// Upper case; empty for GET, which is what is meant where nothing is said, and for what is no method.
QByteArray methodInJson(const QJsonValue &value);
QByteArray methodInText(QStringView text);

} // namespace rollcall
