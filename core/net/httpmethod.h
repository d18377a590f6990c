// SPDX-License-Identifier: MIT
// The request methods (RFC 9110, section 9; PATCH is RFC 5789).
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace rollcall {

enum class HttpMethod { Get, Head, Post, Put, Patch, Delete, Options };

/// The method as it is sent, for example "GET".
QByteArray verbOf(HttpMethod method);
/// The method with this name, in upper or lower case.
std::optional<HttpMethod> methodFromVerb(QByteArrayView verb);
/// Whether a request with this method, in upper case, can be sent again without harm (RFC 9110,
/// section 9.2.2).
bool isIdempotent(QByteArrayView verb);

} // namespace rollcall
