// SPDX-License-Identifier: MIT
// From the ways in which a libcurl transfer ends to the error kinds.
#pragma once

#include "core/net/errorkind.h"

#include <QByteArray>
#include <QString>

#include <curl/curl.h>

namespace rollcall {

/// What is known when libcurl has given up, or has not.
struct CurlEnd {
    explicit CurlEnd(CURLcode curlCode) : code(curlCode) {}

    CURLcode code;
    QByteArray text;           ///< libcurl's own words
    int osError = 0;           ///< errno of the last system call that failed
    bool wasConnected = false; ///< TLS included
    bool wasProxied = false;
    bool isAtProxy = false; ///< no further than the proxy itself
    bool headBegan = false;
    bool headIsComplete = false;
    ErrorKind certificateProblem = ErrorKind::None;
};

/// A kind, and in English what exactly went wrong; the detail has neither URL nor secret.
struct CurlFailure {
    CurlFailure(ErrorKind errorKind, QString errorDetail) : kind(errorKind), detail(std::move(errorDetail)) {}

    ErrorKind kind;
    QString detail;
};

/// Why the transfer failed; None if it did not.
CurlFailure failureOf(const CurlEnd &end);

} // namespace rollcall
