// SPDX-License-Identifier: MIT
#include "ui/exportdifference.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace rollcall {

namespace {

QString filterOf(const DifferenceFormat &format)
{
    return QStringLiteral("%1 (*.%2)")
        .arg(QCoreApplication::translate("ReportFormat", format.title), QLatin1String(format.suffix));
}

} // namespace

QStringList differenceNameFilters()
{
    QStringList filters;
    for (const DifferenceFormat &format : differenceFormats()) {
        if (format.isBuiltIn())
            filters.append(filterOf(format));
    }
    return filters;
}

const DifferenceFormat &differenceFormatFor(const QString &path, const QString &nameFilter)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toUtf8();
    const auto formats = differenceFormats();
    const auto find = [&formats](auto matches) {
        return std::ranges::find_if(
            formats, [&](const DifferenceFormat &each) { return each.isBuiltIn() && matches(each); });
    };
    const auto named = find([&](const DifferenceFormat &each) { return suffix == each.suffix; });
    if (named != formats.end())
        return *named;
    const auto chosen = find([&](const DifferenceFormat &each) { return filterOf(each) == nameFilter; });
    return chosen == formats.end() ? formats.front() : *chosen;
}

QString exportDifference(const QString &path, const DifferenceFormat &format, const RunDifference &difference)
{
    QSaveFile file(path);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    QString failure = isOpen ? format.write(file, difference, ReportOptions()) : file.errorString();
    if (failure.isEmpty() && !file.commit())
        failure = file.errorString();
    return failure.isEmpty() ? QString() : QStringLiteral("Cannot write %1: %2.").arg(path, failure);
}

} // namespace rollcall
