// SPDX-License-Identifier: MIT
#include "ui/alertwords.h"

#include "ui/format.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace rollcall {

namespace {

/// As many lines as a message of a desktop shows.
constexpr qsizetype mostLines = 5;

class AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QString titleOf(const Alert &alert)
{
    const QString subject = subjectOf(alert);
    switch (alert.kind) {
    case AlertKind::Down:
        return AlertWords::tr("%1 is down").arg(subject);
    case AlertKind::Up:
        return AlertWords::tr("%1 is up again").arg(subject);
    case AlertKind::Degraded:
        return AlertWords::tr("%1 answers, but not well").arg(subject);
    case AlertKind::Certificate:
        return AlertWords::tr("The certificate of %1 ends soon").arg(subject);
    case AlertKind::ContentChanged:
        return AlertWords::tr("The content of %1 has changed").arg(subject);
    case AlertKind::RedirectChanged:
        return AlertWords::tr("%1 leads elsewhere").arg(subject);
    case AlertKind::FlappingBegins:
        return AlertWords::tr("%1 keeps going up and down").arg(subject);
    case AlertKind::FlappingEnds:
        return AlertWords::tr("%1 is steady again").arg(subject);
    case AlertKind::OutageBegins:
        return AlertWords::tr("There is no network here");
    case AlertKind::OutageEnds:
        return AlertWords::tr("The network is back");
    case AlertKind::Test:
        return AlertWords::tr("This is a test");
    }
    Q_UNREACHABLE();
}

QString textOf(const Alert &alert)
{
    QStringList lines;
    if (!alert.name.isEmpty() && !alert.url.isEmpty())
        lines.append(alert.url);
    if (alert.reason.kind != ErrorKind::None)
        lines.append(errorTitle(alert.reason.kind));
    if (alert.certificateDays)
        lines.append(AlertWords::tr("%1 day(s) are left", nullptr, *alert.certificateDays)
                         .arg(formatCount(*alert.certificateDays)));
    if (alert.since.isValid())
        lines.append(AlertWords::tr("Since %1").arg(formatDateTime(alert.since)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString alertKindWords(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Down:
        return AlertWords::tr("Down");
    case AlertKind::Up:
        return AlertWords::tr("Up again");
    case AlertKind::Degraded:
        return AlertWords::tr("Answers, but not well");
    case AlertKind::Certificate:
        return AlertWords::tr("Certificate ends soon");
    case AlertKind::ContentChanged:
        return AlertWords::tr("Content changed");
    case AlertKind::RedirectChanged:
        return AlertWords::tr("Leads elsewhere");
    case AlertKind::FlappingBegins:
        return AlertWords::tr("Keeps going up and down");
    case AlertKind::FlappingEnds:
        return AlertWords::tr("Steady again");
    case AlertKind::OutageBegins:
        return AlertWords::tr("No network here");
    case AlertKind::OutageEnds:
        return AlertWords::tr("Network is back");
    case AlertKind::Test:
        return AlertWords::tr("Test");
    }
    Q_UNREACHABLE();
}

QString alertTitleWords(const AlertMessage &message)
{
    if (message.alerts.size() == 1)
        return titleOf(message.alerts.front());
    return AlertWords::tr("%1 changes of watched URL(s)", nullptr, pluralNumber(message.alerts.size()))
        .arg(formatCount(message.alerts.size()));
}

QString alertTextWords(const AlertMessage &message)
{
    if (message.alerts.size() == 1)
        return textOf(message.alerts.front());
    QStringList lines;
    for (const Alert &alert : message.alerts.first(std::min(mostLines, message.alerts.size())))
        lines.append(titleOf(alert));
    if (message.alerts.size() > mostLines)
        lines.append(QStringLiteral("…"));
    return lines.join(QLatin1Char('\n'));
}

} // namespace rollcall
