// SPDX-License-Identifier: MIT
// The fields for how many URLs are checked at once, how many of them per host, and the time-out.
#pragma once

#include "core/check/checksettings.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
class QSpinBox;
QT_END_NAMESPACE

namespace rollcall {

/// Three fields of the settings of a list. Each allows what core/check allows.
class LimitsBar : public QWidget
{
    Q_OBJECT
public:
    explicit LimitsBar(QWidget *parent = nullptr);

    /// Shows these settings; says nothing of it.
    void setSettings(const CheckSettings &settings);
    /// The settings that were shown, with what the fields say, also what has been typed and not yet been
    /// left.
    CheckSettings checkSettings();

Q_SIGNALS:
    /// "At once" or "Per host" has changed.
    void limitsChanged(const rollcall::CheckLimits &limits);
    /// Any of the fields has changed.
    void changed();

private:
    CheckLimits limits() const;

    CheckSettings m_settings;
    double m_shownTimeout = 0; ///< the field rounds; what nobody touched stays exact
    QSpinBox *m_concurrency;
    QSpinBox *m_perHost;
    QDoubleSpinBox *m_timeout;
};

} // namespace rollcall
