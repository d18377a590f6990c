// SPDX-License-Identifier: MIT
// The fields for how a list is checked, on a few pages.
#pragma once

#include "core/check/checksettings.h"

#include <QTabWidget>

#include <functional>
#include <vector>

namespace rollcall {

class SettingsPage;

/// Edits CheckSettings. Each field says at once what is wrong with it. What has no field is kept as it was
/// shown.
class CheckSettingsEditor : public QTabWidget
{
    Q_OBJECT
public:
    explicit CheckSettingsEditor(QWidget *parent = nullptr);

    void setSettings(const CheckSettings &settings);
    /// Shows \a settings, which are those of setSettings() changed elsewhere; what the person has changed
    /// here stays.
    void follow(const CheckSettings &settings);
    /// Sets every field to its usual value, as if a person had done it.
    void reset();
    /// What the fields say, also what has been typed and not yet been left. A field that is wrong counts as
    /// it was shown. The result is valid.
    CheckSettings settings() const;
    /// True when no field is wrong. Otherwise the first that is has the focus then.
    bool isRight();

Q_SIGNALS:
    /// A person has changed a field.
    void edited();

private:
    void fillPages(const std::function<void(const SettingsPage &)> &fill);
    SettingsPage *addPage(const QString &title);
    void makeLimits();
    void makeAnswers();
    void makeRequest();
    void makeConnection();
    void addProxy(SettingsPage &page);
    void addAuthorities(SettingsPage &page);

    CheckSettings m_shown;
    std::vector<SettingsPage *> m_pages;
    bool m_isShowing = false;
};

} // namespace rollcall
