// SPDX-License-Identifier: MIT
#include "core/lists/textlistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/textlines.h"
#include "core/lists/urlfinder.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr qsizetype maximumLineLength = 4 * maximumUrlBytes;

// Whether line holds a URL and something else beside it, other than a comment.
bool isSentence(QStringView line)
{
    const QList<QStringView> urls = urlsIn(line);
    if (urls.isEmpty())
        return false;
    const QStringView first = urls.first();
    const bool startsWithIt = first.begin() - line.begin() <= 1; // "<http://..."
    const auto space = std::find_if(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
    const QStringView behind = line.sliced(space - line.begin()).trimmed();
    return !startsWithIt || (!behind.isEmpty() && !behind.startsWith(u'#'));
}

} // namespace

QString TextListReader::formatName() const
{
    return QStringLiteral("text");
}

QStringList TextListReader::fileSuffixes() const
{
    return {QStringLiteral("md"), QStringLiteral("log"), QStringLiteral("eml")};
}

int TextListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString text = headText(head);
    qsizetype lines = 0;
    qsizetype sentences = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#') || urlsIn(trimmed).isEmpty())
            continue;
        ++lines;
        sentences += isSentence(trimmed) ? 1 : 0;
    }
    const int byName = scoreOfName(fileName, fileSuffixes());
    return sentences > 0 && sentences * 2 >= lines ? std::max(byName, recognised::byHabit - 1) : byName;
}

ImportResult TextListReader::read(QIODevice &device, const QString &sourceName) const
{
    TextLines lines(device, sourceName, maximumLineLength);
    ListBuilder list(formatName(), sourceName);
    while (const std::optional<TextLine> line = lines.next()) {
        for (const QStringView url : urlsIn(line->text))
            list.add(line->number, url, url);
        if (line->cut)
            list.reject(line->number, line->text.trimmed(), UrlProblem::TooLong);
    }
    if (std::optional<ImportError> error = lines.error())
        list.fail(*std::move(error));
    return list.result();
}

} // namespace rollcall
