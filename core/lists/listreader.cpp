// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"

#include "core/lists/csvlistreader.h"
#include "core/lists/listhead.h"
#include "core/lists/plainlistreader.h"
#include "core/lists/textlistreader.h"

#ifdef ROLLCALL_WITH_EXPAT
#include "core/lists/feedlistreader.h"
#include "core/lists/opmllistreader.h"
#include "core/lists/sitemaplistreader.h"
#endif
#ifdef ROLLCALL_WITH_LIBXML2
#include "core/lists/bookmarkslistreader.h"
#include "core/lists/htmllistreader.h"
#endif
#ifdef ROLLCALL_WITH_RAPIDJSON
#include "core/lists/filesdlistreader.h"
#include "core/lists/harlistreader.h"
#include "core/lists/jsonlineslistreader.h"
#include "core/lists/jsonlistreader.h"
#include "core/lists/kumalistreader.h"
#endif
#ifdef ROLLCALL_WITH_YAML
#include "core/lists/filesdyamllistreader.h"
#include "core/lists/gatuslistreader.h"
#endif
#ifdef ROLLCALL_WITH_ZLIB
#include "core/lists/gziplistreader.h"
#endif

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace rollcall {

std::span<const ListReader *const> listReaders()
{
    static const PlainListReader plainText;
    static const TextListReader text;
    static const CsvListReader table;
#ifdef ROLLCALL_WITH_EXPAT
    static const SitemapListReader sitemap;
    static const FeedListReader feed;
    static const OpmlListReader opml;
#endif
#ifdef ROLLCALL_WITH_LIBXML2
    static const BookmarksListReader bookmarks;
    static const HtmlListReader html;
#endif
#ifdef ROLLCALL_WITH_RAPIDJSON
    static const HarListReader har;
    static const KumaListReader kuma;
    static const FileSdListReader fileSd;
    static const JsonLinesListReader jsonLines;
    static const JsonListReader json;
#endif
#ifdef ROLLCALL_WITH_YAML
    static const GatusListReader gatus;
    static const FileSdYamlListReader fileSdYaml;
#endif
#ifdef ROLLCALL_WITH_ZLIB
    static const GzipListReader gzip;
#endif
    static const auto readers = std::to_array<const ListReader *>({
        &plainText,
        &text,
        &table,
#ifdef ROLLCALL_WITH_EXPAT
        &sitemap,
        &feed,
        &opml,
#endif
#ifdef ROLLCALL_WITH_LIBXML2
        &bookmarks,
        &html,
#endif
#ifdef ROLLCALL_WITH_RAPIDJSON
        &har,
        &kuma,
        &fileSd,
        &jsonLines,
        &json,
#endif
#ifdef ROLLCALL_WITH_YAML
        &gatus,
        &fileSdYaml,
#endif
#ifdef ROLLCALL_WITH_ZLIB
        &gzip,
#endif
    });
    return readers;
}

namespace {

const ListReader &bestReader(const QByteArray &head, const QString &sourceName)
{
    const ListReader *best = listReaders().front(); // plain text takes whatever no other format does
    int bestScore = 0;
    for (const ListReader *reader : listReaders()) {
        const int score = reader->recognise(head, sourceName);
        if (score > bestScore) {
            best = reader;
            bestScore = score;
        }
    }
    return *best;
}

} // namespace

const ListReader &readerFor(const QByteArray &head, const QString &sourceName, const ImportChoices &choices)
{
    const ListReader &best = bestReader(head, sourceName);
    if (best.unpacks())
        return best;
    const auto readers = listReaders();
    const auto chosen = std::ranges::find(readers, choices.formatName, &ListReader::formatName);
    return chosen == readers.end() || (*chosen)->unpacks() ? best : **chosen;
}

ImportResult readListFile(const QString &path, const ImportChoices &choices)
{
    if (QFileInfo(path).isDir())
        return ImportResult(ImportError(ImportFailure::CannotOpen, path, QStringLiteral("it is a folder")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ImportResult(ImportError(ImportFailure::CannotOpen, path, file.errorString()));
    return readList(file, path, choices);
}

ImportResult readList(QIODevice &device, const QString &sourceName, const ImportChoices &choices)
{
    return readerFor(peekHead(device), sourceName, choices).readWith(device, sourceName, choices);
}

QString englishMessage(const ImportError &error)
{
    switch (error.failure) {
    case ImportFailure::CannotOpen:
        return QStringLiteral("Cannot open %1: %2.").arg(error.sourceName, error.detail);
    case ImportFailure::CannotRead:
        return QStringLiteral("Cannot read %1 to its end: %2.").arg(error.sourceName, error.detail);
    case ImportFailure::Binary:
        return QStringLiteral("Cannot import %1: it is not a text file, for %2.")
            .arg(error.sourceName, error.detail);
    case ImportFailure::UnknownEncoding:
        return QStringLiteral("Cannot import %1: from line %2 on, %3; save it as UTF-8.")
            .arg(error.sourceName, QString::number(error.line), error.detail);
    case ImportFailure::Empty:
        return QStringLiteral("Cannot import %1: it is empty, or holds nothing but comments.")
            .arg(error.sourceName);
    case ImportFailure::NoUrls:
        return QStringLiteral(
                   "Cannot import %1: no line of it is a URL; the first that should be one is line %2.")
            .arg(error.sourceName, QString::number(error.line));
    case ImportFailure::Malformed:
        return QStringLiteral("Cannot read %1 beyond line %2: %3.")
            .arg(error.sourceName, QString::number(error.line), error.detail);
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
