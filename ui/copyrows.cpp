// SPDX-License-Identifier: MIT
#include "ui/copyrows.h"

#include "core/check/urlcheck.h"
#include "core/net/curlcommand.h"
#include "core/reports/jsonltable.h"
#include "core/reports/tablereport.h"

#include <QBuffer>
#include <QCoreApplication>

#include <array>

namespace rollcall {

namespace {

class CopyFormats
{
    Q_DECLARE_TR_FUNCTIONS(CopyFormats)
};

using CopiedRows = std::vector<ResultRow>;

QString oneCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString asShown(const CopiedRows &rows, const QList<ResultColumn> &columns)
{
    QString text;
    for (const ResultRow &row : rows) {
        QStringList cells;
        for (const ResultColumn column : columns)
            cells.append(oneCell(resultColumn(column).text(row)));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

/// What the writer that \a makeWriter gives for a device says of the rows.
template <class MakeWriter>
QByteArray written(const CopiedRows &rows, MakeWriter makeWriter)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const std::unique_ptr<ResultWriter> writer = makeWriter(buffer);
    writer->begin();
    for (const ResultRow &row : rows)
        writer->write(resultOf(row));
    writer->end();
    return buffer.data();
}

QString asReport(const char *formatId, const CopiedRows &rows, const ReportOptions &options)
{
    return QString::fromUtf8(written(
        rows, [&](QIODevice &device) { return reportFormat(formatId)->makeWriter(device, options); }));
}

QString asJson(const CopiedRows &rows, const QByteArrayList &columns)
{
    QByteArrayList objects =
        written(rows, [&](QIODevice &device) {
            return std::make_unique<TableReport>(std::make_unique<JsonlTable>(device, ReportOptions()),
                                                 chosenColumns(columns));
        }).split('\n');
    objects.removeAll(QByteArray());
    return QString::fromUtf8("[\n" + objects.join(",\n") + "\n]\n");
}

QString asCurl(const CopiedRows &rows, const CheckSettings &settings)
{
    QByteArray text;
    for (const ResultRow &row : rows) {
        const QByteArray command = curlCommand(requestFor(row.entry, settings), settings.transport);
        if (!command.isEmpty())
            text += command + '\n';
    }
    return QString::fromUtf8(text);
}

} // namespace

std::span<const CopyFormat> copyFormats()
{
    static constexpr std::array formats = {CopyFormat::Text,     CopyFormat::Tsv,  CopyFormat::Csv,
                                           CopyFormat::Markdown, CopyFormat::Json, CopyFormat::Curl};
    return formats;
}

QString copyFormatName(CopyFormat format)
{
    switch (format) {
    case CopyFormat::Text:
        return CopyFormats::tr("As &shown");
    case CopyFormat::Tsv:
        return CopyFormats::tr("&TSV");
    case CopyFormat::Csv:
        return CopyFormats::tr("&CSV");
    case CopyFormat::Markdown:
        return CopyFormats::tr("&Markdown");
    case CopyFormat::Json:
        return CopyFormats::tr("&JSON");
    case CopyFormat::Curl:
        return CopyFormats::tr("c&url command");
    }
    Q_UNREACHABLE();
}

QString rowsAs(CopyFormat format, const CopiedRows &rows, const QList<ResultColumn> &columns,
               const CheckSettings &settings)
{
    ReportOptions options;
    options.columns = reportColumnNames(columns);
    switch (format) {
    case CopyFormat::Text:
        return asShown(rows, columns);
    case CopyFormat::Tsv:
        options.separator = '\t';
        return asReport("csv", rows, options);
    case CopyFormat::Csv:
        return asReport("csv", rows, options);
    case CopyFormat::Markdown:
        return asReport("markdown", rows, options);
    case CopyFormat::Json:
        return asJson(rows, options.columns);
    case CopyFormat::Curl:
        return asCurl(rows, settings);
    }
    Q_UNREACHABLE();
}

QByteArrayList reportColumnNames(const QList<ResultColumn> &columns)
{
    QByteArrayList names;
    for (const ResultColumn column : columns) {
        if (const char *name = resultColumn(column).reportColumn)
            names.append(name);
    }
    return names;
}

} // namespace rollcall
