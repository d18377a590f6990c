// SPDX-License-Identifier: MIT
// The page of the settings that says how a watch tells of what it finds.
#pragma once

#include "core/monitor/alertchannels.h"
#include "ui/settingsform.h"

#include <map>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace rollcall {

class AlertKindsField;

/// Its fields show, and give, AlertChannels. Each channel has a button that wants a test, and a line beside
/// it that says how it ended.
class AlertsPage : public SettingsForm
{
    Q_OBJECT
public:
    AlertsPage();

    void show(const AlertChannels &channels);
    /// What the fields say, which judge() has found right.
    AlertChannels channels() const;
    void showTest(AlertWay way, const Delivery &delivery);

Q_SIGNALS:
    /// A test through the channel as the fields have it now.
    void testWanted(rollcall::AlertWay way, const rollcall::AlertChannels &channels);

private:
    void addWays();
    void addRule();
    void addTest(AlertWay way, const char *objectName, const QString &accessibleName);
    void wantTest(AlertWay way);

    QCheckBox *m_desktop;
    QLineEdit *m_webhook;
    QLineEdit *m_command;
    AlertKindsField *m_kinds;
    QLineEdit *m_lists;
    QLineEdit *m_tags;
    std::map<AlertWay, QLabel *> m_ends;
};

} // namespace rollcall
