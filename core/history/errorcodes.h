// SPDX-License-Identifier: MIT
// The numbers that a file has for error kinds.
#pragma once

#include "core/net/errorkind.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace rollcall {

/// Each file numbers the slugs that it has met: the values of ErrorKind change from version to version, slugs
/// never do.
class ErrorCodes
{
public:
    ErrorCodes() = default;

    void add(qint64 code, const QByteArray &slug);
    /// 0 for None, and for a kind that has no code here.
    qint64 codeOf(ErrorKind kind) const;
    /// None for 0; Internal for a code whose slug this version does not know.
    ErrorKind kindOf(qint64 code) const;

private:
    std::vector<std::pair<qint64, ErrorKind>> m_codes; ///< some forty
};

} // namespace rollcall
