// SPDX-License-Identifier: MIT
#include "core/check/botwall.h"

#include "core/net/fetchresult.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

struct MarkingHeader {
    const char *name;
    const char *value;
};

constexpr std::array markingHeaders = {
    MarkingHeader{"cf-mitigated", "challenge"}, // Cloudflare documents it for all of its challenges
    MarkingHeader{"x-vercel-mitigated", "challenge"},
    MarkingHeader{"x-amzn-waf-action", "challenge"},
    MarkingHeader{"x-amzn-waf-action", "captcha"},
};

/// What the pages load, or are built of: names of scripts, not words that a person might write.
constexpr std::array markingTexts = {
    "/cdn-cgi/challenge-platform/", "captcha-delivery.com",
    "_Incapsula_Resource",          "px-captcha",
    "sucuri_cloudproxy_js",         "/.within.website/x/cmd/anubis/",
    "/.well-known/ddos-guard/",
};

constexpr std::array statuses = {401, 403, 405, 429, 503};

} // namespace

bool isBotWall(const FetchResult &answer)
{
    const auto isMarkedBy = [&answer](const MarkingHeader &mark) {
        return headerValue(answer, mark.name).compare(mark.value, Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(markingHeaders.begin(), markingHeaders.end(), isMarkedBy))
        return true;
    if (std::find(statuses.begin(), statuses.end(), answer.status) == statuses.end())
        return false;
    const QByteArray begin = answer.bodyPrefix.left(botWallBytes);
    return std::any_of(markingTexts.begin(), markingTexts.end(),
                       [&begin](const char *text) { return begin.contains(text); });
}

} // namespace rollcall
