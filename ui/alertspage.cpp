// SPDX-License-Identifier: MIT
#include "ui/alertspage.h"

#include "core/monitor/commandchannel.h"
#include "core/url/normalizeurl.h"
#include "ui/alertkindsfield.h"
#include "ui/namelist.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rollcall {

namespace {

/// In its canonical form; nothing for what is no http or https URL.
std::optional<QByteArray> webhookIn(const QString &text)
{
    if (text.isEmpty())
        return QByteArray();
    const auto read = normalizeUrl(text);
    const auto *url = std::get_if<NormalizedUrl>(&read);
    if (url == nullptr || schemeOf(url->url) == UrlScheme::Other)
        return std::nullopt;
    return url->url;
}

} // namespace

AlertsPage::AlertsPage()
    : m_desktop(new QCheckBox(tr("Show alerts as messages of the desktop"))),
      m_webhook(new QLineEdit),
      m_command(new QLineEdit),
      m_kinds(new AlertKindsField),
      m_lists(new QLineEdit),
      m_tags(new QLineEdit)
{
    addWays();
    addRule();
}

void AlertsPage::addWays()
{
    addSwitch("settingAlertsDesktop", m_desktop,
              tr("What a watch finds: who is down, who is up again, and more. Usual: on"));
    addTest(AlertWay::Desktop, "testAlertsDesktop", tr("Send a test to the desktop"));
    m_webhook->setPlaceholderText(QStringLiteral("https://example.com/hook"));
    addField("settingAlertsWebhook",
             {tr("Webhook"), tr("Each alert is sent to this URL as JSON, by POST. Usual: none")}, m_webhook,
             [this] {
                 return webhookIn(m_webhook->text().trimmed())
                            ? QString()
                            : tr("Takes an http or https URL, or nothing.");
             });
    addTest(AlertWay::Webhook, "testAlertsWebhook", tr("Send a test to the webhook"));
    addField(
        "settingAlertsCommand",
        {tr("Command"), tr("This program is run for each alert, with ROLLCALL_EVENT, ROLLCALL_URL and more "
                           "in its environment; no shell has a part in it. Usual: none")},
        m_command, [this] {
            const QString text = m_command->text().trimmed();
            return text.isEmpty() || AlertCommand::fromText(text)
                       ? QString()
                       : tr("Takes a program and its arguments, or nothing.");
        });
    addTest(AlertWay::Command, "testAlertsCommand", tr("Run the command with a test"));
}

void AlertsPage::addRule()
{
    addField(
        "settingAlertsKinds",
        {tr("Of these"), tr("What is told of. Usual: all but answers that are not well and changed content")},
        m_kinds, [this] {
            return m_kinds->kinds().isEmpty() ? tr("Choose one at least. To hear of nothing, choose no "
                                                   "desktop, no webhook and no command.")
                                              : QString();
        });
    addField("settingAlertsLists",
             {tr("Only lists"), tr("Their names, with commas between them; one with a comma stands in double "
                                   "quotes. Usual: all, which is nothing here")},
             m_lists);
    addField("settingAlertsTags",
             {tr("Only tags"), tr("URLs with one of these tags, which have commas between them. Usual: all, "
                                  "which is nothing here")},
             m_tags);
}

void AlertsPage::addTest(AlertWay way, const char *objectName, const QString &accessibleName)
{
    auto *button = new QPushButton(tr("Send a test"));
    button->setObjectName(QLatin1String(objectName));
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    auto *end = new QLabel;
    end->setObjectName(QLatin1String(objectName) + QStringLiteral("End"));
    end->setTextFormat(Qt::PlainText);
    end->setWordWrap(true);
    m_ends.emplace(way, end);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(button);
    layout->addWidget(end, 1);
    addSwitch((QByteArray(objectName) + "Row").constData(), row, {});
    connect(button, &QPushButton::clicked, this, [this, way] { wantTest(way); });
}

void AlertsPage::wantTest(AlertWay way)
{
    if (judge() != nullptr)
        return; // what is wrong stands below its field
    m_ends.at(way)->setText(tr("Sending…"));
    Q_EMIT testWanted(way, channels());
}

void AlertsPage::showTest(AlertWay way, const Delivery &delivery)
{
    m_ends.at(way)->setText(delivery.end == Delivery::End::Delivered
                                ? tr("It was delivered.")
                                : tr("It was not delivered: %1.").arg(delivery.detail));
}

void AlertsPage::show(const AlertChannels &channels)
{
    m_desktop->setChecked(channels.desktop);
    m_webhook->setText(QString::fromUtf8(channels.webhook));
    m_command->setText(channels.command);
    m_kinds->setKinds(channels.rule.kinds);
    m_lists->setText(namesText(channels.rule.lists));
    m_tags->setText(namesText(channels.rule.tags));
    for (const auto &[way, end] : m_ends)
        end->clear();
}

AlertChannels AlertsPage::channels() const
{
    AlertChannels channels;
    channels.desktop = m_desktop->isChecked();
    channels.webhook = webhookIn(m_webhook->text().trimmed()).value_or(QByteArray());
    channels.command = m_command->text().trimmed();
    channels.rule.kinds = m_kinds->kinds();
    channels.rule.lists = namesFromText(m_lists->text());
    channels.rule.tags = namesFromText(m_tags->text());
    return channels;
}

} // namespace rollcall
