// SPDX-License-Identifier: MIT
// Text of a report that waits in a temporary file until what stands before it is known.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// A text of any length that costs a block of memory. The file is made with the first text, in the system's
/// temporary folder, and is gone with the object.
class Spool
{
public:
    /// Each returns false when it failed: problem() says why, or is empty when the other device failed.
    bool append(const QByteArray &text);
    bool copyTo(QIODevice &device);

    /// In English, without a full stop; names the temporary file.
    QString problem() const { return m_problem; }

private:
    bool fail();

    QTemporaryFile m_file;
    QString m_problem;
};

} // namespace rollcall
