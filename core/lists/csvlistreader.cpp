// SPDX-License-Identifier: MIT
#include "core/lists/csvlistreader.h"

#include "core/lists/csvrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/tablelayout.h"
#include "core/url/entryjson.h"

#include <algorithm>
#include <optional>

namespace rollcall {

namespace {

QStringList tagsIn(QStringView cell)
{
    QStringList tags;
    if (cell.isEmpty())
        return tags;
    for (const QStringView tag : cell.split(cell.contains(u';') ? u';' : u',', Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty())
            tags.append(tag.trimmed().toString());
    }
    return tags;
}

EntryDetails detailsOf(const CsvRecords &csv, const CsvColumns &columns)
{
    EntryDetails details;
    details.name = csv.cell(columns.name).trimmed().toString();
    details.group = csv.cell(columns.group).trimmed().toString();
    details.tags = tagsIn(csv.cell(columns.tags));
    details.method = methodInText(csv.cell(columns.method));
    details.statuses = statusRangesFromText(csv.cell(columns.statuses)).value_or(StatusRanges());
    const QStringView interval = csv.cell(columns.interval).trimmed();
    bool isNumber = false;
    const int seconds = interval.isEmpty() ? 0 : interval.toInt(&isNumber);
    if (isNumber && seconds > 0)
        details.interval = std::chrono::seconds(seconds);
    return details;
}

// "301", or "301 Moved Permanently".
QStringView statusIn(QStringView cell)
{
    cell = cell.trimmed();
    const qsizetype blank = cell.indexOf(u' ');
    const bool hasPhrase = blank > 0 && cell.last(cell.size() - blank - 1).front().isLetter();
    return hasPhrase ? cell.first(blank) : cell;
}

// Takes what a redirect map says of one URL: where it leads, and with which status. That of a redirect is the
// redirect's own, any other that of the last answer.
std::optional<UrlProblem> takeTarget(const CsvRecords &csv, const CsvColumns &columns, EntryDetails &details)
{
    const QByteArray url = csv.cell(columns.target).trimmed().toUtf8();
    const QStringView status = statusIn(csv.cell(columns.redirectStatus));
    const std::optional<StatusRanges> statuses = statusRangesFromText(status);
    if (!statuses)
        return UrlProblem::NotARedirect;
    constexpr int firstRedirect = 300;
    constexpr int lastRedirect = 399;
    const int code = status.toInt();
    const bool isRedirect = code >= firstRedirect && code <= lastRedirect;
    if (isRedirect && url.isEmpty())
        return UrlProblem::Empty;
    if (!url.isEmpty())
        details.target = RedirectTarget(url, isRedirect ? code : 0);
    if (columns.redirectStatus >= 0)
        details.statuses = isRedirect ? StatusRanges() : *statuses;
    return std::nullopt;
}

bool isOtherKind(QStringView kind)
{
    kind = kind.trimmed();
    return kind.compare(u"ping", Qt::CaseInsensitive) == 0 ||
           kind.compare(u"port", Qt::CaseInsensitive) == 0 || kind == u"3" ||
           kind == u"4"; // the same in numbers
}

void readRecord(const CsvRecords &csv, const CsvColumns &columns, ListBuilder &list)
{
    const QStringView url = csv.cell(columns.url).trimmed();
    const bool isBlank = url.isEmpty() && columns.hasHeader && csv.size() <= columns.url;
    if (isBlank)
        return;
    if (columns.kind >= 0 && isOtherKind(csv.cell(columns.kind))) {
        list.reject(csv.line(), url, UrlProblem::NotHttp);
        return;
    }
    EntryDetails details = detailsOf(csv, columns);
    const std::optional<UrlProblem> problem =
        columns.target >= 0 ? takeTarget(csv, columns, details) : std::nullopt;
    if (problem)
        list.reject(csv.line(), url, *problem);
    else
        list.add(csv.line(), url, url, details);
}

// Whether the other cells of the first record look like those of a table rather than like pieces of URLs.
bool looksLikeTable(const QList<QStringList> &records, const CsvColumns &columns)
{
    if (columns.url < 0 || records.size() < 2)
        return false;
    const bool even = std::all_of(records.begin(), records.end(), [&records](const auto &record) {
        return record.size() == records.first().size();
    });
    return even && (columns.url > 0 || records.first().size() > 2 || records.first().last().contains(u' '));
}

} // namespace

QString CsvListReader::formatName() const
{
    return QStringLiteral("table");
}

QStringList CsvListReader::fileSuffixes() const
{
    return {QStringLiteral("csv"), QStringLiteral("tsv")};
}

int CsvListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const int byName = scoreOfName(fileName, fileSuffixes());
    const QString text = headText(head);
    const bool otherFormat = text.startsWith(u'<') || text.startsWith(u'{') || text.startsWith(u'[');
    if (text.isEmpty() || (otherFormat && byName == 0))
        return byName;
    const TableLayout table = tableLayout(text);
    const QList<QStringList> &records = table.firstRecords;
    const CsvColumns &columns = table.columns;
    const bool named = columns.hasHeader && records.first().size() > 1 && columns.url >= 0;
    if (named && csvColumns({records.first()}).hasHeader)
        return recognised::byContent;
    return looksLikeTable(records, columns) ? std::max(byName, recognised::byHabit) : byName;
}

ImportResult CsvListReader::read(QIODevice &device, const QString &sourceName) const
{
    return readWith(device, sourceName, {});
}

ImportResult CsvListReader::readWith(QIODevice &device, const QString &sourceName,
                                     const ImportChoices &choices) const
{
    const TableLayout table = tableLayout(headText(peekHead(device)), choices);
    CsvRecords csv(device, sourceName, table.separator);
    ListBuilder list(formatName(), sourceName);
    list.setTable(table);
    bool isHeader = table.columns.hasHeader;
    while (csv.next()) {
        if (!isHeader)
            readRecord(csv, table.columns, list);
        isHeader = false;
        if (list.givesUpAt(csv.line()))
            break;
    }
    if (csv.error())
        list.fail(*csv.error());
    return list.result();
}

} // namespace rollcall
