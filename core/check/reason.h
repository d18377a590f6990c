// SPDX-License-Identifier: MIT
// One reason for a verdict.
#pragma once

#include "core/net/errorkind.h"

#include <QString>

namespace rollcall {

/// Why a URL failed, or has a warning: the kind has the machine's word and the plain sentence.
struct Reason {
    Reason() = default;
    Reason(ErrorKind reasonKind, QString reasonDetail) : kind(reasonKind), detail(std::move(reasonDetail)) {}

    ErrorKind kind = ErrorKind::None;
    QString detail; ///< what exactly, in English; no secret, and no URL but one that a redirect map expects

    friend bool operator==(const Reason &, const Reason &) = default;
};

} // namespace rollcall
