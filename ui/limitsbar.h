// SPDX-License-Identifier: MIT
// The fields for what people change most often: how many URLs at once, how many per host, the rate, the
// time-out.
#pragma once

#include "core/check/checksettings.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace rollcall {

class ProblemLine;
class RateBox;
class SecondsBox;

/// Shows the settings of a list and changes four of them. Each field allows what core/check allows.
class LimitsBar : public QWidget
{
    Q_OBJECT
public:
    explicit LimitsBar(QWidget *parent = nullptr);

    /// No signal is sent for it.
    void setSettings(const CheckSettings &settings);
    /// What was shown, with what the fields say now, also what has been typed and not yet been left.
    CheckSettings checkSettings();

Q_SIGNALS:
    /// A person has changed one of the fields.
    void changed();

private:
    void makeFields();

    CheckSettings m_settings;
    QSpinBox *m_concurrency;
    QSpinBox *m_perHost;
    RateBox *m_rate;
    SecondsBox *m_timeout;
    ProblemLine *m_insecure;
};

} // namespace rollcall
