// SPDX-License-Identifier: MIT
#include "core/net/httpmethod.h"

#include <algorithm>
#include <array>

namespace rollcall {

QByteArray verbOf(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Head:
        return QByteArrayLiteral("HEAD");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    case HttpMethod::Put:
        return QByteArrayLiteral("PUT");
    case HttpMethod::Patch:
        return QByteArrayLiteral("PATCH");
    case HttpMethod::Delete:
        return QByteArrayLiteral("DELETE");
    case HttpMethod::Options:
        return QByteArrayLiteral("OPTIONS");
    }
    return {};
}

std::optional<HttpMethod> methodFromVerb(QByteArrayView verb)
{
    constexpr std::array methods = {HttpMethod::Get,    HttpMethod::Head,  HttpMethod::Post,
                                    HttpMethod::Put,    HttpMethod::Patch, HttpMethod::Delete,
                                    HttpMethod::Options};
    for (const HttpMethod method : methods) {
        if (verbOf(method).compare(verb, Qt::CaseInsensitive) == 0)
            return method;
    }
    return std::nullopt;
}

bool isIdempotent(QByteArrayView verb)
{
    constexpr std::array<const char *, 6> verbs = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"};
    return std::any_of(verbs.begin(), verbs.end(), [verb](const char *each) { return verb == each; });
}

} // namespace rollcall
