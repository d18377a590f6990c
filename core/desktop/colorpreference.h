// SPDX-License-Identifier: MIT
// Whether the desktop asks its programs for dark windows.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace rollcall {

/// Asks the Settings portal (org.freedesktop.portal.Settings, "color-scheme" of org.freedesktop.appearance)
/// and listens to it. Without one the answer is no.
class ColorPreference : public QObject
{
    Q_OBJECT
public:
    explicit ColorPreference(const QDBusConnection &session, QObject *parent = nullptr);

    bool prefersDark() const { return m_prefersDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &nameSpace, const QString &key);

private:
    void ask();
    void take(const QVariant &value);

    QDBusConnection m_session;
    bool m_prefersDark = false;
};

} // namespace rollcall
