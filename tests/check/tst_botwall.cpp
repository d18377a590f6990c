// SPDX-License-Identifier: MIT
#include "core/check/botwall.h"

#include "core/net/fetchresult.h"

#include <QTest>

using namespace rollcall;

class TestBotWall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wallsAreToldFromSites_data();
    void wallsAreToldFromSites();
};

void TestBotWall::wallsAreToldFromSites_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<HeaderField>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isWall");
    const QList<HeaderField> none;
    const QByteArray script = R"(<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>)";
    QTest::newRow("marked, 403") << 403 << QList<HeaderField>{{"CF-Mitigated", "Challenge"}} << QByteArray()
                                 << true;
    QTest::newRow("marked, 200") << 200 << QList<HeaderField>{{"cf-mitigated", "challenge"}} << QByteArray()
                                 << true;
    QTest::newRow("marked, 202") << 202 << QList<HeaderField>{{"x-amzn-waf-action", "challenge"}}
                                 << QByteArray() << true;
    QTest::newRow("marked otherwise")
        << 403 << QList<HeaderField>{{"cf-mitigated", "block"}} << QByteArray() << false;
    QTest::newRow("a challenge's script") << 403 << none << script << true;
    QTest::newRow("the same on a page that works") << 200 << none << script << false;
    QTest::newRow("the same on a missing page") << 404 << none << script << false;
    QTest::newRow("plain 403") << 403 << QList<HeaderField>{{"Server", "cloudflare"}}
                               << QByteArray("<title>Just a moment</title> challenge") << false;
    QTest::newRow("plain 429") << 429 << none << QByteArray("slowly") << false;
    QTest::newRow("too far down") << 403 << none << QByteArray(botWallBytes, ' ') + script << false;
}

void TestBotWall::wallsAreToldFromSites()
{
    QFETCH(const int, status);
    QFETCH(const QList<HeaderField>, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isWall);
    FetchResult result;
    result.status = status;
    result.responseHeaders = headers;
    result.bodyPrefix = body;
    QCOMPARE(isBotWall(result), isWall);
}

QTEST_GUILESS_MAIN(TestBotWall)
#include "tst_botwall.moc"
