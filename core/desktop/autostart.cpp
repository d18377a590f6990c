// SPDX-License-Identifier: MIT
#include "core/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace rollcall {

namespace {

/// An argument in quotation marks, by the rules for Exec.
QString quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (QStringLiteral("\"`$\\").contains(c))
            text += QLatin1Char('\\');
        text += c;
        if (c == QLatin1Char('%'))
            text += c; // a single one begins a field code
    }
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QString execValue(const QStringList &command)
{
    QStringList arguments;
    for (const QString &argument : command)
        arguments.append(quoted(argument));
    // The file has escapes of its own, which are taken out first.
    return arguments.join(QLatin1Char(' ')).replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
}

QString Autostart::defaultPath()
{
    const QDir config(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    return config.filePath(QStringLiteral("autostart/rollcall.desktop"));
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // Desktops' own settings switch an entry off in these ways.
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray plain = line.simplified().replace(' ', "").toLower();
        if (plain == "hidden=true" || plain == "x-gnome-autostart-enabled=false")
            return false;
    }
    return true;
}

QString Autostart::switchOn(const QStringList &command) const
{
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return QStringLiteral("%1 cannot be made").arg(folder);
    QSaveFile file(m_path);
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Name=Rollcall\n"
                                        "Icon=rollcall\n"
                                        "Exec=%1\n"
                                        "Terminal=false\n"
                                        "StartupNotify=false\n")
                             .arg(execValue(command));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return file.errorString();
    return {};
}

QString Autostart::switchOff() const
{
    QFile file(m_path);
    return !file.exists() || file.remove() ? QString() : file.errorString();
}

} // namespace rollcall
