// SPDX-License-Identifier: MIT
// An entry of a list as a JSON object.
#pragma once

#include "core/url/urlentry.h"
#include "core/url/valuetree.h"

#include <QJsonObject>

namespace rollcall {

/// `url`, and what of these was said: `name`, `group`, `tags` (strings), `note`, `enabled` (false), `method`,
/// `headers` ("Name: value"), `body`, `statuses` ("200-299,304"), `expected_url` and `redirect_status` (the
/// redirect target), `interval` and `timeout` (seconds).
QJsonObject entryToJson(const UrlEntry &entry);

/// The text of the member that names the URL, under any of its usual names; empty when there is none.
QStringView urlInJson(ValueView object);
/// The rest of what entryToJson() writes, and what other programs call it. The redirect target is as written.
EntryDetails detailsInJson(ValueView object);

/// Whether \a value is a false that is written as such, or as 0.
bool isFalse(ValueView value);
/// The redirect target, as written; nothing when there is no `expected_url`.
std::optional<RedirectTarget> targetInJson(ValueView object);
/// Header fields from an object of them, or from an array of "Name: value". What cannot be sent is left out.
QList<HeaderField> headersInJson(ValueView value);
/// A header field that can be sent, or nothing.
std::optional<HeaderField> headerInText(QStringView name, QStringView value);
/// Accepted statuses from a text, a number, or an array of either.
StatusRanges statusesInJson(ValueView value);
/// A time from a number of seconds, or from a text like "30s".
std::optional<std::chrono::milliseconds> durationInJson(ValueView value);
/// Upper case; empty for GET, which is what is meant where nothing is said, and for what is no method.
QByteArray methodInText(QStringView text);

} // namespace rollcall
