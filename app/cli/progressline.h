// SPDX-License-Identifier: MIT
// The progress bar: one line of a terminal, redrawn in place.
#pragma once

#include "core/check/checkprogress.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall::cli {

/// "[█████     ] 50 %  500 of 1000, 3 failed  48/s  10 s left", at most \a columns wide: the bar shrinks
/// first, then the text is cut.
QString progressText(const CheckProgress &progress, int columns);

/// Draws the line where the cursor stands and takes it away again. How often is the caller's business.
class ProgressLine
{
public:
    /// \a device, open for writing without a buffer, is what the person sees; it outlives the line.
    explicit ProgressLine(QIODevice &device);

    void draw(const CheckProgress &progress, int columns);
    /// Leaves an empty line with the cursor at its start; nothing when nothing is drawn.
    void erase();

private:
    QIODevice &m_device;
    bool m_drawn = false;
};

} // namespace rollcall::cli
