// SPDX-License-Identifier: MIT
// Fuzzes the parser of URLs: what it gives is stable, and both ways to it agree.
#include "core/url/canonicalurl.h"
#include "core/url/parseurl.h"
#include "core/url/urlparts.h"

#include <QString>
#include <QUrl>

#include <cstdint>
#include <cstdlib>

using namespace rollcall;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkReading(const std::variant<NormalizedUrl, UrlProblem> &reading)
{
    const auto *url = std::get_if<NormalizedUrl>(&reading);
    if (url == nullptr || url->scheme == UrlScheme::Other)
        return;
    require(parseUrl(QString::fromLatin1(url->url)) == reading);
    require(normalizeUrl(QString::fromLatin1(url->url)) == reading);
    require(!UrlParts(url->url).host.isEmpty());
    toQUrl(url->url);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto reading = parseUrl(text);
    checkReading(reading);
    checkReading(normalizeUrl(text));
    checkReading(parseUrl(text, "https://example.com/a/b?c#d"));
    if (const auto canonical = canonicalUrl(text))
        require(reading == std::variant<NormalizedUrl, UrlProblem>(*canonical) ||
                text.size() > maximumUrlBytes);
    return 0;
}
