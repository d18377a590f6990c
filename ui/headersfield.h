// SPDX-License-Identifier: MIT
// A field for request headers, one a line.
#pragma once

#include "core/url/entrydetails.h"

#include <QPlainTextEdit>

#include <optional>

namespace rollcall {

class HeadersField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit HeadersField(QWidget *parent = nullptr);

    void setHeaders(const QList<HeaderField> &headers);
    /// Nothing while a line is no header.
    std::optional<QList<HeaderField>> headers() const;
    /// A sentence about the first line that is no header; empty when there is none.
    QString problem() const;
};

} // namespace rollcall
