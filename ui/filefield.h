// SPDX-License-Identifier: MIT
// A field for the name of a file, with a button that lets one be chosen.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace rollcall {

/// Empty stands for "none".
class FileField : public QWidget
{
    Q_OBJECT
public:
    /// \a placeholder says what holds while the field is empty.
    explicit FileField(const QString &placeholder, QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);
    /// A sentence about a file that cannot be read; empty for one that can, and for none.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_path;
};

} // namespace rollcall
