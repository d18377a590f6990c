// SPDX-License-Identifier: MIT
// Writes results as JSON lines.
#pragma once

#include "core/reports/jsonltable.h"
#include "core/reports/tablereport.h"

namespace rollcall {

/// The JSON lines report, with all columns. JsonlReader reads it.
class JsonlWriter final : public TableReport
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns JSON.
    JsonlWriter(QIODevice &device, const ReportOptions &options)
        : TableReport(std::make_unique<JsonlTable>(device, options), chosenColumns({}))
    {
    }
};

} // namespace rollcall
