// SPDX-License-Identifier: MIT
#include "core/monitor/alertrule.h"

#include <algorithm>

namespace rollcall {

namespace {

bool wantsKind(const QSet<AlertKind> &kinds, const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Test:
        return true;
    case AlertKind::Up:
        return kinds.contains(AlertKind::Up) &&
               (alert.previous != Health::Degraded || kinds.contains(AlertKind::Degraded));
    case AlertKind::Degraded:
        return kinds.contains(AlertKind::Degraded) ||
               (alert.previous == Health::Down && kinds.contains(AlertKind::Up));
    case AlertKind::Down:
    case AlertKind::Certificate:
    case AlertKind::ContentChanged:
    case AlertKind::RedirectChanged:
    case AlertKind::FlappingBegins:
    case AlertKind::FlappingEnds:
    case AlertKind::OutageBegins:
    case AlertKind::OutageEnds:
        break;
    }
    return kinds.contains(alert.kind);
}

} // namespace

QSet<AlertKind> AlertRule::usualKinds()
{
    return {AlertKind::Down,           AlertKind::Up,
            AlertKind::Certificate,    AlertKind::RedirectChanged,
            AlertKind::FlappingBegins, AlertKind::FlappingEnds,
            AlertKind::OutageBegins,   AlertKind::OutageEnds};
}

std::optional<QSet<AlertKind>> AlertRule::kindsFromText(QStringView text)
{
    QSet<AlertKind> kinds;
    const QList<QStringView> words = text.split(u',');
    for (const QStringView word : words) {
        const std::optional<AlertKind> kind = alertKindFromSlug(word.trimmed().toLatin1());
        if (kind)
            kinds.insert(*kind);
        else if (word.trimmed() == u"all")
            kinds.unite(QSet<AlertKind>(alertKinds().begin(), alertKinds().end()));
        else
            return std::nullopt;
    }
    return kinds;
}

QString AlertRule::kindsText(const QSet<AlertKind> &kinds)
{
    QStringList words;
    for (const AlertKind kind : alertKinds()) {
        if (kinds.contains(kind))
            words.append(QLatin1String(slug(kind)));
    }
    return words.join(QStringLiteral(", "));
}

bool AlertRule::wants(const Alert &alert) const
{
    if (!wantsKind(kinds, alert))
        return false;
    if (alert.url.isEmpty())
        return true;
    const bool isOfList = lists.isEmpty() || lists.contains(alert.list);
    const bool isTagged =
        tags.isEmpty() || std::any_of(tags.begin(), tags.end(),
                                      [&alert](const QString &tag) { return alert.tags.contains(tag); });
    return isOfList && isTagged;
}

} // namespace rollcall
