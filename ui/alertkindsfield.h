// SPDX-License-Identifier: MIT
// The field for the kinds of alerts that are told.
#pragma once

#include "core/monitor/alert.h"

#include <QHash>
#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace rollcall {

/// A box for each kind but tests, which are always told.
class AlertKindsField : public QWidget
{
    Q_OBJECT
public:
    explicit AlertKindsField(QWidget *parent = nullptr);

    void setKinds(const QSet<AlertKind> &kinds);
    QSet<AlertKind> kinds() const;

private:
    QHash<AlertKind, QCheckBox *> m_boxes;
};

} // namespace rollcall
