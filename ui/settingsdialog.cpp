// SPDX-License-Identifier: MIT
#include "ui/settingsdialog.h"

#include "core/history/storedlist.h"
#include "ui/alertspage.h"
#include "ui/checksettingseditor.h"
#include "ui/listsmodel.h"
#include "ui/settingsform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace rollcall {

namespace {

constexpr int alertsRow = 1; // of the titles

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, const StoredList &list, QWidget *parent)
    : QDialog(parent),
      m_titles(new QListWidget),
      m_pages(new QStackedWidget),
      m_listName(new QLabel),
      m_check(new CheckSettingsEditor),
      m_alerts(new AlertsPage)
{
    setWindowTitle(tr("Settings"));
    m_titles->setObjectName(QStringLiteral("settingsPages"));
    m_titles->setAccessibleName(tr("Pages of settings"));
    addPage(tr("Checks"), makeChecks());
    addPage(tr("Alerts"), m_alerts);
    addPage(tr("Appearance"), makeAppearance());
    addPage(tr("Background"), makeBackground());
    m_titles->setFixedWidth(m_titles->sizeHintForColumn(0) + 2 * m_titles->frameWidth() +
                            2 * fontMetrics().averageCharWidth());
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_titles->setCurrentRow(0);
    connect(m_alerts, &AlertsPage::testWanted, this, &SettingsDialog::alertTestWanted);

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
    connect(reset, &QPushButton::clicked, this, [this] {
        m_check->reset();
        showPreferences(Preferences());
    });

    auto *sides = new QHBoxLayout;
    sides->addWidget(m_titles);
    sides->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(buttons);
    showPreferences(preferences);
    showList(list);
}

void SettingsDialog::addPage(const QString &title, QWidget *page)
{
    m_titles->addItem(title);
    m_pages->addWidget(page);
}

QWidget *SettingsDialog::makeChecks()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_listName->setObjectName(QStringLiteral("settingsList"));
    m_listName->setTextFormat(Qt::PlainText);
    m_listName->setWordWrap(true);
    layout->addWidget(m_listName);
    layout->addWidget(m_check, 1);
    return page;
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
    m_startsWithDesktop =
        addSwitch(page, "settingStartsWithDesktop", tr("Start with the desktop, in the tray"),
                  tr("Lists that are watched are so from then on. Usual: off"));
    connect(m_startsWithDesktop, &QCheckBox::toggled, m_showsTray, [this](bool isOn) {
        if (isOn)
            m_showsTray->setChecked(true);
    });
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

void SettingsDialog::showList(const StoredList &list)
{
    m_listName->setText(
        tr("How the list “%1” is checked. A new list begins as the open one is.").arg(shownName(list)));
    if (std::exchange(m_listId, list.id) == list.id)
        m_check->follow(list.settings);
    else
        m_check->setSettings(list.settings);
}

void SettingsDialog::showPreferences(const Preferences &preferences)
{
    m_shown = preferences;
    m_colors->setCurrentIndex(m_colors->findData(int(preferences.colors)));
    m_notifies->setChecked(preferences.notifies);
    m_holdsSleep->setChecked(preferences.holdsSleep);
    m_showsTray->setChecked(preferences.showsTray);
    m_closesToTray->setChecked(preferences.closesToTray);
    m_closesToTray->setEnabled(preferences.showsTray);
    m_startsWithDesktop->setChecked(preferences.startsWithDesktop);
    m_alerts->show(preferences.alerts);
}

Preferences SettingsDialog::preferences() const
{
    Preferences preferences = m_shown;
    preferences.colors = ColorChoice(m_colors->currentData().toInt());
    preferences.notifies = m_notifies->isChecked();
    preferences.holdsSleep = m_holdsSleep->isChecked();
    preferences.showsTray = m_showsTray->isChecked();
    preferences.closesToTray = m_closesToTray->isChecked();
    preferences.startsWithDesktop = m_startsWithDesktop->isChecked();
    preferences.alerts = m_alerts->channels();
    return preferences;
}

CheckSettings SettingsDialog::checkSettings() const
{
    return m_check->settings();
}

void SettingsDialog::showAlertTest(AlertWay way, const Delivery &delivery)
{
    m_alerts->showTest(way, delivery);
}

bool SettingsDialog::apply()
{
    const int page = m_titles->currentRow();
    m_titles->setCurrentRow(0); // a field that is wrong can have the focus only where it is in sight
    if (!m_check->isRight())
        return false;
    if (QWidget *wrong = m_alerts->judge()) {
        m_titles->setCurrentRow(alertsRow);
        wrong->setFocus();
        return false;
    }
    m_titles->setCurrentRow(page);
    m_shown = preferences();
    Q_EMIT applied(m_shown, m_listId, checkSettings());
    return true;
}

} // namespace rollcall
