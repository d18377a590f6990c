// SPDX-License-Identifier: MIT
#include "ui/limitsbar.h"

#include "ui/format.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>

namespace rollcall {

namespace {

constexpr auto concurrencyKey = "check/concurrency";
constexpr auto perHostKey = "check/perHost";
constexpr auto timeoutKey = "check/timeoutSeconds";

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

/// "30 s" and "0.5 s", not "30.0 s".
class SecondsBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

template <class Box>
Box *addField(QWidget *parent, const char *objectName, const QString &name, const QString &help)
{
    auto *label = new QLabel(name, parent);
    auto *box = new Box(parent);
    label->setBuddy(box);
    label->setToolTip(help);
    box->setObjectName(QLatin1String(objectName));
    box->setToolTip(help);
    box->setAccessibleName(name);
    box->setAccessibleDescription(help);
    box->setKeyboardTracking(false); // "500" typed is not first 5, then 50
    box->setAlignment(Qt::AlignRight);
    parent->layout()->addWidget(label);
    parent->layout()->addWidget(box);
    return box;
}

QSpinBox *addCount(QWidget *parent, const char *objectName, const QString &name, const QString &help,
                   Range<int> range, int usual)
{
    auto *box = addField<QSpinBox>(parent, objectName, name, help);
    box->setRange(range.minimum, range.maximum);
    box->setValue(usual);
    return box;
}

} // namespace

LimitsBar::LimitsBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    const CheckSettings usual;
    m_concurrency = addCount(this, "atOnce", tr("At once"),
                             tr("How many URLs are checked at the same time; changes act at once. Usual: %1")
                                 .arg(usual.limits.concurrency),
                             allowed::concurrency, usual.limits.concurrency);
    layout->addSpacing(6);
    m_perHost =
        addCount(this, "perHost", tr("Per host"),
                 tr("How many of them may be on the same host, to be kind to it; changes act at once. "
                    "Usual: %1")
                     .arg(usual.limits.perHost),
                 allowed::perHost, usual.limits.perHost);
    layout->addSpacing(6);
    m_timeout =
        addField<SecondsBox>(this, "timeout", tr("Time-out"),
                             tr("How long one URL may take, redirects included; acts from the next check "
                                "on. Usual: %1 s")
                                 .arg(seconds(usual.timeout)));
    m_timeout->setDecimals(1);
    m_timeout->setRange(seconds(allowed::timeout.minimum), seconds(allowed::timeout.maximum));
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setValue(seconds(usual.timeout));

    const auto changeLimits = [this] {
        Q_EMIT limitsChanged(limits());
        Q_EMIT changed();
    };
    connect(m_concurrency, &QSpinBox::valueChanged, this, changeLimits);
    connect(m_perHost, &QSpinBox::valueChanged, this, changeLimits);
    connect(m_timeout, &QDoubleSpinBox::valueChanged, this, &LimitsBar::changed);
}

CheckLimits LimitsBar::limits() const
{
    return CheckLimits(m_concurrency->value(), m_perHost->value());
}

CheckSettings LimitsBar::checkSettings()
{
    m_concurrency->interpretText();
    m_perHost->interpretText();
    m_timeout->interpretText();
    CheckSettings settings;
    settings.limits = limits();
    settings.timeout = std::chrono::milliseconds(qRound64(m_timeout->value() * 1000));
    return settings;
}

void LimitsBar::save(QSettings &settings) const
{
    settings.setValue(QLatin1String(concurrencyKey), m_concurrency->value());
    settings.setValue(QLatin1String(perHostKey), m_perHost->value());
    settings.setValue(QLatin1String(timeoutKey), m_timeout->value());
}

void LimitsBar::restore(const QSettings &settings)
{
    m_concurrency->setValue(settings.value(QLatin1String(concurrencyKey), m_concurrency->value()).toInt());
    m_perHost->setValue(settings.value(QLatin1String(perHostKey), m_perHost->value()).toInt());
    m_timeout->setValue(settings.value(QLatin1String(timeoutKey), m_timeout->value()).toDouble());
}

} // namespace rollcall
