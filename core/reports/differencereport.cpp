// SPDX-License-Identifier: MIT
#include "core/reports/differencereport.h"

#include "core/reports/csvtable.h"
#include "core/reports/differencetext.h"
#include "core/reports/htmlpage.h"
#include "core/reports/htmlrow.h"
#include "core/reports/htmltext.h"
#include "core/reports/jsonltable.h"
#include "core/reports/markdowntable.h"
#include "core/reports/reporttext.h"
#ifdef ROLLCALL_WITH_XLSXWRITER
#include "core/reports/xlsxtable.h"
#endif

#include <QIODevice>

#include <algorithm>

namespace rollcall {

namespace {

// Each is a column of reportColumns(), and here two of them: what was and what is.
constexpr const char *comparedColumns[] = {
    "outcome",
    "status",
    "error",
    "final_url",
    "body_bytes",
    "total_ms",
    "page_title",
    "certificate_expires",
    "certificate_issuer",
    "body_sha256",
};

QByteArray slugsOf(const UrlDifference &difference)
{
    QByteArrayList slugs;
    for (const Change change : difference.changes)
        slugs.append(slug(change));
    return slugs.join(' ');
}

QByteArray textOf(const UrlDifference &difference)
{
    return validUtf8(englishSummary(difference).toUtf8());
}

QByteArrayList columnNames()
{
    QByteArrayList names = {"change", "url"};
    for (const char *name : comparedColumns)
        names << QByteArray(name) + "_before" << QByteArray(name);
    return names;
}

ReportValue valueOf(const char *column, const std::optional<CheckResult> &result)
{
    return result ? reportColumn(column)->value(*result) : ReportValue();
}

void addCells(TableWriter &table, const UrlDifference &difference)
{
    table.add(slugsOf(difference));
    table.add(validUtf8(difference.url));
    for (const char *column : comparedColumns) {
        table.add(valueOf(column, difference.before));
        table.add(valueOf(column, difference.after));
    }
}

void addTextCells(TableWriter &table, const UrlDifference &difference)
{
    table.add(validUtf8(difference.url));
    table.add(textOf(difference));
}

using AddCells = void (*)(TableWriter &table, const UrlDifference &difference);

QString writeRows(TableWriter &table, const QByteArrayList &names, AddCells addCells, QIODevice &device,
                  const RunDifference &difference)
{
    bool isWritten = table.begin(names);
    for (const UrlDifference &each : difference.urls) {
        if (!isWritten)
            break;
        addCells(table, each);
        isWritten = table.endRow();
    }
    if (isWritten && table.end())
        return {};
    return table.problem().isEmpty() ? device.errorString() : table.problem();
}

template <class Table>
QString writeTable(QIODevice &device, const RunDifference &difference, const ReportOptions &options)
{
    Table table(device, options);
    return writeRows(table, columnNames(), addCells, device, difference);
}

/// "newly broken: 2", for every change that there is.
QStringList totals(const RunDifference &difference)
{
    QStringList totals;
    for (std::size_t i = 0; i < changeCount; ++i) {
        if (difference.counts[i] > 0)
            totals.append(
                QStringLiteral("%1: %2").arg(QLatin1String(title(Change(i)))).arg(difference.counts[i]));
    }
    totals.append(QStringLiteral("unchanged: %1").arg(difference.unchanged));
    if (difference.unknown > 0)
        totals.append(QStringLiteral("not known: %1").arg(difference.unknown));
    return totals;
}

QString writeMarkdown(QIODevice &device, const RunDifference &difference, const ReportOptions &options)
{
    MarkdownTable table(device, options);
    QString failure = writeRows(table, {"url", "change"}, addTextCells, device, difference);
    if (!failure.isEmpty())
        return failure;
    const QByteArray text = "\nURLs: " + totals(difference).join(QStringLiteral(", ")).toUtf8() + '\n';
    return device.write(text) == text.size() ? QString() : device.errorString();
}

HtmlPage pageOf(const RunDifference &difference)
{
    HtmlPage page;
    page.title = "Rollcall: what changed";
    page.subtitle =
        difference.matters() ? "Something broke or changed." : "Nothing broke, and nothing changed.";
    for (std::size_t i = 0; i < changeCount; ++i) {
        const auto change = Change(i);
        if (difference.count(change) == 0)
            continue;
        page.tiles += htmlTile(title(change), htmlCount(difference.count(change)),
                               change == Change::NewlyBroken ? "failed" : "");
        page.choices.emplace_back(slug(change), title(change));
    }
    page.tiles += htmlTile("unchanged", htmlCount(difference.unchanged));
    if (difference.unknown > 0)
        page.tiles += htmlTile("not known", htmlCount(difference.unknown));
    page.tableTitle = "URLs";
    page.firstColumn = "Change";
    page.lastColumn = "What changed";
    page.allChoices = "All changes";
    return page;
}

QByteArray htmlRowOf(const UrlDifference &difference)
{
    CheckResult shown = difference.after ? *difference.after : *difference.before;
    return htmlRow(slugsOf(difference), title(difference.changes.front()), shown, textOf(difference));
}

QString writeHtml(QIODevice &device, const RunDifference &difference, const ReportOptions & /*options*/)
{
    const auto write = [&device](const QByteArray &text) { return device.write(text) == text.size(); };
    bool isWritten = write(htmlPageBegin(pageOf(difference)));
    for (const UrlDifference &each : difference.urls)
        isWritten = isWritten && write(htmlRowOf(each));
    return isWritten && write(htmlPageEnd()) ? QString() : device.errorString();
}

#ifdef ROLLCALL_WITH_XLSXWRITER
constexpr auto writeXlsx = writeTable<XlsxTable>;
#else
constexpr std::nullptr_t writeXlsx = nullptr;
#endif

constexpr DifferenceFormat formats[] = {
    {"csv", "CSV table", "csv", writeTable<CsvTable>},
    {"jsonl", "JSON lines", "jsonl", writeTable<JsonlTable>},
    {"xlsx", "Excel workbook", "xlsx", writeXlsx, "libxlsxwriter"},
    {"html", "HTML page", "html", writeHtml},
    {"markdown", "Markdown table", "md", writeMarkdown},
};

} // namespace

std::span<const DifferenceFormat> differenceFormats()
{
    return formats;
}

const DifferenceFormat *differenceFormat(QByteArrayView id)
{
    const auto format =
        std::ranges::find(formats, id, [](const DifferenceFormat &f) { return QByteArrayView(f.id); });
    return format == std::end(formats) ? nullptr : format;
}

} // namespace rollcall
