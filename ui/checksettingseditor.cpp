// SPDX-License-Identifier: MIT
#include "ui/checksettingseditor.h"

#include "core/check/ruletext.h"
#include "core/check/settingtext.h"
#include "core/net/engine.h"
#include "core/url/httptoken.h"
#include "ui/filefield.h"
#include "ui/format.h"
#include "ui/headersfield.h"
#include "ui/numberboxes.h"
#include "ui/settingspage.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace rollcall {

namespace {

QString statusesOf(const CheckSettings &settings)
{
    const StatusRanges ranges = settings.rules.general.accept.value_or(StatusRanges());
    return statusText(ranges.isEmpty() ? StatusRanges{usualStatuses} : ranges);
}

bool readStatuses(const QString &text, CheckSettings &settings)
{
    std::optional<StatusRanges> &accept = settings.rules.general.accept;
    const bool isRight = setRule(settings.rules.general, u"accept", text).isEmpty();
    if (accept && accept->isEmpty())
        accept.reset(); // the usual ones need not be said
    return isRight;
}

bool readBodyLimit(const QString &text, CheckSettings &settings)
{
    const std::optional<qint64> bytes = bytesFromText(text);
    if (!bytes || !allowed::maxBodyBytes.contains(*bytes))
        return false;
    settings.maxBodyBytes = *bytes;
    return true;
}

bool readUserAgent(const QString &text, CheckSettings &settings)
{
    const QByteArray agent = text.toUtf8();
    if (!isFieldValue(agent))
        return false;
    settings.userAgent = agent;
    return true;
}

bool readProxy(const QString &text, CheckSettings &settings)
{
    const std::optional<ProxySetting> proxy = ProxySetting::fromText(text);
    if (!proxy || proxy->kind != ProxySetting::Kind::Server)
        return false;
    settings.transport.proxy = *proxy;
    return true;
}

} // namespace

CheckSettingsEditor::CheckSettingsEditor(QWidget *parent) : QTabWidget(parent)
{
    makeLimits();
    makeAnswers();
    makeRequest();
    makeConnection();
    setSettings(CheckSettings());
}

void CheckSettingsEditor::setSettings(const CheckSettings &settings)
{
    m_shown = settings;
    fillPages([&settings](const SettingsPage &page) { page.show(settings); });
}

void CheckSettingsEditor::follow(const CheckSettings &settings)
{
    fillPages([this, &settings](const SettingsPage &page) { page.showUntouched(m_shown, settings); });
    m_shown = settings;
}

void CheckSettingsEditor::reset()
{
    fillPages([](const SettingsPage &page) { page.show(CheckSettings()); });
    Q_EMIT edited();
}

void CheckSettingsEditor::fillPages(const std::function<void(const SettingsPage &)> &fill)
{
    m_isShowing = true;
    for (SettingsPage *page : m_pages) {
        fill(*page);
        page->judge();
    }
    m_isShowing = false;
}

CheckSettings CheckSettingsEditor::settings() const
{
    CheckSettings settings = m_shown;
    for (const SettingsPage *page : m_pages)
        page->take(settings);
    return settings;
}

bool CheckSettingsEditor::isRight()
{
    for (SettingsPage *page : m_pages) {
        if (QWidget *wrong = page->judge()) {
            setCurrentWidget(page);
            wrong->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

SettingsPage *CheckSettingsEditor::addPage(const QString &title)
{
    auto *page = new SettingsPage;
    connect(page, &SettingsPage::edited, this, [this, page] {
        if (m_isShowing)
            return;
        page->judge();
        Q_EMIT edited();
    });
    m_pages.push_back(page);
    addTab(page, title);
    return page;
}

void CheckSettingsEditor::makeLimits()
{
    const CheckSettings usual;
    SettingsPage *page = addPage(tr("Limits"));
    page->addCount(
        "settingAtOnce",
        {tr("At once"), tr("How many URLs are checked at the same time, 1 to 10,000. Usual: %1")
                            .arg(usual.limits.concurrency)},
        allowed::concurrency, [](auto &s) -> auto & { return s.limits.concurrency; });
    page->addCount(
        "settingPerHost",
        {tr("Per host"),
         tr("How many of them may be on the same host, to be kind to it, 1 to 1,000. Usual: %1")
             .arg(usual.limits.perHost)},
        allowed::perHost, [](auto &s) -> auto & { return s.limits.perHost; });
    page->addRate(
        "settingRate", {tr("Rate"), tr("How many calls may begin in a second. Usual: no limit")},
        [](auto &s) -> auto & { return s.limits.rate; });
    page->addRate(
        "settingRatePerHost",
        {tr("Rate per host"), tr("How many of them may begin in a second on the same host. Usual: no limit")},
        [](auto &s) -> auto & { return s.limits.ratePerHost; });
    page->addTime(
        "settingTimeout",
        {tr("Time-out"), tr("How long one call may take, redirects and body included, 0.1 to "
                            "3,600 seconds. Usual: %1 s")
                             .arg(inSeconds(usual.timeout))},
        allowed::timeout, [](auto &s) -> auto & { return s.timeout; });
    page->addTime(
        "settingConnectTimeout",
        {tr("To connect"),
         tr("How long name look-up, connection and TLS may take, for each redirect anew. Usual: %1 s")
             .arg(inSeconds(usual.connectTimeout))},
        allowed::connectTimeout, [](auto &s) -> auto & { return s.connectTimeout; });
    page->addOptionalTime(
        "settingFirstByteTimeout",
        {tr("To the first byte"),
         tr("How long a server may take from the request to the beginning of its answer. "
            "Usual: no limit of its own")},
        allowed::firstByteTimeout, [](auto &s) -> auto & { return s.firstByteTimeout; });
    page->addOptionalTime(
        "settingIdleTimeout",
        {tr("Between two pieces"),
         tr("How long an answer may pause in its middle. Usual: no limit of its own")},
        allowed::idleTimeout, [](auto &s) -> auto & { return s.idleTimeout; });
}

void CheckSettingsEditor::makeAnswers()
{
    const CheckSettings usual;
    SettingsPage *page = addPage(tr("Answers"));
    page->addText("settingStatuses",
                  {tr("Statuses that pass"),
                   tr("HTTP status codes that count as OK, for example 200-299,304. Usual: 200-299")},
                  statusesOf, readStatuses,
                  tr("This takes status codes and ranges of them, for example 200-299,304."));
    page->addCount(
        "settingRedirects",
        {tr("Redirects"),
         tr("How many redirects in a row are followed, 0 to 100. Usual: %1").arg(usual.maxRedirects)},
        allowed::maxRedirects, [](auto &s) -> auto & { return s.maxRedirects; });
    page->addToggle(
        "settingDowngrade",
        {tr("Follow redirects from https to http"),
         tr("Otherwise such a redirect is a failure: what was encrypted would go on in clear. "
            "Usual: off")},
        [](auto &s) -> auto & { return s.allowDowngrade; });
    page->addText(
        "settingMaxBody",
        {tr("Largest body"), tr("A larger body fails. Bodies are counted, never kept. Usual: %1")
                                 .arg(textFromBytes(usual.maxBodyBytes))},
        [](const CheckSettings &s) { return textFromBytes(s.maxBodyBytes); }, readBodyLimit,
        tr("This takes a number of bytes up to 1024 TiB, for example 10000, 500 KiB or 64 MiB."));
    page->addCount(
        "settingRetries",
        {tr("Retries"),
         tr("How many further calls follow a failure that may pass, 0 to 10. Usual: %1").arg(usual.retries)},
        allowed::retries, [](auto &s) -> auto & { return s.retries; });
    page->addToggle(
        "settingSecondRound",
        {tr("Call once more at the end what failed for the moment"),
         tr("Few at a time, when everything else is done. Usual: on")},
        [](auto &s) -> auto & { return s.politeness.secondRound; });
    page->addCount(
        "settingGiveUp",
        {tr("Give a host up after"),
         tr("How many calls in a row may fail to reach a host before its other URLs are not called; "
            "0: never. Usual: %1")
             .arg(usual.politeness.giveUpAfter)},
        allowed::giveUpAfter, [](auto &s) -> auto & { return s.politeness.giveUpAfter; });
}

void CheckSettingsEditor::makeRequest()
{
    SettingsPage *page = addPage(tr("Requests"));
    page->addChoice<HttpMethod>(
        "settingMethod",
        {tr("Method"), tr("HEAD asks for no body: quicker, but some servers answer it wrongly. Usual: GET")},
        {{HttpMethod::Get, QStringLiteral("GET")}, {HttpMethod::Head, QStringLiteral("HEAD")}},
        [](auto &s) -> auto & { return s.method; });
    auto *agent = page->addText(
        "settingUserAgent",
        {tr("Name of the client"),
         tr("The User-Agent that servers see. Usual: %1").arg(QStringLiteral("Rollcall/" ROLLCALL_VERSION))},
        [](const CheckSettings &s) { return QString::fromUtf8(s.userAgent); }, readUserAgent,
        tr("This takes a text without control characters."));
    agent->setPlaceholderText(QStringLiteral("Rollcall/" ROLLCALL_VERSION));
    auto *headers = new HeadersField;
    page->addField(
        "settingHeaders",
        {tr("Headers"), tr("Sent with each call, one a line, for example \"Accept: text/html\". They "
                           "never go to another host than the URL's.")},
        headers, [headers] { return headers->problem(); });
    page->bind([headers](const CheckSettings &s) { headers->setHeaders(s.headers); },
               [headers](CheckSettings &s) { s.headers = headers->headers().value_or(s.headers); });
    connect(headers, &HeadersField::textChanged, page, &SettingsPage::edited);
}

void CheckSettingsEditor::makeConnection()
{
    SettingsPage *page = addPage(tr("Connection"));
    QList<std::pair<EngineKind, QString>> engines;
    if (isAvailable(EngineKind::Exact))
        engines.append({EngineKind::Exact, tr("exact (libcurl)")});
    engines.append({EngineKind::Qt, tr("Qt's own")});
    page->addChoice<EngineKind>(
        "settingEngine",
        {tr("Engine"), tr("What carries the requests. Qt's own overlooks some broken "
                          "answers and measures less. Usual: exact")},
        engines, [](auto &s) -> auto & { return s.transport.engine; });
    page->addToggle(
        "settingHttp2", {tr("HTTP/2 where the server offers it"), tr("The exact engine only. Usual: on")},
        [](auto &s) -> auto & { return s.transport.allowHttp2; });
    page->addChoice<IpVersion>(
        "settingIpVersion", {tr("Addresses"), tr("Which of a host's addresses are called. Usual: any")},
        {{IpVersion::Any, tr("any")}, {IpVersion::V4, tr("IPv4 only")}, {IpVersion::V6, tr("IPv6 only")}},
        [](auto &s) -> auto & { return s.transport.ipVersion; });

    addProxy(*page);
    addAuthorities(*page);
    auto *insecure = new QCheckBox(tr("Accept any certificate (insecure)"));
    page->addSwitch("settingInsecure", insecure,
                    tr("For servers of your own whose certificate cannot be mended. Usual: off"));
    auto *warning = page->addWarning("settingInsecureWarning",
                                     tr("Whoever is on the way to a server can read and change everything, "
                                        "passwords included, and no certificate is reported as wrong."));
    warning->setVisible(false);
    page->bind([insecure](const CheckSettings &s) { insecure->setChecked(!s.transport.verifyTls); },
               [insecure](CheckSettings &s) { s.transport.verifyTls = !insecure->isChecked(); });
    connect(insecure, &QCheckBox::toggled, warning, &QWidget::setVisible);
    connect(insecure, &QCheckBox::toggled, page, &SettingsPage::edited);
}

void CheckSettingsEditor::addProxy(SettingsPage &page)
{
    auto *proxy = page.addChoice<ProxySetting::Kind>(
        "settingProxy", {tr("Proxy"), tr("Usual: as the desktop says")},
        {{ProxySetting::Kind::Desktop, tr("as the desktop says")},
         {ProxySetting::Kind::None, tr("none")},
         {ProxySetting::Kind::Server, tr("this one:")}},
        [](auto &s) -> auto & { return s.transport.proxy.kind; });
    auto *address = page.addText(
        "settingProxyAddress",
        {tr("Address of the proxy"), tr("A URL that begins with http, https or socks5, for example "
                                        "socks5://127.0.0.1:1080")},
        [](const CheckSettings &s) { return s.transport.proxy.server.toString(QUrl::FullyEncoded); },
        readProxy,
        tr("This takes the URL of a proxy, for example http://proxy.example:8080 or "
           "socks5://127.0.0.1:1080."));
    const auto enableAddress = [proxy, address, &page] {
        address->setEnabled(proxy->currentData().toInt() == int(ProxySetting::Kind::Server));
        page.judge();
    };
    connect(proxy, &QComboBox::currentIndexChanged, address, enableAddress);
    enableAddress();
    page.bind([](const CheckSettings &) {},
              [this, proxy, address](CheckSettings &s) {
                  CheckSettings unused;
                  if (proxy->currentData().toInt() != int(ProxySetting::Kind::Server))
                      s.transport.proxy.server.clear();
                  else if (!readProxy(address->text().trimmed(), unused))
                      s.transport.proxy = m_shown.transport.proxy;
              });
}

void CheckSettingsEditor::addAuthorities(SettingsPage &page)
{
    auto *authorities = new FileField(tr("the system's authorities"));
    page.addField(
        "settingCaFile",
        {tr("Trusted authorities"), tr("A PEM file with the certificates that are trusted in place of "
                                       "the system's. Usual: none")},
        authorities, [authorities] { return authorities->problem(); });
    page.bind([authorities](const CheckSettings &s) { authorities->setPath(s.transport.caFile); },
              [authorities](CheckSettings &s) {
                  if (authorities->problem().isEmpty())
                      s.transport.caFile = authorities->path();
              });
    connect(authorities, &FileField::changed, &page, &SettingsPage::edited);
}

} // namespace rollcall
