// SPDX-License-Identifier: MIT
#include "core/url/normalizeurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"
#include "core/url/canonicalurl.h"
#include "core/url/httpurl.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace rollcall {

namespace {

// The schemes that need no "//". "todo:" and "page:" have the form of a scheme too, but start no URL.
constexpr std::array<QStringView, 16> opaqueSchemes = {
    u"about",  u"blob", u"cid", u"data", u"file", u"geo", u"javascript", u"magnet",
    u"mailto", u"news", u"sip", u"sips", u"sms",  u"tel", u"urn",        u"view-source"};

bool isSame(QStringView text, QStringView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

bool hasWhiteSpace(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

bool isDamaged(QStringView text)
{
    return !text.isValidUtf16() || std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter || (c.category() == QChar::Other_Control && !c.isSpace());
    });
}

// The scheme in front of text, without its colon (RFC 3986, section 3.1), or nothing.
QStringView schemeIn(QStringView text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), [](QChar c) {
        return isAsciiLetter(c) || isAsciiDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
    if (end == text.end() || *end != u':' || !isAsciiLetter(text.front()))
        return {};
    return text.first(end - text.begin());
}

bool isOtherUrl(QStringView scheme, QStringView behindColon)
{
    if (behindColon.startsWith(u"//"))
        return scheme.size() > 1; // "c://" is a drive
    return !behindColon.isEmpty() && !behindColon.front().isSpace() &&
           std::any_of(opaqueSchemes.begin(), opaqueSchemes.end(),
                       [scheme](QStringView opaque) { return isSame(scheme, opaque); });
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && std::all_of(label.begin(), label.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_';
    });
}

// Strict: without a scheme nothing else says that a word is meant as a host.
bool looksLikeHost(QStringView host)
{
    if (isSame(host, u"localhost"))
        return true;
    if (host.startsWith(u'['))
        return host.endsWith(u']') && host.contains(u':');
    if (endsInNumber(host))
        return isDottedQuad(host);
    if (host.endsWith(u'.'))
        host.chop(1);
    const QList<QStringView> labels = host.split(u'.');
    return labels.size() > 1 && labels.back().size() > 1 &&
           std::all_of(labels.begin(), labels.end(), isLabel);
}

bool startsWithHost(QStringView text)
{
    const Authority authority(text.first(authorityLength(text)));
    return authority.userInfo.isNull() && looksLikeHost(authority.host) &&
           std::all_of(authority.port.begin(), authority.port.end(), isAsciiDigit);
}

std::variant<NormalizedUrl, UrlProblem> otherUrl(QStringView text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    return NormalizedUrl(UrlScheme::Other, std::move(bytes));
}

// Reads what follows "http:" or "https:".
std::variant<NormalizedUrl, UrlProblem> behindHttpColon(UrlScheme scheme, QStringView text)
{
    const auto isSlash = [](QChar c) { return c == u'/' || c == u'\\'; };
    if (text.size() < 2 || !isSlash(text[0]) || !isSlash(text[1]))
        return UrlProblem::NoHost;
    return httpUrl(scheme, text.sliced(2));
}

std::variant<NormalizedUrl, UrlProblem> withoutScheme(QStringView text)
{
    if (!startsWithHost(text))
        return UrlProblem::NotAUrl;
    const QString withScheme = QStringLiteral("https://").append(text);
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(withScheme))
        return *std::move(canonical);
    return httpUrl(UrlScheme::Https, text);
}

} // namespace

std::variant<NormalizedUrl, UrlProblem> normalizeUrl(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return UrlProblem::Empty;
    if (text.size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(text))
        return *std::move(canonical);
    if (isDamaged(text))
        return UrlProblem::BadCharacter;

    const QStringView scheme = schemeIn(text);
    const QStringView behindColon = scheme.isEmpty() ? QStringView() : text.sliced(scheme.size() + 1);
    const bool http = isSame(scheme, u"http");
    const bool https = isSame(scheme, u"https");
    if (!http && !https && isOtherUrl(scheme, behindColon))
        return otherUrl(text);
    if (hasWhiteSpace(text))
        return UrlProblem::NotAUrl;
    if (http || https)
        return behindHttpColon(https ? UrlScheme::Https : UrlScheme::Http, behindColon);
    return withoutScheme(text);
}

UrlScheme schemeOf(const QByteArray &url)
{
    if (url.startsWith("https://"))
        return UrlScheme::Https;
    return url.startsWith("http://") ? UrlScheme::Http : UrlScheme::Other;
}

const char *sentence(UrlProblem problem)
{
    // lupdate collects the texts for the window; the core itself only ever hands out the English ones.
    switch (problem) {
    case UrlProblem::Empty:
        return QT_TRANSLATE_NOOP("UrlProblem",
                                 "There is nothing here; write a URL such as https://example.com/page.");
    case UrlProblem::NotAUrl:
        return QT_TRANSLATE_NOOP(
            "UrlProblem", "This is no URL; write one such as https://example.com/page, without spaces.");
    case UrlProblem::NoHost:
        return QT_TRANSLATE_NOOP("UrlProblem",
                                 "The host name is missing; it belongs behind http:// or https://.");
    case UrlProblem::BadHost:
        return QT_TRANSLATE_NOOP("UrlProblem", "No host can have this name or address; check its spelling.");
    case UrlProblem::BadPort:
        return QT_TRANSLATE_NOOP("UrlProblem",
                                 "The port behind the host's colon is not a number from 0 to 65535.");
    case UrlProblem::BadCharacter:
        return QT_TRANSLATE_NOOP(
            "UrlProblem", "This holds a control character or damaged text; check the list's encoding.");
    case UrlProblem::TooLong:
        return QT_TRANSLATE_NOOP("UrlProblem",
                                 "This is longer than any URL that can be called, which is 64 KiB.");
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
