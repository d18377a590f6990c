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
    void whatIsShownComesBackAndIsNotTold();
    void anInsecureSettingIsMarked();
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
    QSignalSpy changed(&bar, &LimitsBar::changed);
    field<QSpinBox>(bar, "perHost")->setValue(9);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bar.checkSettings().limits, CheckLimits(CheckLimits().concurrency, 9));
    field<QDoubleSpinBox>(bar, "timeout")->setValue(2.5);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(bar.checkSettings().timeout, 2500ms);
    field<QDoubleSpinBox>(bar, "rate")->setValue(8);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(bar.checkSettings().limits.rate, 8.0);
    field<QDoubleSpinBox>(bar, "rate")->setValue(0);
    QCOMPARE(bar.checkSettings().limits.rate, std::nullopt);
}

void TestLimitsBar::whatIsShownComesBackAndIsNotTold()
{
    LimitsBar bar;
    QSignalSpy changed(&bar, &LimitsBar::changed);
    CheckSettings settings;
    settings.limits = CheckLimits(7, 3);
    settings.limits.rate = 1.0 / 3;  // which the field rounds
    settings.limits.ratePerHost = 2; // the bar has no field for it
    settings.timeout = 1234ms;
    settings.retries = 5;
    bar.setSettings(settings);
    QVERIFY(changed.isEmpty());
    QCOMPARE(bar.checkSettings(), settings);
    field<QSpinBox>(bar, "atOnce")->setValue(8);
    settings.limits.concurrency = 8;
    QCOMPARE(bar.checkSettings(), settings);
    field<QDoubleSpinBox>(bar, "rate")->setValue(2);
    QCOMPARE(bar.checkSettings().limits.rate, 2.0);
}

void TestLimitsBar::anInsecureSettingIsMarked()
{
    LimitsBar bar;
    const auto *mark = field<QWidget>(bar, "insecureMark");
    QVERIFY(mark->isHidden());
    CheckSettings settings;
    settings.transport.verifyTls = false;
    bar.setSettings(settings);
    QVERIFY(!mark->isHidden());
    bar.setSettings(CheckSettings());
    QVERIFY(mark->isHidden());
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
