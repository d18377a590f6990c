// SPDX-License-Identifier: MIT
// The fields for how a list is checked, on a few pages: for the settings dialog and for the settings of one
// list.
#pragma once

#include "core/check/checksettings.h"

#include <QTabWidget>

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
    /// What the fields say, also what has been typed and not yet been left. A field that is wrong counts as
    /// it was shown. The result is valid.
    CheckSettings settings() const;
    /// True when no field is wrong. Otherwise the first that is has the focus then.
    bool isRight();

Q_SIGNALS:
    /// A person has changed a field.
    void edited();

private:
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
