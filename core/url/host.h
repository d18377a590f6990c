// SPDX-License-Identifier: MIT
// Reads the host of a URL as browsers do (WHATWG URL, section 3.5).
#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace rollcall {

/// The host of an http or https URL (or ftp, ws, wss, file) in its canonical form: an ASCII name, an IPv4
/// address of four decimal numbers, an IPv6 address in brackets. Nothing when it is none.
std::optional<QByteArray> canonicalHost(QStringView text);

/// Whether \a text can be the host of a URL of any other scheme, of which nothing more is known.
bool isOpaqueHost(QStringView text);

} // namespace rollcall
