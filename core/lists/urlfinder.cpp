// SPDX-License-Identifier: MIT
#include "core/lists/urlfinder.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr std::array<QStringView, 3> beginnings = {u"http://", u"https://", u"www."};

// The length of what a URL may begin with at the start of text, 0 when it does not.
qsizetype beginningLength(QStringView text)
{
    for (const QStringView beginning : beginnings) {
        if (text.startsWith(beginning, Qt::CaseInsensitive))
            return beginning.size();
    }
    return 0;
}

bool endsUrl(QChar c)
{
    constexpr QStringView ends = u"<>\"`\\{}|^\u201c\u201d\u201e\u00ab\u00bb\u3001\u3002\uff0c";
    return c.isSpace() || c.category() == QChar::Other_Control || ends.contains(c);
}

bool isOfSentence(QChar c)
{
    constexpr QStringView punctuation = u".,;:!?'*_~\u2018\u2019\u2026";
    return punctuation.contains(c);
}

// Whether the closing bracket at the end of url has none that it closes.
bool closesNothing(QStringView url)
{
    const QChar close = url.back();
    if (close != u')' && close != u']')
        return false;
    const QChar open = close == u')' ? u'(' : u'[';
    return std::count(url.begin(), url.end(), close) > std::count(url.begin(), url.end(), open);
}

QStringView withoutSentence(QStringView url)
{
    while (!url.isEmpty() && (isOfSentence(url.back()) || closesNothing(url)))
        url.chop(1);
    return url;
}

} // namespace

QList<QStringView> urlsIn(QStringView text)
{
    QList<QStringView> urls;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool insideWord = i > 0 && text[i - 1].isLetterOrNumber();
        const char16_t lower = text[i].unicode() | 0x20;
        if (insideWord || (lower != u'h' && lower != u'w'))
            continue;
        const qsizetype beginning = beginningLength(text.sliced(i));
        if (beginning == 0)
            continue;
        const auto end = std::find_if(text.begin() + i, text.end(), endsUrl);
        const QStringView url = withoutSentence(text.sliced(i, end - text.begin() - i));
        if (url.size() > beginning)
            urls.append(url);
        i = end - text.begin();
    }
    return urls;
}

} // namespace rollcall
