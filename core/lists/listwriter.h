// SPDX-License-Identifier: MIT
// Writing a URL list: what every target format can do, and the registry of the formats.
#pragma once

#include "core/url/urlentry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// One target format.
class ListWriter
{
public:
    virtual ~ListWriter() = default;
    virtual QString id() const = 0;      ///< what `--to` takes, for example "plain"
    virtual QString summary() const = 0; ///< English, for example "one URL a line"
    /// The files of a format that writes several into a folder; empty for one that writes a single file.
    virtual QStringList fileNames() const { return {}; }
    /// Whether \a entry can be written in this format at all.
    virtual bool takes(const UrlEntry &entry) const;
    /// Writes \a list, all of whose entries it takes, to \a device, open for writing. \a fileName is one of
    /// fileNames(), or empty. False when the device does not take it: its error string says why.
    virtual bool write(const UrlList &list, QIODevice &device, const QString &fileName) const = 0;
};

/// Every format that can be written: one line of the registry each.
std::span<const ListWriter *const> listWriters();
/// The one called \a id, or null.
const ListWriter *listWriter(const QString &id);

/// Writes \a bytes; false when \a device does not take all of them.
bool writeBytes(QIODevice &device, const QByteArray &bytes);

} // namespace rollcall
