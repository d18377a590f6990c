// SPDX-License-Identifier: MIT
#include "ui/limitsbar.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestLimitsBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void startsWithTheUsualValues();
    void allowsWhatTheEngineAllows();
    void changesAreTold();
    void settingsWithoutAFieldStayAsTheyWere();
    void theTimeOutIsShownWithoutNeedlessZeros();

private:
    template <class Box>
    static Box *field(const LimitsBar &bar, const char *name)
    {
        return bar.findChild<Box *>(QString::fromLatin1(name));
    }
};

void TestLimitsBar::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestLimitsBar::startsWithTheUsualValues()
{
    LimitsBar bar;
    QCOMPARE(bar.checkSettings(), CheckSettings());
}

void TestLimitsBar::allowsWhatTheEngineAllows()
{
    LimitsBar bar;
    const auto set = [&bar](double value) {
        field<QSpinBox>(bar, "atOnce")->setValue(int(value));
        field<QSpinBox>(bar, "perHost")->setValue(int(value));
        field<QDoubleSpinBox>(bar, "timeout")->setValue(value);
        return bar.checkSettings();
    };
    const CheckSettings least = set(-1e9);
    QVERIFY(!validate(least));
    QCOMPARE(least.limits, CheckLimits(allowed::concurrency.minimum, allowed::perHost.minimum));
    QCOMPARE(least.timeout, allowed::timeout.minimum);
    const CheckSettings most = set(1e9);
    QVERIFY(!validate(most));
    QCOMPARE(most.limits, CheckLimits(allowed::concurrency.maximum, allowed::perHost.maximum));
    QCOMPARE(most.timeout, allowed::timeout.maximum);
}

void TestLimitsBar::changesAreTold()
{
    LimitsBar bar;
    QSignalSpy limits(&bar, &LimitsBar::limitsChanged);
    QSignalSpy changed(&bar, &LimitsBar::changed);
    field<QSpinBox>(bar, "perHost")->setValue(9);
    QCOMPARE(limits.count(), 1);
    QCOMPARE(limits.first().first().value<CheckLimits>(), CheckLimits(CheckLimits().concurrency, 9));
    field<QDoubleSpinBox>(bar, "timeout")->setValue(2.5);
    QCOMPARE(limits.count(), 1);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(bar.checkSettings().timeout, std::chrono::milliseconds(2500));
}

void TestLimitsBar::settingsWithoutAFieldStayAsTheyWere()
{
    CheckSettings settings;
    settings.limits = CheckLimits(7, 3);
    settings.limits.rate = 12.5;
    settings.timeout = std::chrono::milliseconds(1234); // which the field rounds
    settings.retries = 4;
    LimitsBar bar;
    QSignalSpy limits(&bar, &LimitsBar::limitsChanged);
    QSignalSpy changed(&bar, &LimitsBar::changed);
    bar.setSettings(settings);
    QCOMPARE(field<QSpinBox>(bar, "atOnce")->value(), 7);
    QVERIFY(bar.checkSettings() == settings);
    QCOMPARE(limits.count() + changed.count(), 0);
    field<QSpinBox>(bar, "atOnce")->setValue(8);
    settings.limits.concurrency = 8;
    QVERIFY(bar.checkSettings() == settings);
    QCOMPARE(limits.first().first().value<CheckLimits>(), settings.limits);
}

void TestLimitsBar::theTimeOutIsShownWithoutNeedlessZeros()
{
    LimitsBar bar;
    auto *timeout = field<QDoubleSpinBox>(bar, "timeout");
    QCOMPARE(timeout->text(), QStringLiteral("30 s"));
    timeout->setValue(0.5);
    QCOMPARE(timeout->text(), QStringLiteral("0.5 s"));
}

QTEST_MAIN(TestLimitsBar)
#include "tst_limitsbar.moc"
