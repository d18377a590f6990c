// SPDX-License-Identifier: MIT
// The settings of a check as a JSON object: how they are kept with a list, and how they travel.
#pragma once

#include "core/check/checksettings.h"

#include <QJsonObject>

namespace rollcall {

/// What of \a settings differs from the defaults. Times are seconds, headers "Name: value", rules NAME=VALUE
/// as setRule() takes them.
QJsonObject settingsToJson(const CheckSettings &settings);

/// The settings that settingsToJson() wrote. What is absent, unknown or out of its range is the default, so
/// the result is valid whatever \a object holds.
CheckSettings settingsFromJson(const QJsonObject &object);

} // namespace rollcall
