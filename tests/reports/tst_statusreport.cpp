// SPDX-License-Identifier: MIT
#include "core/reports/statusreport.h"
#include "core/reports/statusrow.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/writertest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);

Availability checks(qint64 ok, qint64 failed)
{
    Availability counts;
    counts.ok = ok;
    counts.failed = failed;
    return counts;
}

/// One whose every day had a hundred checks, of which none failed.
UrlStatus statusOf(const QByteArray &url, Outcome outcome = Outcome::Ok)
{
    UrlStatus status;
    status.url = url;
    status.days.fill(checks(100, 0), StatusReport::days);
    status.uptime.day = checks(100, 0);
    status.uptime.week = checks(699, 1);
    status.uptime.month = checks(2'999, 1);
    CheckResult result;
    result.url = url;
    result.outcome = outcome;
    result.startedAt = now.addSecs(-60);
    result.fetch.error = outcome == Outcome::Failed ? ErrorKind::Timeout : ErrorKind::None;
    status.last = HistoryResult(0, result);
    return status;
}

Incident incidentOf(const QByteArray &url, const QString &detail, bool isOver = true)
{
    Incident incident(url, now.addSecs(-3 * 3'600), Reason(ErrorKind::Timeout, detail));
    if (isOver)
        incident.ended = now.addSecs(-2'400);
    return incident;
}

QByteArray pageOf(const QList<UrlStatus> &urls, const QString &name = QStringLiteral("Shops"),
                  const ReportOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    StatusReport report(buffer, name, now, options);
    bool isWritten = true;
    for (const UrlStatus &url : urls)
        isWritten = isWritten && report.write(url);
    return isWritten && report.end() ? buffer.data() : QByteArray("the report failed");
}

} // namespace

class StatusReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTotalsStandInFront()
    {
        const QByteArray page = pageOf({statusOf("https://a/"), statusOf("https://b/", Outcome::Failed),
                                        statusOf("https://c/", Outcome::Warning)});
        QVERIFY(page.contains("<title>Status of Shops</title>"));
        QVERIFY(page.contains("As of 2026-03-10 12:00 UTC"));
        QVERIFY(page.contains("<dt>URLs</dt><dd>3</dd>"));
        QVERIFY(page.contains("<div class=\"failed\"><dt>Failed</dt><dd>1</dd>"));
        QVERIFY(page.contains("<dt>Uptime 24 hours</dt><dd>100 %</dd>"));
        QVERIFY(page.contains("<dt>7 days</dt><dd>99.85 %</dd>"));
        QVERIFY(page.contains("<dt>365 days</dt><dd></dd>"));
        QVERIFY(page.indexOf("<dt>URLs</dt>") < page.indexOf("<tbody>"));
    }

    void aUrlIsARow()
    {
        const QByteArray page = pageOf({statusOf("https://b/", Outcome::Failed)});
        QVERIFY(page.contains("<tr data-o=\"failed\"><td>Failed</td><td><a rel=\"noreferrer noopener\" "
                              "href=\"https://b/\">https://b/</a><small>Timed out</small></td>"));
        QVERIFY(page.contains("<td>2026-03-10 11:59</td>"));
        UrlStatus unknown;
        unknown.url = "https://c/";
        QVERIFY(pageOf({unknown}).contains("<tr data-o=\"cancelled\"><td>Unknown</td>"));
    }

    void aDaySaysByItsHeightHowItWent()
    {
        QList<Availability> days(4, checks(100, 0));
        days[0] = Availability();
        days[2] = checks(99, 1);
        days[3] = checks(90, 10);
        const QByteArray strip = dayStrip(days, now);
        QVERIFY(strip.contains("aria-label=\"Days with failures: 2 of 4\" viewBox=\"0 0 12 20\""));
        QVERIFY(strip.contains("<path class=\"axis\" d=\"M0 17h2v3h-2z\">"));
        QVERIFY(strip.contains("<path class=\"ok\" d=\"M3 8h2v12h-2z\">"));
        QVERIFY(strip.contains("<rect class=\"warning\" x=\"6\" y=\"4\" width=\"2\" height=\"16\">"
                               "<title>2026-03-09: 99.00 %, 1 of 100 checks failed</title>"));
        QVERIFY(strip.contains("<rect class=\"failed\" x=\"9\" y=\"0\" width=\"2\" height=\"20\">"));
    }

    void incidentsAreListedTheLastFirst()
    {
        UrlStatus a = statusOf("https://a/");
        a.incidents = {incidentOf("https://a/", QString())};
        UrlStatus b = statusOf("https://b/");
        b.incidents = {incidentOf("https://b/", QString(), false)};
        b.incidents.first().began = now.addSecs(-600);
        const QByteArray page = pageOf({a, b});
        const qsizetype table = page.indexOf("Incidents of the last 90 days");
        const qsizetype last = page.indexOf("2026-03-10 11:50</td><td>10 min, and goes on</td>", table);
        const qsizetype first = page.indexOf("2026-03-10 09:00</td><td>2 h 20 min</td>", table);
        QVERIFY(table > 0 && last > table && first > last);
        QVERIFY(pageOf({statusOf("https://a/")}).contains("<p class=\"note\">None.</p>"));
    }

    void theOldestIncidentsGiveWay()
    {
        UrlStatus a = statusOf("https://a/");
        for (int i = 0; i < StatusReport::maximumIncidents + 3; ++i) {
            a.incidents.append(incidentOf("https://a/", QString()));
            a.incidents.last().began = now.addDays(-1).addSecs(-i);
        }
        const QByteArray page = pageOf({a});
        QVERIFY(page.contains("to keep the page usable: 3."));
        QCOMPARE(page.count(", and goes on") + page.count("Timed out"), StatusReport::maximumIncidents);
    }

    void hostileTextStaysText()
    {
        const auto page = [](const QString &text) {
            UrlStatus status = statusOf("http://example.com/" + text.toUtf8(), Outcome::Failed);
            status.incidents = {incidentOf(status.url, text)};
            return pageOf({status}, text);
        };
        const QByteArray harmless = page(QStringLiteral("x"));
        for (const QString &text : hostileTexts()) {
            const QByteArray hostile = page(text);
            QCOMPARE(hostile.count('<'), harmless.count('<'));
            QCOMPARE(hostile.count('>'), harmless.count('>'));
            QCOMPARE(hostile.count('"'), harmless.count('"'));
            QVERIFY(QByteArrayView(hostile).isValidUtf8());
            QCOMPARE(hostile.count('\0') + hostile.count('\x1b'), 0);
        }
    }

    void onlyHttpIsALink() { QCOMPARE(pageOf({statusOf("javascript:alert(1)")}).count("href="), 0); }

    void secretsAreMaskedUnlessTheyAreWanted()
    {
        const QByteArray secret = "https://user:hunter22@example.com/?token=abcdefgh12345678";
        UrlStatus status = statusOf(secret);
        status.incidents = {incidentOf(secret, QString::fromLatin1("led to " + secret))};
        const QByteArray page = pageOf({status});
        QVERIFY(!page.contains("hunter22") && !page.contains("abcdefgh"));
        ReportOptions open;
        open.showSecrets = true;
        QVERIFY(pageOf({status}, QStringLiteral("Shops"), open).contains("hunter22"));
    }

    void thePageAllowsNoScriptAndNoStyleButItsOwn()
    {
        const QByteArray page = pageOf({statusOf("https://a/")});
        const qsizetype from = page.indexOf("<style>") + 7;
        const QByteArray style = page.sliced(from, page.indexOf("</style>") - from);
        QVERIFY(page.contains("script-src 'none'"));
        QVERIFY(page.contains("style-src 'sha256-" +
                              QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + '\''));
        QCOMPARE(page.count("<script"), 0);
        QCOMPARE(page.count(" style="), 0);
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(100);
        StatusReport report(nearlyFull, QStringLiteral("Shops"), now, {});
        QVERIFY(report.write(statusOf("https://a/")));
        QVERIFY(!report.end());
        QCOMPARE(report.problem(), QString());
    }

    void spansAreShort()
    {
        QCOMPARE(htmlSpan(45s), "45 s");
        QCOMPARE(htmlSpan(12min), "12 min");
        QCOMPARE(htmlSpan(2h), "2 h");
        QCOMPARE(htmlSpan(200min), "3 h 20 min");
        QCOMPARE(htmlSpan(52h), "2 d 4 h");
    }
};

QTEST_GUILESS_MAIN(StatusReportTest)
#include "tst_statusreport.moc"
