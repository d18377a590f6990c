// SPDX-License-Identifier: MIT
#include "core/net/pagetitle.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace rollcall {

namespace {

constexpr qsizetype longestBegin = 64 * 1024;
constexpr qsizetype longestTitle = 300;

/// The value of `name=value` in \a text, quoted or not; empty if there is none.
QByteArray parameter(const QByteArray &text, const QByteArray &name)
{
    const qsizetype begin = text.toLower().indexOf(name + '=');
    if (begin < 0)
        return {};
    QByteArray value = text.sliced(begin + name.size() + 1).trimmed();
    if (value.startsWith('"') || value.startsWith('\''))
        value.remove(0, 1);
    const auto isEnd = [](char c) {
        return std::string_view("\"'; \t\r\n/>").find(c) != std::string_view::npos;
    };
    value.truncate(std::find_if(value.cbegin(), value.cend(), isEnd) - value.cbegin());
    return value;
}

/// What an element's name may be followed by.
bool endsName(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

/// Where the element that begins at \a at ends if its content is no markup; -1 if it is, or never ends.
qsizetype endOfOpaqueElement(const QByteArray &lower, qsizetype at)
{
    constexpr std::array names = {"script", "style", "noscript", "svg", "template"};
    for (const char *const name : names) {
        const QByteArray open = QByteArray("<") + name;
        const bool isThis = lower.sliced(at).startsWith(open) && at + open.size() < lower.size() &&
                            endsName(lower[at + open.size()]);
        if (!isThis)
            continue;
        const qsizetype end = lower.indexOf(QByteArray("</") + name, at);
        return end < 0 ? lower.size() : end + 1;
    }
    return -1;
}

/// The bytes between `<title>` and `</title`; nothing if they are not both there.
std::optional<QByteArray> titleBytes(const QByteArray &document)
{
    const QByteArray lower = document.toLower();
    constexpr qsizetype nameBytes = 6; // "<title"
    for (qsizetype at = lower.indexOf('<'); at >= 0; at = lower.indexOf('<', at + 1)) {
        const QByteArrayView rest = QByteArrayView(lower).sliced(at);
        if (rest.startsWith("<!--")) {
            const qsizetype end = lower.indexOf("-->", at);
            if (end < 0)
                return std::nullopt;
            at = end;
        } else if (rest.startsWith("<title") && rest.size() > nameBytes && endsName(rest[nameBytes])) {
            const qsizetype begin = lower.indexOf('>', at) + 1;
            const qsizetype end = begin > 0 ? lower.indexOf("</title", begin) : -1;
            return end < 0 ? std::nullopt : std::optional(document.sliced(begin, end - begin));
        } else if (const qsizetype end = endOfOpaqueElement(lower, at); end >= 0) {
            at = end;
        }
    }
    return std::nullopt;
}

QString decoded(const QByteArray &text, const QByteArray &charset)
{
    if (!charset.isEmpty()) {
        QStringDecoder declared(charset.constData());
        if (declared.isValid())
            return declared(text);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString asUtf8 = utf8(text);
    return utf8.hasError() ? QString::fromLatin1(text) : asUtf8;
}

/// The character that the reference \a name (without & and ;) stands for; empty if it is not one of the
/// usual.
QString referenced(const QString &name)
{
    static const std::array<std::pair<const char *, char32_t>, 12> names = {{{"amp", U'&'},
                                                                             {"lt", U'<'},
                                                                             {"gt", U'>'},
                                                                             {"quot", U'"'},
                                                                             {"apos", U'\''},
                                                                             {"nbsp", U' '},
                                                                             {"ndash", U'\u2013'},
                                                                             {"mdash", U'\u2014'},
                                                                             {"middot", U'\u00b7'},
                                                                             {"raquo", U'\u00bb'},
                                                                             {"laquo", U'\u00ab'},
                                                                             {"copy", U'\u00a9'}}};
    for (const auto &[known, character] : names) {
        if (name == QLatin1String(known))
            return QString::fromUcs4(&character, 1);
    }
    if (!name.startsWith(u'#'))
        return {};
    const bool isHexadecimal = name.startsWith(u"#x", Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = name.sliced(isHexadecimal ? 2 : 1).toUInt(&isNumber, isHexadecimal ? 16 : 10);
    const bool isCharacter = isNumber && code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const auto character = char32_t(code);
    return isCharacter ? QString::fromUcs4(&character, 1) : QString();
}

QString withReferencesResolved(const QString &text)
{
    constexpr qsizetype longestName = 10;
    QString resolved;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype end = text[at] == u'&' ? text.indexOf(u';', at) : -1;
        const QString character =
            end > at && end - at <= longestName ? referenced(text.sliced(at + 1, end - at - 1)) : QString();
        resolved += character.isEmpty() ? QString(text[at]) : character;
        if (!character.isEmpty())
            at = end;
    }
    return resolved;
}

} // namespace

PageTitle::PageTitle(QByteArrayView contentType)
{
    const QByteArray type = contentType.toByteArray();
    const QByteArray mediaType = type.split(';').constFirst().trimmed().toLower();
    m_isWanted = mediaType == "text/html" || mediaType == "application/xhtml+xml";
    if (m_isWanted)
        m_declaredCharset = parameter(type, "charset");
}

void PageTitle::feed(QByteArrayView bytes)
{
    const qsizetype room = longestBegin - m_begin.size();
    if (m_isWanted && room > 0)
        m_begin.append(bytes.first(std::min(room, bytes.size())));
}

QString PageTitle::title() const
{
    const std::optional<QStringConverter::Encoding> mark = QStringConverter::encodingForData(m_begin);
    const bool isWide = mark && *mark != QStringConverter::Utf8;
    const QByteArray document = isWide ? QString(QStringDecoder(*mark)(m_begin)).toUtf8() : m_begin;
    const std::optional<QByteArray> bytes = titleBytes(document);
    if (!bytes)
        return {};
    QByteArray charset = m_declaredCharset;
    if (mark)
        charset = "UTF-8";
    else if (charset.isEmpty())
        charset = parameter(document.left(1024), "charset");
    return withReferencesResolved(decoded(*bytes, charset)).simplified().left(longestTitle);
}

} // namespace rollcall
