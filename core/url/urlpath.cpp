// SPDX-License-Identifier: MIT
#include "core/url/urlpath.h"

#include "core/url/ascii.h"
#include "core/url/percentencode.h"

#include <algorithm>

namespace rollcall {

namespace {

// How many dots segment is, if it is nothing but one or two; an escaped dot is a dot.
int dotsIn(QStringView segment)
{
    constexpr QStringView escapedDot = u"%2e";
    int dots = 0;
    while (!segment.isEmpty() && dots < 3) {
        const bool escaped = segment.startsWith(escapedDot, Qt::CaseInsensitive);
        if (!escaped && segment.front() != u'.')
            return 0;
        segment = segment.sliced(escaped ? escapedDot.size() : 1);
        ++dots;
    }
    return dots <= 2 ? dots : 0;
}

} // namespace

QByteArray joinedPath(QByteArrayView folder, QStringView text)
{
    QByteArray path = folder.toByteArray();
    for (bool last = false; !last;) {
        const auto slash = std::find_if(text.begin(), text.end(), isSlash);
        const QStringView segment = text.first(slash - text.begin());
        last = slash == text.end();
        const int dots = dotsIn(segment);
        if (dots == 2)
            path.truncate(std::max<qsizetype>(path.lastIndexOf('/'), 0));
        if (dots == 0 || last)
            path += '/';
        if (dots == 0)
            appendPercentEncoded(path, segment, UrlPart::Path);
        if (!last)
            text = text.sliced(segment.size() + 1);
    }
    return path;
}

} // namespace rollcall
