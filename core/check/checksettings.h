// SPDX-License-Identifier: MIT
// How a list is checked: the settings as a value, their defaults and their allowed ranges.
#pragma once

#include "core/check/politeness.h"
#include "core/check/rules.h"
#include "core/net/fetchrequest.h"
#include "core/net/httpmethod.h"
#include "core/net/transportoptions.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// An inclusive range of allowed values.
template <class T>
struct Range {
    T minimum;
    T maximum;
    constexpr bool contains(T value) const { return value >= minimum && value <= maximum; }
};

/// The ranges that the window's fields, the command line and validate() share.
namespace allowed {
inline constexpr Range<int> concurrency{1, 10'000};
inline constexpr Range<int> perHost{1, 1'000};
inline constexpr Range<std::chrono::milliseconds> timeout{std::chrono::milliseconds(100),
                                                          std::chrono::hours(1)};
inline constexpr Range<std::chrono::milliseconds> connectTimeout{std::chrono::milliseconds(100),
                                                                 std::chrono::hours(1)};
inline constexpr Range<std::chrono::milliseconds> firstByteTimeout = connectTimeout;
inline constexpr Range<std::chrono::milliseconds> idleTimeout = connectTimeout;
inline constexpr Range<int> maxRedirects{0, 100};
inline constexpr Range<qint64> maxBodyBytes{0, qint64(1) << 50};
inline constexpr Range<int> retries{0, 10};
inline constexpr Range<double> rate{0.001, 100'000}; // per second
inline constexpr Range<int> giveUpAfter{0, 1'000'000};
inline constexpr Range<std::chrono::milliseconds> longestPause{std::chrono::milliseconds(0),
                                                               std::chrono::hours(1)};
} // namespace allowed

/// What may be changed while a check runs.
struct CheckLimits {
    CheckLimits() = default;
    CheckLimits(int concurrentUrls, int concurrentPerHost)
        : concurrency(concurrentUrls),
          perHost(concurrentPerHost)
    {
    }

    int concurrency = 50;              ///< URLs in flight at once
    int perHost = 6;                   ///< of these, to one host and port
    std::optional<double> rate;        ///< calls that begin in a second; none: as fast as it goes
    std::optional<double> ratePerHost; ///< of these, to one host and port

    friend bool operator==(const CheckLimits &, const CheckLimits &) = default;
};

/// How a list is checked. The defaults are those of the command line and of a new window.
struct CheckSettings {
    CheckSettings() = default;

    CheckLimits limits;
    std::chrono::milliseconds timeout{30'000};        ///< per call, from leaving the queue to the last byte
    std::chrono::milliseconds connectTimeout{10'000}; ///< look-up, TCP and TLS of each hop
    std::optional<std::chrono::milliseconds>
        firstByteTimeout;                                 ///< from the request to the answer, of each hop
    std::optional<std::chrono::milliseconds> idleTimeout; ///< between two pieces of a body
    HttpMethod method = HttpMethod::Get;
    int maxRedirects = 10;
    qint64 maxBodyBytes = qint64(64) * 1024 * 1024; ///< decoded; a larger body fails as body-too-large
    int retries = 1;                                ///< further calls after a transient failure
    QList<HeaderField> headers;
    QByteArray userAgent;        ///< empty: "Rollcall/<version>"
    QByteArray body;             ///< of the request; not with Get and Head
    bool allowDowngrade = false; ///< follow redirects from https to http
    TransportOptions transport;
    Politeness politeness;
    RuleSet rules;

    friend bool operator==(const CheckSettings &, const CheckSettings &) = default;
};

/// A setting that is out of its range.
struct SettingsProblem {
    const char *setting;  ///< the option's name on the command line, for example "concurrency"
    QString allowedRange; ///< English, for example "1 to 10000" or "0.1 to 3600 seconds"
};

/// The first setting of \a settings that is out of range, if any. Any thread.
std::optional<SettingsProblem> validate(const CheckSettings &settings);

} // namespace rollcall
