// SPDX-License-Identifier: MIT
#include "core/url/normalizeurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"
#include "core/url/canonicalurl.h"
#include "core/url/ipaddress.h"
#include "core/url/parseurl.h"
#include "core/url/urlscheme.h"

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

bool hasWhiteSpace(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

bool isOtherUrl(QStringView scheme, QStringView behindColon)
{
    if (behindColon.startsWith(u"//"))
        return scheme.size() > 1; // "c://" is a drive
    return !behindColon.isEmpty() && !behindColon.front().isSpace() &&
           std::any_of(opaqueSchemes.begin(), opaqueSchemes.end(),
                       [scheme](QStringView opaque) { return isScheme(scheme, opaque); });
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
    if (isScheme(host, u"localhost"))
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
    constexpr QStringView ends = u"/?#\\";
    const auto end = std::find_first_of(text.begin(), text.end(), ends.begin(), ends.end());
    const Authority authority(text.first(end - text.begin()));
    return authority.userInfo.isNull() && looksLikeHost(authority.host) &&
           std::all_of(authority.port.begin(), authority.port.end(), isAsciiDigit);
}

std::variant<NormalizedUrl, UrlProblem> withoutScheme(QStringView text)
{
    if (hasWhiteSpace(text) || !startsWithHost(text))
        return UrlProblem::NotAUrl;
    const QString withScheme = QStringLiteral("https://").append(text);
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(withScheme))
        return *std::move(canonical);
    return parseUrl(withScheme);
}

} // namespace

std::variant<NormalizedUrl, UrlProblem> normalizeUrl(QStringView text)
{
    if (text.size() > maximumUrlBytes && text.trimmed().size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    if (std::optional<NormalizedUrl> canonical = canonicalUrl(text))
        return *std::move(canonical);
    const QString stripped = strippedUrl(text);
    if (QStringView(stripped).trimmed().isEmpty())
        return UrlProblem::Empty;

    const QStringView scheme = schemeIn(stripped);
    if (isScheme(scheme, u"http") || isScheme(scheme, u"https"))
        return parseUrl(stripped);
    if (stripped.front().isSpace()) // of the kinds that browsers do not drop
        return normalizeUrl(QStringView(stripped).trimmed());
    if (isDamaged(stripped))
        return UrlProblem::BadCharacter;
    if (!scheme.isEmpty() && isOtherUrl(scheme, QStringView(stripped).sliced(scheme.size() + 1)))
        return parseUrl(stripped);
    return withoutScheme(text.trimmed());
}

bool isDamaged(QStringView text)
{
    return !text.isValidUtf16() || std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter || (c.category() == QChar::Other_Control && !c.isSpace());
    });
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
    case UrlProblem::NotHttp:
        return QT_TRANSLATE_NOOP("UrlProblem", "This is not checked over http or https, so it was left out.");
    case UrlProblem::NotARedirect:
        return QT_TRANSLATE_NOOP("UrlProblem",
                                 "The status that is expected is no status code; write one such as 301.");
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
