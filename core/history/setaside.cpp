// SPDX-License-Identifier: MIT
#include "core/history/setaside.h"

#include "core/history/filelock.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

// What SQLite keeps beside a file; without it the newest changes are missing.
constexpr std::array companions = {"-wal", "-shm", "-journal"};

bool isFree(const QString &path)
{
    return !QFileInfo(path).exists() && std::ranges::none_of(companions, [&](const char *suffix) {
        return QFileInfo::exists(path + QLatin1String(suffix));
    });
}

QString freeName(const QString &path, const QDateTime &now)
{
    const QString wanted = path + now.toUTC().toString(QStringLiteral("'.damaged-'yyyyMMdd'T'hhmmss'Z'"));
    QString name = wanted;
    for (int number = 2; !isFree(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

} // namespace

Answer<QString> setAside(const QString &path, const QDateTime &now)
{
    FileLock lock(path);
    if (MaybeProblem problem = lock.take())
        return *problem;
    const QString name = freeName(path, now);
    QFile file(path);
    if (!file.rename(name))
        return StoreProblem(StoreFailure::CannotWrite, file.errorString());
    for (const char *suffix : companions) {
        const QString companion = path + QLatin1String(suffix);
        if (QFileInfo::exists(companion) && !QFile::rename(companion, name + QLatin1String(suffix)))
            return StoreProblem(StoreFailure::CannotWrite, QStringLiteral("cannot rename %1").arg(companion));
    }
    return name;
}

} // namespace rollcall
