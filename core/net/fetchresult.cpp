// SPDX-License-Identifier: MIT
#include "core/net/fetchresult.h"

#include <algorithm>

namespace rollcall {

QByteArray headerValue(const FetchResult &result, QByteArrayView name)
{
    const auto field = std::find_if(
        result.responseHeaders.begin(), result.responseHeaders.end(),
        [name](const HeaderField &each) { return name.compare(each.first, Qt::CaseInsensitive) == 0; });
    if (field == result.responseHeaders.end())
        return {};
    const QByteArray value = field->second.trimmed();
    return value.isNull() ? QByteArray("") : value;
}

} // namespace rollcall
