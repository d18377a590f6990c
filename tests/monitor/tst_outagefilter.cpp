// SPDX-License-Identifier: MIT
#include "core/monitor/outagefilter.h"

#include "tests/monitor/lines.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::lines;
using namespace std::chrono_literals;

namespace {

/// One result in the language of the tests: the host's letter, how it ended, when it began and ended in
/// seconds.
struct Ending {
    char host;
    const char *error; ///< a slug; empty: an answer
    int began;
    int ended;
};

/// "a" passed as the site's own, "(a)" as ours; "out" and "back" are the notices; "-" nothing.
QString told(OutageFilter &filter, const Ending &ending)
{
    CheckResult result;
    result.fetch.error = *errorKindFromSlug(ending.error);
    result.outcome = result.fetch.error == ErrorKind::None ? Outcome::Ok : Outcome::Failed;
    if (result.fetch.error == ErrorKind::Cancelled)
        result.outcome = Outcome::Cancelled;
    const OutageFilter::Step step =
        filter.take(OutageFilter::Item(ending.host, result), QByteArray(1, ending.host),
                    std::chrono::seconds(ending.began), std::chrono::seconds(ending.ended));
    QStringList words;
    switch (step.notice) {
    case OutageFilter::Notice::None:
        break;
    case OutageFilter::Notice::OutageBegins:
        words.append(QStringLiteral("out"));
        break;
    case OutageFilter::Notice::OutageEnds:
        words.append(QStringLiteral("back"));
        break;
    }
    for (const OutageFilter::Item &item : step.passed)
        words.append(item.isOurs ? QStringLiteral("(%1)").arg(QChar(item.url)) : QString(QChar(item.url)));
    return words.isEmpty() ? QStringLiteral("-") : words.join(u' ');
}

} // namespace

class TestOutageFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faultsAreToldApart_data();
    void faultsAreToldApart();
    void withNobodyLeftToAskFailuresAreTheSitesOwn();
    void aRefusedConnectionIsAnAnswer();
};

void TestOutageFilter::faultsAreToldApart_data()
{
    QTest::addColumn<QList<Ending>>("endings");
    QTest::addColumn<QStringList>("log");
    QTest::newRow("answers pass") << QList<Ending>{{'a', "", 0, 1}, {'b', "http-server-error", 1, 2}}
                                  << lines({"a", "b"});
    QTest::newRow("an answer during the call that failed")
        << QList<Ending>{{'a', "", 0, 5}, {'b', "connect-timeout", 4, 14}} << lines({"a", "b"});
    QTest::newRow("an answer after it")
        << QList<Ending>{{'a', "", 0, 1}, {'b', "dns-failure", 2, 3}, {'c', "", 3, 4}}
        << lines({"a", "-", "b c"});
    QTest::newRow("several hosts, nothing answers") << QList<Ending>{{'a', "", 0, 1},
                                                                     {'a', "dns-failure", 2, 3},
                                                                     {'b', "network-unreachable", 2, 4},
                                                                     {'c', "connect-timeout", 2, 12},
                                                                     {'d', "dns-not-found", 13, 14}}
                                                    << lines({"a", "-", "-", "out (a) (b) (c)", "(d)"});
    QTest::newRow("one host many times is one host") << QList<Ending>{{'a', "dns-failure", 0, 1},
                                                                      {'a', "dns-failure", 1, 2},
                                                                      {'a', "dns-failure", 2, 3},
                                                                      {'a', "dns-failure", 3, 4}}
                                                     << lines({"-", "-", "-", "-"});
    QTest::newRow("an answer ends it") << QList<Ending>{{'a', "dns-failure", 0, 1},
                                                        {'b', "dns-failure", 0, 1},
                                                        {'c', "dns-failure", 0, 1},
                                                        {'a', "", 60, 61},
                                                        {'b', "dns-failure", 60, 62},
                                                        {'b', "dns-failure", 70, 71},
                                                        {'c', "", 71, 72}}
                                       << lines({"-", "-", "out (a) (b) (c)", "back a", "b", "-", "b c"});
    QTest::newRow("and it may come again")
        << QList<Ending>{{'a', "dns-failure", 0, 1},   {'b', "dns-failure", 0, 1},
                         {'c', "dns-failure", 0, 1},   {'a', "", 60, 61},
                         {'a', "dns-failure", 62, 63}, {'b', "dns-failure", 62, 63},
                         {'c', "dns-failure", 62, 63}}
        << lines({"-", "-", "out (a) (b) (c)", "back a", "-", "-", "out (a) (b) (c)"});
    QTest::newRow("what was cancelled says nothing")
        << QList<Ending>{{'a', "dns-failure", 0, 1}, {'b', "cancelled", 0, 2}, {'c', "", 2, 3}}
        << lines({"-", "b", "a c"});
}

void TestOutageFilter::faultsAreToldApart()
{
    QFETCH(const QList<Ending>, endings);
    QFETCH(const QStringList, log);
    OutageFilter filter;
    QStringList found;
    for (const Ending &ending : endings)
        found.append(told(filter, ending));
    QCOMPARE(found, log);
}

void TestOutageFilter::withNobodyLeftToAskFailuresAreTheSitesOwn()
{
    OutageFilter filter;
    QCOMPARE(told(filter, {'a', "dns-failure", 0, 1}), QStringLiteral("-"));
    QVERIFY(filter.isWaiting());
    QCOMPARE(filter.failedHosts(), QSet<QByteArray>{"a"});
    const OutageFilter::Step step = filter.giveUpWaiting();
    QCOMPARE(step.passed.size(), 1);
    QVERIFY(!step.passed.front().isOurs);
    QVERIFY(!filter.isWaiting());
    QVERIFY(filter.failedHosts().isEmpty());
}

void TestOutageFilter::aRefusedConnectionIsAnAnswer()
{
    OutageFilter filter;
    for (const char *error : {"connection-refused", "connection-reset", "certificate-expired", "timeout",
                              "http-client-error", "tls-handshake", "first-byte-timeout"})
        QCOMPARE(told(filter, {'a', error, 0, 1}), QStringLiteral("a"));
}

QTEST_APPLESS_MAIN(TestOutageFilter)
#include "tst_outagefilter.moc"
