// SPDX-License-Identifier: MIT
#include "ui/settingsdialog.h"

#include "ui/checksettingseditor.h"
#include "ui/settingsform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rollcall {

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent),
      m_titles(new QListWidget),
      m_pages(new QStackedWidget),
      m_check(new CheckSettingsEditor)
{
    setWindowTitle(tr("Settings"));
    m_titles->setObjectName(QStringLiteral("settingsPages"));
    m_titles->setAccessibleName(tr("Pages of settings"));
    addPage(tr("Checks"), m_check);
    addPage(tr("Appearance"), makeAppearance());
    addPage(tr("Background"), makeBackground());
    m_titles->setFixedWidth(m_titles->sizeHintForColumn(0) + 2 * m_titles->frameWidth() +
                            2 * fontMetrics().averageCharWidth());
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_titles->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply |
                                         QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    QPushButton *reset = buttons->button(QDialogButtonBox::RestoreDefaults);
    reset->setToolTip(tr("Set every field to its usual value; nothing is kept before OK or Apply"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (apply())
            accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(reset, &QPushButton::clicked, this, [this] { show(Preferences()); });

    auto *sides = new QHBoxLayout;
    sides->addWidget(m_titles);
    sides->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(buttons);
    show(preferences);
}

void SettingsDialog::addPage(const QString &title, QWidget *page)
{
    m_titles->addItem(title);
    m_pages->addWidget(page);
}

QWidget *SettingsDialog::makeAppearance()
{
    auto *page = new SettingsForm;
    m_colors = new QComboBox;
    m_colors->addItem(tr("as the desktop has them"), int(ColorChoice::Desktop));
    m_colors->addItem(tr("light"), int(ColorChoice::Light));
    m_colors->addItem(tr("dark"), int(ColorChoice::Dark));
    page->addField("settingColors",
                   {tr("Colours"), tr("Of all windows of Rollcall. Usual: as the desktop has them")},
                   m_colors);
    return page;
}

QWidget *SettingsDialog::makeBackground()
{
    auto *page = new SettingsForm;
    m_notifies = addSwitch(page, "settingNotifies", tr("Say when a check has ended"),
                           tr("By a message of the desktop, while another window is in front. Usual: on"));
    m_holdsSleep = addSwitch(page, "settingHoldsSleep", tr("Keep the computer awake while a check runs"),
                             tr("It still falls asleep when you ask it to. Usual: on"));
    m_showsTray =
        addSwitch(page, "settingShowsTray", tr("Show an icon in the tray"),
                  tr("It says how the list does, and its menu has the commands of a check. Usual: off"));
    m_closesToTray =
        addSwitch(page, "settingClosesToTray", tr("Closing the window leaves Rollcall in the tray"),
                  tr("A check goes on then. Quit (Ctrl+Q) always ends it. Usual: off"));
    connect(m_showsTray, &QCheckBox::toggled, m_closesToTray, &QWidget::setEnabled);
    return page;
}

QCheckBox *SettingsDialog::addSwitch(SettingsForm *page, const char *objectName, const QString &name,
                                     const QString &help)
{
    auto *box = new QCheckBox(name);
    page->addSwitch(objectName, box, help);
    return box;
}

void SettingsDialog::show(const Preferences &preferences)
{
    m_shown = preferences;
    m_check->setSettings(preferences.check);
    m_colors->setCurrentIndex(m_colors->findData(int(preferences.colors)));
    m_notifies->setChecked(preferences.notifies);
    m_holdsSleep->setChecked(preferences.holdsSleep);
    m_showsTray->setChecked(preferences.showsTray);
    m_closesToTray->setChecked(preferences.closesToTray);
    m_closesToTray->setEnabled(preferences.showsTray);
}

Preferences SettingsDialog::preferences() const
{
    Preferences preferences = m_shown;
    preferences.check = m_check->settings();
    preferences.colors = ColorChoice(m_colors->currentData().toInt());
    preferences.notifies = m_notifies->isChecked();
    preferences.holdsSleep = m_holdsSleep->isChecked();
    preferences.showsTray = m_showsTray->isChecked();
    preferences.closesToTray = m_closesToTray->isChecked();
    return preferences;
}

bool SettingsDialog::apply()
{
    if (!m_check->isRight()) {
        m_titles->setCurrentRow(0);
        m_check->isRight(); // the focus goes to the field only now that it is in sight
        return false;
    }
    m_shown = preferences();
    Q_EMIT applied(m_shown);
    return true;
}

} // namespace rollcall
