// SPDX-License-Identifier: MIT
#include "core/url/idna.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <algorithm>
#include <iterator>

#ifdef ROLLCALL_WITH_ICU
#include <unicode/uidna.h>
#endif

namespace rollcall {

namespace {

#ifdef ROLLCALL_WITH_ICU

// Characters that UTS 46 maps otherwise since Unicode 16 than before. ICU knows of it from version 76 on;
// with an older one tst_parseurl fails without this table.
struct NewMapping {
    char32_t first;
    char32_t last;
    char32_t mapped; // what first becomes, the others accordingly; 0: dropped
};

constexpr NewMapping newMappings[] = {
    {0x04c0, 0x04c0, 0x04cf},    {0x10a0, 0x10c5, 0x2d00},   {0x115f, 0x1160, 0},
    {0x17b4, 0x17b5, 0},         {0x180e, 0x180e, 0},        {0x1e9e, 0x1e9e, 0x00df},
    {0x2061, 0x2063, 0},         {0x206a, 0x206f, 0},        {0x2132, 0x2132, 0x214e},
    {0x2183, 0x2183, 0x2184},    {0x3164, 0x3164, 0},        {0xffa0, 0xffa0, 0},
    {0x1d173, 0x1d17a, 0},       {0x2f868, 0x2f868, 0x36fc}, {0x2f874, 0x2f874, 0x5f53},
    {0x2f91f, 0x2f91f, 0x243ab}, {0x2f95f, 0x2f95f, 0x7aee}, {0x2f9bf, 0x2f9bf, 0x45d7},
};

QString withNewMappings(QStringView domain)
{
    QList<char32_t> mapped;
    for (const uint character : domain.toUcs4()) {
        const auto *entry =
            std::find_if(std::begin(newMappings), std::end(newMappings),
                         [character](const auto &m) { return character >= m.first && character <= m.last; });
        if (entry == std::end(newMappings))
            mapped.append(character);
        else if (entry->mapped != 0)
            mapped.append(entry->mapped + (character - entry->first));
    }
    return QString::fromUcs4(mapped.constData(), mapped.size());
}

std::optional<QByteArray> internationalToAscii(QStringView written)
{
    const QString domain = withNewMappings(written);
    // What is made once is never changed, so that every thread may use it.
    static const UIDNA *const uts46 = [] {
        UErrorCode status = U_ZERO_ERROR;
        return uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                                   UIDNA_NONTRANSITIONAL_TO_UNICODE,
                               &status);
    }();
    constexpr uint32_t tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                   UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                   UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    QString ascii(domain.size() * 4 + 64, Qt::Uninitialized);
    for (int tries = 0; tries < 2; ++tries) {
        UErrorCode status = U_ZERO_ERROR;
        const int32_t length = uidna_nameToASCII(
            uts46, reinterpret_cast<const UChar *>(domain.utf16()), static_cast<int32_t>(domain.size()),
            reinterpret_cast<UChar *>(ascii.data()), static_cast<int32_t>(ascii.size()), &info, &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            ascii.resize(length);
            continue;
        }
        if (U_FAILURE(status) || (info.errors & ~tolerated) != 0)
            return std::nullopt;
        return ascii.first(length).toLatin1();
    }
    return std::nullopt;
}

#else

std::optional<QByteArray> internationalToAscii(QStringView domain)
{
    const QByteArray ascii = QUrl::toAce(domain.toString(), QUrl::IgnoreIDNWhitelist);
    return ascii.isEmpty() ? std::nullopt : std::optional(ascii);
}

#endif

} // namespace

bool readsAllInternationalNames()
{
#ifdef ROLLCALL_WITH_ICU
    return true;
#else
    return false;
#endif
}

std::optional<QByteArray> domainToAscii(QStringView domain)
{
    const bool isAscii =
        std::all_of(domain.begin(), domain.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii ? domain.toLatin1().toLower() : internationalToAscii(domain);
}

} // namespace rollcall
