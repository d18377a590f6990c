// SPDX-License-Identifier: MIT
// Entries of a list as target groups of Prometheus' file-based service discovery.
#pragma once

#include "core/lists/listbuilder.h"
#include "core/url/urlentry.h"
#include "core/url/valuetree.h"

#include <QJsonObject>

namespace rollcall {

/// A target group with the one target \a entry. Its labels are `name`, `group`, `__param_module` for the
/// module of blackbox_exporter, and `__rollcall_entry`, which Prometheus drops, with all that the list says
/// about the URL.
QJsonObject targetGroup(const UrlEntry &entry, const QString &module);

/// Adds the targets of \a group, which stands on \a line, to \a list. Labels that are neither `name` nor
/// `group` nor Prometheus' own (those that begin with "__") become tags "label=value".
void addTargets(ValueView group, qint64 line, ListBuilder &list);

} // namespace rollcall
