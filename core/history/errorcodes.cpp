// SPDX-License-Identifier: MIT
#include "core/history/errorcodes.h"

#include <algorithm>

namespace rollcall {

void ErrorCodes::add(qint64 code, const QByteArray &slug)
{
    m_codes.emplace_back(code, errorKindFromSlug(slug).value_or(ErrorKind::Internal));
}

qint64 ErrorCodes::codeOf(ErrorKind kind) const
{
    const auto found = std::ranges::find(m_codes, kind, &std::pair<qint64, ErrorKind>::second);
    return kind == ErrorKind::None || found == m_codes.end() ? 0 : found->first;
}

ErrorKind ErrorCodes::kindOf(qint64 code) const
{
    if (code == 0)
        return ErrorKind::None;
    const auto found = std::ranges::find(m_codes, code, &std::pair<qint64, ErrorKind>::first);
    return found == m_codes.end() ? ErrorKind::Internal : found->second;
}

} // namespace rollcall
