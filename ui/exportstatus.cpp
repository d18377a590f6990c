// SPDX-License-Identifier: MIT
#include "ui/exportstatus.h"

#include "core/history/historyfile.h"
#include "core/reports/savefile.h"
#include "core/reports/statusreport.h"

namespace rollcall {

QString exportStatus(const QString &path, const QString &historyPath, const QByteArrayList &urls,
                     const QString &name, const std::stop_token &stop)
{
    HistoryFile history(historyPath);
    const MaybeProblem problem = history.open();
    return saveFile(path, [&](QIODevice &device) {
        return problem ? QStringLiteral("the history cannot be read: %1").arg(problem->detail)
                       : writeStatusReport(device, history, urls, name, QDateTime::currentDateTimeUtc(),
                                           ReportOptions(), stop);
    });
}

} // namespace rollcall
