// SPDX-License-Identifier: MIT
#include "core/history/urlstatus.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_UrlStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_file.reset(); }

    void anUnknownUrlHasNothingToTell();
    void everyDayHasItsCounts();
    void incidentsOfTheseDaysAreTold();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
    const QByteArray m_url = "https://example.com/";
};

void tst_UrlStatus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void tst_UrlStatus::anUnknownUrlHasNothingToTell()
{
    UrlStatus expected;
    expected.url = m_url;
    expected.days.resize(7);
    QCOMPARE(got(readUrlStatus(*m_file, m_url, noon(), 7)), expected);
}

void tst_UrlStatus::everyDayHasItsCounts()
{
    addRun(*m_file, noon(-7 * 24h),
           {failed(m_url, noon(-7 * 24h)), // a day too early
            failed(m_url, noon(-6 * 24h - 11h)), passed(m_url, noon(-6 * 24h), 5ms),
            passed(m_url, noon(-24h), 5ms), passed(m_url, noon(-1h), 7ms)});
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            keepInOrder(*m_file, noon());
        const UrlStatus status = got(readUrlStatus(*m_file, m_url, noon(), 7));
        QCOMPARE(status.days.size(), 7);
        QCOMPARE(status.days.at(0).failed, 1);
        QCOMPARE(status.days.at(0).ok, 1);
        QCOMPARE(status.days.at(1), Availability());
        QCOMPARE(status.days.at(5).ok, 1);
        QCOMPARE(status.days.at(6).ok, 1);
        QCOMPARE(status.uptime.day.ok, 2);
        QCOMPARE(status.uptime.month.failed, 2);
        QCOMPARE(status.last->result.startedAt, noon(-1h));
    }
}

void tst_UrlStatus::incidentsOfTheseDaysAreTold()
{
    const auto note = [this](std::chrono::minutes began, std::chrono::minutes ended) {
        QCOMPARE(m_file->beginIncident(Incident(m_url, noon(began), Reason(ErrorKind::Timeout, {}))),
                 std::nullopt);
        QCOMPARE(m_file->endIncident(m_url, noon(ended)), std::nullopt);
    };
    note(-8 * 24h, -8 * 24h + 5min); // before
    note(-7 * 24h, -6 * 24h);        // reaches into them
    note(-2h, -1h);
    const UrlStatus status = got(readUrlStatus(*m_file, m_url, noon(), 7));
    QCOMPARE(status.incidents.size(), 2);
    QCOMPARE(status.incidents.first().began, noon(-2h));
}

QTEST_GUILESS_MAIN(tst_UrlStatus)
#include "tst_urlstatus.moc"
