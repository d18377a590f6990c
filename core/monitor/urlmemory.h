// SPDX-License-Identifier: MIT
// What a monitor must remember of a URL to go on after a restart without saying anything twice.
#pragma once

#include "core/monitor/healthtracker.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace rollcall {

/// The memory of one URL.
struct UrlMemory {
    UrlMemory() = default;
    explicit UrlMemory(QByteArray memoryUrl) : url(std::move(memoryUrl)) {}

    QByteArray url;
    Health health = Health::Unknown;
    QDateTime since;              ///< UTC
    Health told = Health::Up;     ///< what people know: Up, Degraded or Down
    QDateTime certificateExpires; ///< of the certificate that people were warned of
    int certificateDays = 0;      ///< how early they were; 0: not yet
    QByteArray target;            ///< where redirects led, without query; empty: not known
    QByteArray bodySha256;        ///< of the last good answer; empty: not known

    friend bool operator==(const UrlMemory &, const UrlMemory &) = default;
};

/// All of it but the URL. Any thread.
QJsonObject memoryToJson(const UrlMemory &memory);
/// The reverse; what is missing or wrong stays as in a new memory.
UrlMemory memoryFromJson(const QByteArray &url, const QJsonObject &object);

} // namespace rollcall
