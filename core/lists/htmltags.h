// SPDX-License-Identifier: MIT
// Reads an HTML document of any size and quality tag by tag, within limits.
#pragma once

#include "core/lists/listbuilder.h"

#include <QByteArrayView>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// One tag, and the text in front of it. Its texts are UTF-8, and valid while it is being taken.
struct HtmlTag {
    HtmlTag() = default;

    QByteArrayView name; ///< lower case
    bool begins = false; ///< a start tag
    qint64 line = 0;     ///< from 1
    QByteArrayView text; ///< since the last tag; cut to a few URLs' length
    qint64 textLine = 0; ///< the line on which that text begins

    /// The value of an attribute, trimmed; empty when there is none.
    QString attribute(const char *attributeName) const;

    const char *const *attributes = nullptr; ///< names and values in turns, then a null pointer; or null
};

/// Reads \a device through libxml2's parser, which mends what is broken, and calls \a take for every tag, and
/// once at the end for the text behind the last one. Scripts and style sheets are no text. Notes in \a list
/// why it could not read on: the device, nesting beyond 10,000, or 16 MiB without a tag.
void readHtml(QIODevice &device, const QString &sourceName, ListBuilder &list,
              const std::function<void(const HtmlTag &)> &take);

} // namespace rollcall
