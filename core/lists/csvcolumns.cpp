// SPDX-License-Identifier: MIT
#include "core/lists/csvcolumns.h"

#include "core/lists/csvrecords.h"
#include "core/url/normalizeurl.h"

#include <QBuffer>

#include <algorithm>
#include <array>
#include <span>

namespace rollcall {

namespace {

constexpr qsizetype examinedRecords = 50;

struct ColumnName {
    qsizetype CsvColumns::*column;
    QStringView name;
};

// Of several columns for one purpose the one whose name comes first here is taken.
constexpr std::array columnNames = {
    ColumnName{&CsvColumns::url, u"url"},
    ColumnName{&CsvColumns::url, u"url/ip"},  // UptimeRobot
    ColumnName{&CsvColumns::url, u"address"}, // Screaming Frog, Xenu
    ColumnName{&CsvColumns::url, u"urls"},
    ColumnName{&CsvColumns::url, u"uri"},
    ColumnName{&CsvColumns::url, u"link"},
    ColumnName{&CsvColumns::url, u"href"},
    ColumnName{&CsvColumns::url, u"loc"},
    ColumnName{&CsvColumns::url, u"location"},
    ColumnName{&CsvColumns::url, u"website"},
    ColumnName{&CsvColumns::url, u"site"},
    ColumnName{&CsvColumns::url, u"web address"},
    ColumnName{&CsvColumns::url, u"page"},
    ColumnName{&CsvColumns::url, u"target"},
    ColumnName{&CsvColumns::url, u"endpoint"},
    ColumnName{&CsvColumns::url, u"domain"},
    ColumnName{&CsvColumns::url, u"host"},
    ColumnName{&CsvColumns::name, u"name"},
    ColumnName{&CsvColumns::name, u"friendly name"},
    ColumnName{&CsvColumns::name, u"title"},
    ColumnName{&CsvColumns::name, u"title 1"},
    ColumnName{&CsvColumns::name, u"label"},
    ColumnName{&CsvColumns::group, u"group"},
    ColumnName{&CsvColumns::group, u"folder"},
    ColumnName{&CsvColumns::group, u"category"},
    ColumnName{&CsvColumns::tags, u"tags"},
    ColumnName{&CsvColumns::tags, u"tag"},
    ColumnName{&CsvColumns::method, u"method"},
    ColumnName{&CsvColumns::statuses, u"expected status"},
    ColumnName{&CsvColumns::statuses, u"expected_status"},
    ColumnName{&CsvColumns::statuses, u"accepted statuses"},
    ColumnName{&CsvColumns::interval, u"interval"},
    ColumnName{&CsvColumns::interval, u"interval (seconds)"},
    ColumnName{&CsvColumns::interval, u"monitoring interval"},
};

// A redirect map names what was and what shall be. Only together do they say so: "target" alone is a URL to
// check.
constexpr QStringView oldUrlNames[] = {u"old url",       u"old_url",       u"old",
                                       u"redirect from", u"redirect_from", u"source url",
                                       u"source_url",    u"source",        u"from"};
constexpr QStringView newUrlNames[] = {
    u"new",         u"target url", u"target_url", u"target", u"destination url", u"destination_url",
    u"destination", u"to"};
// These say it alone.
constexpr QStringView expectedUrlNames[] = {
    u"expected url", u"expected_url", u"expected final url", u"expected_final_url", u"expected new url",
    u"new url",      u"new_url",      u"redirect to",        u"redirect_to"};
constexpr QStringView redirectStatusNames[] = {
    u"redirect status", u"redirect_status", u"expected status", u"expected_status",
    u"status",          u"status code",     u"status_code",     u"code"};

bool isUrl(const QString &cell)
{
    const auto reading = normalizeUrl(cell);
    return std::holds_alternative<NormalizedUrl>(reading);
}

// The column with the first of \a names that a header has; -1 when it has none.
qsizetype columnNamed(const QStringList &header, std::span<const QStringView> names)
{
    for (const QStringView name : names) {
        const auto named = std::find_if(header.begin(), header.end(), [name](const QString &cell) {
            return QStringView(cell).trimmed().compare(name, Qt::CaseInsensitive) == 0;
        });
        if (named != header.end())
            return named - header.begin();
    }
    return -1;
}

// A crawler's table of links has sources and destinations, too, and the text of each link.
bool listsLinks(const QStringList &header)
{
    constexpr QStringView anchorNames[] = {u"anchor", u"anchor text"};
    return columnNamed(header, anchorNames) >= 0;
}

void findRedirectMap(const QStringList &header, CsvColumns &columns)
{
    const qsizetype oldUrl = columnNamed(header, oldUrlNames);
    const qsizetype expectedUrl = columnNamed(header, expectedUrlNames);
    const qsizetype newUrl = oldUrl >= 0 && expectedUrl < 0 ? columnNamed(header, newUrlNames) : expectedUrl;
    if (newUrl < 0 || listsLinks(header))
        return;
    columns.url = oldUrl >= 0 ? oldUrl : columns.url;
    columns.target = newUrl;
}

// The columns that a header names.
CsvColumns columnsByHeader(const QStringList &header)
{
    CsvColumns columns;
    for (const ColumnName &known : columnNames) {
        if (columns.*known.column < 0)
            columns.*known.column = columnNamed(header, {&known.name, 1});
    }
    const bool uptimeRobot = header.value(columns.url).trimmed().compare(u"url/ip", Qt::CaseInsensitive) == 0;
    if (uptimeRobot)
        columns.kind = header.indexOf(QStringLiteral("Type"));
    findRedirectMap(header, columns);
    return columns;
}

// The column with the most URLs, other than the one that they lead to; -1 when there is no URL.
qsizetype urlColumnByContent(const QList<QStringList> &records, qsizetype target)
{
    QList<int> urls;
    for (const QStringList &record : records) {
        urls.resize(std::max(urls.size(), record.size()));
        for (qsizetype column = 0; column < record.size(); ++column)
            urls[column] += column != target && isUrl(record[column]) ? 1 : 0;
    }
    const auto most = std::max_element(urls.cbegin(), urls.cend());
    return most != urls.cend() && *most > 0 ? most - urls.cbegin() : -1;
}

// How many of the lines have as many of separator as the first one; 0 when that has none.
qsizetype evenLines(const QString &text, QChar separator)
{
    const QList<QStringList> records = firstCsvRecords(text, separator);
    if (records.isEmpty() || records.first().size() < 2)
        return 0;
    return std::count_if(records.begin(), records.end(),
                         [&records](const auto &record) { return record.size() == records.first().size(); });
}

} // namespace

CsvColumns csvColumns(const QList<QStringList> &firstRecords, const ImportChoices &choices)
{
    if (firstRecords.isEmpty())
        return {};
    const QStringList &first = firstRecords.first();
    CsvColumns columns = columnsByHeader(first);
    const bool isNamed = columns.url >= 0 && !isUrl(first.value(columns.url));
    const qsizetype found = isNamed ? columns.url : urlColumnByContent(firstRecords, columns.target);
    const qsizetype url = choices.urlColumn.value_or(found);
    // A header of names that are not known here has something below it.
    const bool looksLikeHeader = url >= 0 && !isUrl(first.value(url)) && firstRecords.size() > 1;
    columns.hasHeader = choices.hasHeader.value_or(isNamed || looksLikeHeader);
    if (!columns.hasHeader)
        columns = CsvColumns();
    columns.url = url;
    columns.target = choices.targetColumn.value_or(columns.target);
    if (columns.hasHeader && columns.target >= 0)
        columns.redirectStatus = columnNamed(first, redirectStatusNames);
    return columns;
}

QChar csvSeparator(const QString &text)
{
    constexpr std::array<char16_t, 4> separators = {u'\t', u',', u';', u'|'};
    char16_t best = u',';
    qsizetype most = 0;
    for (const char16_t separator : separators) {
        const qsizetype lines = evenLines(text, separator);
        if (lines > most) {
            best = separator;
            most = lines;
        }
    }
    return best;
}

QList<QStringList> firstCsvRecords(const QString &text, QChar separator)
{
    QByteArray bytes = text.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvRecords csv(buffer, QString(), separator);
    QList<QStringList> records;
    while (records.size() < examinedRecords && csv.next()) {
        QStringList record;
        for (qsizetype column = 0; column < csv.size(); ++column)
            record.append(csv.cell(column).toString());
        records.append(record);
    }
    const bool cut = records.size() > 1 && records.size() < examinedRecords && !text.endsWith(u'\n');
    if (cut)
        records.removeLast();
    return records;
}

} // namespace rollcall
