// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/detailspane.h"
#include "ui/facttable.h"
#include "ui/resultfacts.h"
#include "ui/resultmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestDetailsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutARowItSaysHowToGetOne();
    void aRowWithoutAResultHasItsHistoryAlone();
    void onlyTabsWithSomethingInThemAndTheHistoryAreThere();
    void theTabThatWasChosenStaysFromRowToRow();
    void whereNoTabWasChosenTheFirstIsShown();
    void anAnswerOfAnotherRowIsNotShown();
    void theSameRowAsksForItsAnswerOnce();
    void redirectsAreListedToTheLastAnswer();
    void theCertificateSaysHowLongItLasts();
    void rowsOfATableAreCopied();

private:
    CheckResult result() const
    {
        CheckResult result = okResult(812, 50ms);
        result.fetch.finalUrl = "https://a/";
        return result;
    }
    void show(const CheckResult &result)
    {
        m_model.reset({});
        m_model.append(1, urls({"https://a/", "https://b/"}));
        m_model.setResults({StoredResult(1, result), StoredResult(2, okResult(1, 1ms))});
        m_pane->showRow(&m_model.at(0));
    }
    QStringList tabs() const
    {
        QStringList names;
        for (int tab = 0; tab < m_tabs->count(); ++tab) {
            if (m_tabs->isTabVisible(tab))
                names.append(m_tabs->tabText(tab));
        }
        return m_tabs->isVisible() ? names : QStringList();
    }
    QString sentence() const
    {
        return m_pane->findChild<QLabel *>(QStringLiteral("detailsSentence"))->text();
    }
    QString facts(const char *table) const
    {
        return m_pane->findChild<FactTable *>(QString::fromLatin1(table))->text();
    }

    ResultModel m_model;
    std::unique_ptr<DetailsPane> m_pane;
    QTabWidget *m_tabs = nullptr;
};

void TestDetailsPane::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_pane = std::make_unique<DetailsPane>(QList<QAction *>());
    m_tabs = m_pane->findChild<QTabWidget *>(QStringLiteral("detailsTabs"));
    m_pane->resize(600, 300);
    m_pane->show();
}

void TestDetailsPane::withoutARowItSaysHowToGetOne()
{
    QCOMPARE(sentence(), QStringLiteral("Select a row to see more about it."));
    QCOMPARE(tabs(), QStringList());
}

void TestDetailsPane::aRowWithoutAResultHasItsHistoryAlone()
{
    m_model.reset({});
    m_model.append(1, urls({"http://a/"}));
    m_pane->showRow(&m_model.at(0));
    QVERIFY(sentence().startsWith(QStringLiteral("Not checked yet.")));
    QCOMPARE(tabs(), QStringList{QStringLiteral("History")});
}

void TestDetailsPane::onlyTabsWithSomethingInThemAndTheHistoryAreThere()
{
    show(result());
    QCOMPARE(tabs(), (QStringList{QStringLiteral("Timing"), QStringLiteral("History")}));
    StoredAnswer answer;
    answer.responseHeaders = {{"Server", "nginx"}};
    m_pane->showAnswer(1, answer);
    QCOMPARE(tabs(),
             (QStringList{QStringLiteral("Timing"), QStringLiteral("Headers"), QStringLiteral("History")}));
    QCOMPARE(facts("headers"), QStringLiteral("Server\tnginx\n"));
    show(failedResult(ErrorKind::CertificateSelfSigned));
    QCOMPARE(tabs(), (QStringList{QStringLiteral("Certificate"), QStringLiteral("History")}));
    show(CheckResult::neverStarted("https://a/"));
    QCOMPARE(tabs(), QStringList{QStringLiteral("History")});
}

void TestDetailsPane::theTabThatWasChosenStaysFromRowToRow()
{
    StoredAnswer answer;
    answer.responseHeaders = {{"Server", "nginx"}};
    show(result());
    m_pane->showAnswer(1, answer);
    m_tabs->setCurrentIndex(2);
    QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Headers"));
    m_pane->showRow(&m_model.at(1)); // its answer is not there yet
    QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Timing"));
    m_pane->showAnswer(2, answer);
    QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Headers"));
}

void TestDetailsPane::whereNoTabWasChosenTheFirstIsShown()
{
    show(CheckResult::neverStarted("https://a/"));
    QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("History"));
    m_pane->showRow(&m_model.at(1));
    QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Timing"));
}

void TestDetailsPane::anAnswerOfAnotherRowIsNotShown()
{
    show(result());
    StoredAnswer answer;
    answer.responseHeaders = {{"Server", "nginx"}};
    m_pane->showAnswer(2, answer);
    QCOMPARE(tabs(), (QStringList{QStringLiteral("Timing"), QStringLiteral("History")}));
}

void TestDetailsPane::theSameRowAsksForItsAnswerOnce()
{
    QSignalSpy wanted(m_pane.get(), &DetailsPane::answerWanted);
    show(result());
    m_pane->showRow(&m_model.at(0));
    QCOMPARE(wanted.count(), 1);
    m_model.setResults({StoredResult(1, okResult(1, 1ms))});
    m_pane->showRow(&m_model.at(0));
    QCOMPARE(wanted.count(), 2);
}

void TestDetailsPane::redirectsAreListedToTheLastAnswer()
{
    CheckResult redirected = result();
    redirected.fetch.finalUrl = "https://www.a/";
    redirected.fetch.redirects = {RedirectHop("https://a/", 301, 20ms)};
    show(redirected);
    QCOMPARE(facts("redirects"), QStringLiteral("301\t20 ms\thttps://a/\n200\t30 ms\thttps://www.a/\n"));
    QVERIFY(sentence().endsWith(QStringLiteral("It was redirected 1 time(s).")));
}

void TestDetailsPane::theCertificateSaysHowLongItLasts()
{
    CheckResult secure = result();
    secure.fetch.tlsVersion = "1.3";
    secure.fetch.certificateIssuer = QStringLiteral("Example CA");
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    secure.fetch.certificateExpires = now.addDays(12);
    CertificateFacts own;
    own.subject = QStringLiteral("a");
    own.issuer = secure.fetch.certificateIssuer;
    own.names = {QStringLiteral("a"), QStringLiteral("www.a")};
    const auto text = [](const QList<QStringList> &lines) {
        QString joined;
        for (const QStringList &line : lines)
            joined += line.join(QStringLiteral(": ")) + QLatin1Char('\n');
        return joined;
    };
    const QString shown = text(certificateLines(secure, {own, CertificateFacts()}, now));
    QVERIFY(shown.contains(QStringLiteral("Version: TLS 1.3\n")));
    QVERIFY2(shown.contains(QStringLiteral("(12 day(s) left)\n")), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("Valid for: a, www.a\n")));
    QVERIFY(shown.contains(QStringLiteral("Server's certificate: a, signed by Example CA\n")));
    QVERIFY(shown.contains(QStringLiteral("Sent with it: –, signed by –\n")));
    QVERIFY(text(certificateLines(secure, {}, now.addDays(13))).contains(QStringLiteral("(1 day(s) ago)")));
    QVERIFY(certificateLines(result(), {}, now).isEmpty());
    const QString failed = text(certificateLines(failedResult(ErrorKind::CertificateExpired), {}, now));
    QVERIFY(failed.startsWith(QStringLiteral("Problem: ")));
}

void TestDetailsPane::rowsOfATableAreCopied()
{
    FactTable table({QStringLiteral("Name"), QStringLiteral("Value")});
    table.setRows({{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}});
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\t1\nb\t2\n"));
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("b\t2\n"));
}

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"
