// SPDX-License-Identifier: MIT
#include "ui/exportdifference.h"

#include "core/reports/savefile.h"
#include "ui/formatfilters.h"

namespace rollcall {

QStringList differenceNameFilters()
{
    return nameFiltersOf(differenceFormats());
}

const DifferenceFormat &differenceFormatFor(const QString &path, const QString &nameFilter)
{
    return formatForPath(differenceFormats(), path, nameFilter);
}

QString exportDifference(const QString &path, const DifferenceFormat &format, const RunDifference &difference)
{
    return saveFile(path, [&](QIODevice &file) { return format.write(file, difference, ReportOptions()); });
}

} // namespace rollcall
