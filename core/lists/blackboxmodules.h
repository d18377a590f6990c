// SPDX-License-Identifier: MIT
// The modules of blackbox_exporter that a list needs: one for each distinct setting of a probe.
#pragma once

#include "core/url/urlentry.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace rollcall {

/// Finds out which module each entry of a list is probed by.
class BlackboxModules
{
public:
    explicit BlackboxModules(const UrlList &list);

    /// The module for an entry of the list: "http_get" for one without settings, else "http_2", "http_3" ...
    QString moduleOf(const UrlEntry &entry) const;
    /// The configuration file of blackbox_exporter.
    QByteArray configuration() const;

private:
    QHash<QByteArray, QString> m_names; // by what is configured
    QList<QByteArray> m_order;
};

} // namespace rollcall
