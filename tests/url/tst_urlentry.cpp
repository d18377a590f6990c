// SPDX-License-Identifier: MIT
#include "core/url/urlentry.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestUrlEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsAPointerMoreThanItsUrl();
    void comparesByValue();
    void readsStatuses_data();
    void readsStatuses();
    void refusesStatuses_data();
    void refusesStatuses();
};

void TestUrlEntry::costsAPointerMoreThanItsUrl()
{
    QVERIFY(sizeof(UrlEntry) <= sizeof(QByteArray) + sizeof(void *));
}

void TestUrlEntry::comparesByValue()
{
    EntryDetails details;
    details.name = u"Home"_s;
    const UrlEntry named("http://h.com/", details);
    QCOMPARE(named, UrlEntry("http://h.com/", details));
    QVERIFY(!(named == UrlEntry("http://h.com/")));
    QVERIFY(!(named == UrlEntry("http://h.com/1", details)));
    QCOMPARE(named.details().name, u"Home"_s);

    UrlEntry copy = named;
    copy.setDetails({});
    QCOMPARE(copy, UrlEntry("http://h.com/"));
    QCOMPARE(named.details().name, u"Home"_s);
}

void TestUrlEntry::readsStatuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(written);
    };
    row("200-204,304", "200-204,304");
    row("404", "404");
    row(" 301, 200 ", "200,301");
    row("200 201 202-210", "200-210");
    row("200-250,240-299", ""); // the usual ones
    row("", "");
}

void TestUrlEntry::readsStatuses()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto ranges = statusRangesFromText(text);
    QVERIFY(ranges.has_value());
    QCOMPARE(statusText(*ranges), written);
    QCOMPARE(statusRangesFromBits(statusBits(*ranges)), *ranges);
}

void TestUrlEntry::refusesStatuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"2xx", "20", "2000", "204-200", "200-", "-200", "200--204", "²00"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestUrlEntry::refusesStatuses()
{
    QFETCH(QString, text);
    QVERIFY(!statusRangesFromText(text).has_value());
}

QTEST_APPLESS_MAIN(TestUrlEntry)
#include "tst_urlentry.moc"
