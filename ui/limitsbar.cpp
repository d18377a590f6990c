// SPDX-License-Identifier: MIT
#include "ui/limitsbar.h"

#include "ui/numberboxes.h"
#include "ui/problemline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rollcall {

namespace {

void addField(QWidget *parent, QAbstractSpinBox *box, const char *objectName, const QString &name,
              const QString &help)
{
    auto *label = new QLabel(name, parent);
    label->setBuddy(box);
    label->setToolTip(help);
    box->setObjectName(QLatin1String(objectName));
    box->setToolTip(help);
    box->setAccessibleName(name);
    box->setAccessibleDescription(help);
    box->setKeyboardTracking(false); // "500" typed is not first 5, then 50
    box->setAlignment(Qt::AlignRight);
    constexpr int gap = 6;
    auto *layout = static_cast<QHBoxLayout *>(parent->layout());
    if (layout->count() > 0)
        layout->addSpacing(gap);
    layout->addWidget(label);
    layout->addWidget(box);
}

} // namespace

LimitsBar::LimitsBar(QWidget *parent)
    : QWidget(parent),
      m_concurrency(new QSpinBox),
      m_perHost(new QSpinBox),
      m_rate(new RateBox),
      m_timeout(new SecondsBox),
      m_insecure(new ProblemLine)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    m_concurrency->setRange(allowed::concurrency.minimum, allowed::concurrency.maximum);
    m_perHost->setRange(allowed::perHost.minimum, allowed::perHost.maximum);
    m_timeout->setLimits(allowed::timeout);
    makeFields();
    m_insecure->say(tr("Any certificate is accepted"));
    m_insecure->setObjectName(QStringLiteral("insecureMark"));
    m_insecure->setToolTip(tr("The settings say so: whoever is on the way to a server can read and change "
                              "everything. Mend it under Settings, Checks, Connection."));
    layout->addWidget(m_insecure);
    setSettings(m_settings);

    connect(m_concurrency, &QSpinBox::valueChanged, this, &LimitsBar::changed);
    connect(m_perHost, &QSpinBox::valueChanged, this, &LimitsBar::changed);
    connect(m_rate, &RateBox::valueChanged, this, &LimitsBar::changed);
    connect(m_timeout, &SecondsBox::valueChanged, this, &LimitsBar::changed);
}

void LimitsBar::makeFields()
{
    const CheckSettings usual;
    addField(this, m_concurrency, "atOnce", tr("At once"),
             tr("How many URLs are checked at the same time; changes act at once. Usual: %1")
                 .arg(usual.limits.concurrency));
    addField(this, m_perHost, "perHost", tr("Per host"),
             tr("How many of them may be on the same host, to be kind to it; changes act at once. Usual: %1")
                 .arg(usual.limits.perHost));
    addField(this, m_rate, "rate", tr("Rate"),
             tr("How many calls may begin in a second; changes act at once. Usual: no limit"));
    addField(this, m_timeout, "timeout", tr("Time-out"),
             tr("How long one call may take, redirects included; acts from the next check on. Usual: %1 s")
                 .arg(inSeconds(usual.timeout)));
}

void LimitsBar::setSettings(const CheckSettings &settings)
{
    const QSignalBlocker quiet(this);
    m_settings = settings;
    m_concurrency->setValue(settings.limits.concurrency);
    m_perHost->setValue(settings.limits.perHost);
    m_rate->setNumber(settings.limits.rate);
    m_timeout->setTime(settings.timeout);
    m_insecure->setVisible(!settings.transport.verifyTls);
}

CheckSettings LimitsBar::checkSettings()
{
    for (QAbstractSpinBox *box :
         std::initializer_list<QAbstractSpinBox *>{m_concurrency, m_perHost, m_rate, m_timeout})
        box->interpretText();
    m_settings.limits.concurrency = m_concurrency->value();
    m_settings.limits.perHost = m_perHost->value();
    m_settings.limits.rate = m_rate->number();
    m_settings.timeout = m_timeout->time();
    return m_settings;
}

} // namespace rollcall
