// SPDX-License-Identifier: MIT
// Measures the import of a list: writes one of a million URLs in each format, reads it, prints one line of
// figures. Where another's parser may be what takes the time, the line tells what that needs alone.
#include "core/lists/listreader.h"
#include "tests/benchmarks/parsersalone.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

// One line in a hundred is a duplicate, one in a hundred is international, one in a thousand is no URL.
struct Expected {
    qint64 entries = 0;
    qint64 duplicates = 0;
    qint64 rejected = 0;
};

/// A format: what stands before the URLs, around each of them, and behind them.
struct Format {
    const char *name;
    const char *head;
    const char *before;
    const char *after;
    const char *tail;
    ParserAlone parserAlone = nullptr; // the parser of others that the reader is built on
};

constexpr Format formats[] = {
    {"plain", "", "", "\n", ""},
    {"text", "", "See ", ", please.\n", ""},
    {"table", "id,name,url\n", "1,A name,", "\n", ""},
    {"sitemap", "<urlset>\n", "<url><loc>", "</loc></url>\n", "</urlset>\n", parseXmlAlone},
    {"feed", "<rss><channel>\n", "<item><title>T</title><link>", "</link></item>\n", "</channel></rss>\n",
     parseXmlAlone},
    {"opml", "<opml><body>\n", "<outline text='T' xmlUrl='", "'/>\n", "</body></opml>\n", parseXmlAlone},
    {"bookmarks", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n", "<DT><A HREF=\"", "\">T</A>\n",
     "</DL><p>\n"},
    {"html", "<!DOCTYPE html>\n", "<p><a href=\"", "\">T</a></p>\n", "", parseHtmlAlone},
    {"har", "{\"log\":{\"entries\":[\n", "{\"request\":{\"method\":\"GET\",\"url\":\"", "\"}},\n",
     "{\"request\":{\"url\":\"https://example.com/again\"}}]}}\n"},
    {"json", "[\n", "\"", "\",\n", "\"https://example.com/again\"]\n"},
    {"jsonl", "", "{\"url\":\"", "\"}\n", ""},
    {"kuma", "{\"monitorList\":[\n", "{\"type\":\"http\",\"url\":\"", "\"},\n",
     "{\"type\":\"http\",\"url\":\"https://example.com/again\"}]}\n"},
    {"filesd", "[\n", "{\"targets\":[\"", "\"]},\n", "{\"targets\":[\"https://example.com/again\"]}]\n"},
    {"gatus", "endpoints:\n", "  - url: ", "\n", "", parseYamlAlone},
};

bool writeList(QFile &file, const Format &format, qint64 lines, Expected &expected)
{
    file.write(format.head);
    for (qint64 i = 0; i < lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray url = "https://host" + QByteArray::number(i % 1000) + ".example.com/path/page-" + number +
                         ".html?query=" + number;
        if (i % 1000 == 999) {
            url = "https://no:URL/" + number;
            ++expected.rejected;
        } else if (i % 100 == 50) {
            url = "https://example.com/again";
            ++expected.duplicates;
        } else {
            if (i % 100 == 25)
                url = "https://M\xc3\xbcller.example/stra\xc3\x9f"
                      "e/" +
                      number;
            ++expected.entries;
        }
        if (file.write(format.before + url + format.after) < url.size())
            return false;
    }
    file.write(format.tail);
    expected.duplicates += QByteArrayView(format.tail).contains("again") ? 1 : 0;
    ++expected.entries; // the first of the duplicates
    --expected.duplicates;
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

double secondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

// Reads a list of lines URLs in format and prints one line of figures; false when it does not come out right.
bool measure(const Format &format, qint64 lines)
{
    QTemporaryFile file;
    Expected expected;
    if (!file.open() || !writeList(file, format, lines, expected)) {
        std::fprintf(stderr, "there is no room for the list in the temporary folder\n");
        return false;
    }
    QElapsedTimer timer;
    timer.start();
    const ImportResult result = readListFile(file.fileName());
    const double seconds = secondsOf(timer);
    std::printf("import %-10s %lld URLs in %.2f s, %.0f a second, peak memory so far %.0f MiB", format.name,
                static_cast<long long>(lines), seconds, static_cast<double>(lines) / seconds,
                peakMebibytes());
    if (format.parserAlone != nullptr) {
        file.seek(0);
        timer.start();
        format.parserAlone(file);
        const double alone = secondsOf(timer);
        std::printf(", its parser alone %.2f s, ratio %.2f", alone, seconds / alone);
    }
    std::printf("\n");
    std::fflush(stdout);
    if (!result.error && isAsExpected(result.list, expected))
        return true;
    std::fprintf(stderr, "wrong: %lld entries, %lld duplicates, %lld rejected; %s\n",
                 static_cast<long long>(result.list.entries.size()),
                 static_cast<long long>(result.list.duplicates),
                 static_cast<long long>(result.list.rejectedCount),
                 result.error ? qPrintable(englishMessage(*result.error)) : "no error");
    return false;
}

} // namespace

// bench_import [LINES [FORMAT...]]: all formats unless some are named.
int main(int argc, char **argv)
{
    const qint64 lines = argc > 1 ? QByteArrayView(argv[1]).toLongLong() : 1'000'000;
    if (lines < 1000) {
        std::fprintf(stderr, "bench_import [LINES [FORMAT...]]: at least 1000 lines\n");
        return EXIT_FAILURE;
    }
    bool right = true;
    for (const Format &format : formats) {
        const bool wanted = argc <= 2 || std::any_of(argv + 2, argv + argc, [&](const char *name) {
                                return qstrcmp(name, format.name) == 0;
                            });
        if (wanted)
            right = measure(format, lines) && right;
    }
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
