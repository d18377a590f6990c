// SPDX-License-Identifier: MIT
#include "core/check/settingtext.h"

#include <QTest>

#include <limits>

using namespace rollcall;

class TestSettingText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byteCountsHaveUnits_data();
    void byteCountsHaveUnits();
    void byteCountsAreWrittenAsTheyAreRead_data();
    void byteCountsAreWrittenAsTheyAreRead();
    void headersAreNamesAndValues_data();
    void headersAreNamesAndValues();
};

void TestSettingText::byteCountsHaveUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    const auto row = [](const char *text, qint64 bytes) {
        QTest::newRow(text) << QString::fromUtf8(text) << bytes;
    };
    row("0", 0);
    row("512", 512);
    row("512B", 512);
    row("64M", 67'108'864);
    row("64MiB", 67'108'864);
    row("64 mib", 67'108'864);
    row("64MB", 64'000'000);
    row("1k", 1024);
    row("2G", qint64(2) << 30);
    row("1T", qint64(1) << 40);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    for (const char *text :
         {"", "M", "-1", "1.5M", "64X", "64MMiB", "0x10", "9223372036854775808", "9000000000G"})
        row(text, -1);
}

void TestSettingText::byteCountsHaveUnits()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(bytesFromText(text).value_or(-1), bytes);
}

void TestSettingText::byteCountsAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 bytes, const char *text) {
        QTest::newRow(text) << bytes << QString::fromLatin1(text);
    };
    row(0, "0 B");
    row(1023, "1023 B");
    row(1024, "1 KiB");
    row(1025, "1025 B");
    row(67'108'864, "64 MiB");
    row(qint64(5) << 40, "5 TiB");
    row(qint64(1) << 50, "1024 TiB");
}

void TestSettingText::byteCountsAreWrittenAsTheyAreRead()
{
    QFETCH(qint64, bytes);
    QTEST(textFromBytes(bytes), "text");
    QCOMPARE(bytesFromText(textFromBytes(bytes)), bytes);
}

void TestSettingText::headersAreNamesAndValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const QString &text, bool valid) {
        QTest::newRow(text.toUtf8().toPercentEncoding(" :").constData()) << text << valid;
    };
    row(QStringLiteral("Accept: */*"), true);
    row(QStringLiteral("X-Empty:"), true);
    row(QStringLiteral("X-Colon: a:b"), true);
    row(QStringLiteral("X-Name: Zürich"), true);
    row(QStringLiteral(": value"), false);
    row(QStringLiteral("no colon"), false);
    row(QStringLiteral("a name: value"), false);
    row(QStringLiteral("X: a\r\nY: b"), false);
    row(QStringLiteral("X: a\n"), false);
    row(QStringLiteral("X: a\x7f"), false);
}

void TestSettingText::headersAreNamesAndValues()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(headerFromText(text).has_value(), valid);
}

QTEST_GUILESS_MAIN(TestSettingText)
#include "tst_settingtext.moc"
