// SPDX-License-Identifier: MIT
// The formats of reports, of whatever kind, in a file dialog.
#pragma once

#include <QCoreApplication>
#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <type_traits>

namespace rollcall {

/// "CSV table (*.csv)" and the like.
template <class Format>
QString nameFilterOf(const Format &format)
{
    return QStringLiteral("%1 (*.%2)")
        .arg(QCoreApplication::translate("ReportFormat", format.title), QLatin1String(format.suffix));
}

/// Of every one of \a formats that is built in.
template <class Formats>
QStringList nameFiltersOf(const Formats &formats)
{
    QStringList filters;
    for (const auto &format : formats) {
        if (format.isBuiltIn())
            filters.append(nameFilterOf(format));
    }
    return filters;
}

/// The one with this name filter; the first for anything else.
template <class Formats>
auto &formatWithFilter(const Formats &formats, const QString &filter)
{
    using Format = std::remove_reference_t<decltype(formats.front())>;
    const auto format = std::ranges::find(formats, filter, nameFilterOf<Format>);
    return format == formats.end() ? formats.front() : *format;
}

/// The one that a person means who saves to \a path with \a filter chosen: that of the filter, unless the
/// path has the suffix of another one.
template <class Formats>
auto &formatForPath(const Formats &formats, const QString &path, const QString &filter)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toUtf8();
    auto &chosen = formatWithFilter(formats, filter);
    const auto named = std::ranges::find_if(
        formats, [&](const auto &each) { return each.isBuiltIn() && suffix == each.suffix; });
    return suffix == chosen.suffix || named == formats.end() ? chosen : *named;
}

} // namespace rollcall
