// SPDX-License-Identifier: MIT
// Measures the import of a list: writes one of a million lines, reads it, prints one line of figures.
#include "core/lists/listreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>

#include <cstdio>
#include <cstdlib>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

// One line in a hundred is a duplicate, one in a hundred is international, one in a thousand is no URL.
struct Expected {
    qint64 lines = 0;
    qint64 entries = 0;
    qint64 duplicates = 0;
    qint64 rejected = 0;
};

bool writeList(QFile &file, qint64 lines, Expected &expected)
{
    for (qint64 i = 0; i < lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray line = "https://host" + QByteArray::number(i % 1000) + ".example.com/path/page-" + number +
                          ".html?query=" + number + "\n";
        if (i % 1000 == 999) {
            line = "this is no URL\n";
            ++expected.rejected;
        } else if (i % 100 == 50) {
            line = "https://example.com/again\n";
            ++expected.duplicates;
        } else {
            if (i % 100 == 25)
                line = "Müller.example/straße/" + number + "\n";
            ++expected.entries;
        }
        if (file.write(line) != line.size())
            return false;
    }
    ++expected.entries; // the first of the duplicates
    --expected.duplicates;
    expected.lines = lines;
    return file.flush();
}

// The most memory that this process ever had, in MiB; 0 where it cannot be told.
double peakMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

bool isAsExpected(const ImportedList &list, const Expected &expected)
{
    return list.entries.size() == expected.entries && list.duplicates == expected.duplicates &&
           list.rejectedCount == expected.rejected;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 lines = argc > 1 ? QByteArrayView(argv[1]).toLongLong() : 1'000'000;
    QTemporaryFile file;
    Expected expected;
    if (lines < 1000 || !file.open() || !writeList(file, lines, expected)) {
        std::fprintf(
            stderr, "bench_import [LINES]: at least 1000 lines, and room for them in the temporary folder\n");
        return EXIT_FAILURE;
    }

    QElapsedTimer timer;
    timer.start();
    const ImportResult result = readListFile(file.fileName());
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;

    if (result.error) {
        std::fprintf(stderr, "%s\n", qPrintable(englishMessage(*result.error)));
        return EXIT_FAILURE;
    }
    const auto &list = result.list;
    std::printf("import: %lld lines in %.2f s, %.0f lines/s, peak memory %.0f MiB\n",
                static_cast<long long>(expected.lines), seconds,
                static_cast<double>(expected.lines) / seconds, peakMebibytes());
    if (isAsExpected(list, expected))
        return EXIT_SUCCESS;
    std::fprintf(stderr, "wrong counts: %lld entries, %lld duplicates, %lld rejected lines\n",
                 static_cast<long long>(list.entries.size()), static_cast<long long>(list.duplicates),
                 static_cast<long long>(list.rejectedCount));
    return EXIT_FAILURE;
}
