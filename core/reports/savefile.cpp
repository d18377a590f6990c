// SPDX-License-Identifier: MIT
#include "core/reports/savefile.h"

#include <QSaveFile>

namespace rollcall {

QString saveFile(const QString &path, const WriteTo &write)
{
    QSaveFile file(path);
    QString failure;
    if (file.open(QIODevice::WriteOnly)) {
        failure = write(file);
        // Qt 6.4's commit() overlooks that its last block could not be written.
        if (failure.isEmpty() && file.flush() && file.commit())
            return {};
    }
    return QStringLiteral("Cannot write %1: %2.").arg(path, failure.isEmpty() ? file.errorString() : failure);
}

} // namespace rollcall
