// SPDX-License-Identifier: MIT
#include "core/lists/plainlistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/textlines.h"

#include <algorithm>

namespace rollcall {

namespace {

QStringView withoutComment(QStringView text)
{
    for (qsizetype hash = text.indexOf(u'#'); hash >= 0; hash = text.indexOf(u'#', hash + 1)) {
        if (hash == 0 || text[hash - 1].isSpace())
            return text.first(hash).trimmed();
    }
    return text;
}

QStringView unwrapped(QStringView text)
{
    if (text.size() < 2)
        return text;
    const QChar first = text.front();
    const QChar last = text.back();
    const bool wrapped = (first == u'<' && last == u'>') || (first == u'"' && last == u'"') ||
                         (first == u'\'' && last == u'\'');
    return wrapped ? text.sliced(1, text.size() - 2) : text;
}

// A browser reads what follows white space as a part of the URL, which is wrong for a second URL.
bool holdsTwoUrls(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i - 1].isSpace() && (text.sliced(i).startsWith(u"http://", Qt::CaseInsensitive) ||
                                      text.sliced(i).startsWith(u"https://", Qt::CaseInsensitive)))
            return true;
    }
    return false;
}

void readUrl(const TextLine &line, QStringView text, QStringView url, ListBuilder &list)
{
    if (holdsTwoUrls(url))
        list.reject(line.number, text, UrlProblem::NotAUrl);
    else
        list.add(line.number, text, url);
}

void readLine(const TextLine &line, ListBuilder &list)
{
    QStringView text = line.text;
    if (text.startsWith(QChar(QChar::ByteOrderMark))) // files that were joined have one in the middle
        text = text.sliced(1);
    text = text.trimmed();
    if (text.startsWith(u'#'))
        return;
    if (line.cut)
        list.reject(line.number, text, UrlProblem::TooLong);
    else if (!text.isEmpty())
        readUrl(line, text, unwrapped(withoutComment(text)).trimmed(), list);
}

} // namespace

QString PlainListReader::formatName() const
{
    return QStringLiteral("plain text");
}

QStringList PlainListReader::fileSuffixes() const
{
    return {QStringLiteral("txt"), QStringLiteral("list"), QStringLiteral("urls")};
}

int PlainListReader::recognise(const QByteArray & /*head*/, const QString &fileName) const
{
    return std::max(scoreOfName(fileName, fileSuffixes()), recognised::asLastResort);
}

ImportResult PlainListReader::read(QIODevice &device, const QString &sourceName) const
{
    TextLines lines(device, sourceName, maximumUrlBytes);
    ListBuilder list(formatName(), sourceName);
    while (const std::optional<TextLine> line = lines.next()) {
        readLine(*line, list);
        if (list.givesUpAt(line->number))
            break;
    }
    if (std::optional<ImportError> error = lines.error())
        list.fail(*std::move(error));
    return list.result();
}

} // namespace rollcall
