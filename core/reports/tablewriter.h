// SPDX-License-Identifier: MIT
// Writing a table of values, whatever its rows are about.
#pragma once

#include "core/reports/reportcolumns.h"

#include <QByteArrayList>
#include <QString>

namespace rollcall {

/// Writes rows of values one by one to a device, and keeps none of them.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    /// Each returns false when the device failed, or the writer itself: then problem() says why.
    virtual bool begin(const QByteArrayList &columnNames) = 0;
    virtual bool endRow() = 0;
    virtual bool end() = 0;
    /// Adds the next cell to the row.
    virtual void add(const ReportValue &value) = 0;

    /// As ResultWriter::problem().
    virtual QString problem() const { return {}; }
};

} // namespace rollcall
