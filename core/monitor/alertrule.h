// SPDX-License-Identifier: MIT
// Which alerts go to a channel.
#pragma once

#include "core/monitor/alert.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace rollcall {

/// What a channel is told. An alert that concerns no URL goes to every channel that is told of its kind.
struct AlertRule {
    AlertRule() = default;

    /// down, up, certificate, redirect-changed, flapping, steady, local-outage, local-outage-over.
    QSet<AlertKind> kinds = usualKinds();
    QStringList lists; ///< names; empty: all
    QStringList tags;  ///< a URL with one of them; empty: all

    static QSet<AlertKind> usualKinds();
    /// Reads slugs of kinds with commas between them; "all" stands for every kind.
    static std::optional<QSet<AlertKind>> kindsFromText(QStringView text);
    /// What kindsFromText() reads back.
    static QString kindsText(const QSet<AlertKind> &kinds);

    /// A test is always wanted. That a URL is well again, or answers at least, is wanted where it was wanted
    /// that it was not.
    bool wants(const Alert &alert) const;

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

} // namespace rollcall
