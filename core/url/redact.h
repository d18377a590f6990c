// SPDX-License-Identifier: MIT
// Keeps secrets that URLs carry out of what is shown and written.
#pragma once

#include <QByteArray>
#include <QString>

namespace rollcall {

/// \a text, a URL or a text with URLs in it, with "***" in place of passwords, and of the values in queries
/// and fragments that are likely to be secret by their name ("token", "api_key", "X-Amz-Signature") or by
/// their form (20 characters or more, letters and digits in a jumble). What it gave it leaves as it is. Any
/// thread.
QByteArray redacted(const QByteArray &text);
QString redacted(const QString &text);

} // namespace rollcall
