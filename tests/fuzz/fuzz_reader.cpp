// SPDX-License-Identifier: MIT
// Fuzzes one reader, the one of the format ROLLCALL_FUZZ_FORMAT: it ends, in little memory, and what it gives
// is sound.
#include "core/lists/listreader.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

#ifndef ROLLCALL_FUZZ_FORMAT // CMake names it; a tool that reads this file alone does not
#define ROLLCALL_FUZZ_FORMAT ""
#endif

using namespace rollcall;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const ListReader &readerUnderTest()
{
    for (const ListReader *reader : listReaders()) {
        if (reader->formatName() == QLatin1String(ROLLCALL_FUZZ_FORMAT))
            return *reader;
    }
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ListReader &reader = readerUnderTest();
    QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    reader.recognise(bytes.left(8192), QStringLiteral("a file"));
    const ImportResult result = reader.read(buffer, QStringLiteral("a file"));
    require(result.error.has_value() || !result.list.entries.isEmpty());
    require(!result.error || englishMessage(*result.error).contains(QStringLiteral("a file")));
    require(result.list.rejected.size() <= result.list.rejectedCount);
    for (const UrlEntry &entry : result.list.entries) {
        require(!entry.url.isEmpty() && !entry.url.contains('\n'));
        const auto again = normalizeUrl(QString::fromUtf8(entry.url));
        require(schemeOf(entry.url) == UrlScheme::Other || std::get<NormalizedUrl>(again).url == entry.url);
    }
    return 0;
}
