// SPDX-License-Identifier: MIT
#include "core/check/rundifference.h"

#include <QSet>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

CheckResult passed(const QByteArray &url)
{
    CheckResult result;
    result.url = url;
    result.outcome = Outcome::Ok;
    result.attempts = 1;
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = url;
    fetch.status = 200;
    fetch.bodyBytes = 1000;
    fetch.bodySha256 = "a";
    fetch.pageTitle = QStringLiteral("A title");
    fetch.certificateIssuer = QStringLiteral("An authority");
    fetch.certificateExpires = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    fetch.times.total = 500ms;
    return result;
}

CheckResult failed(const QByteArray &url, ErrorKind kind = ErrorKind::ConnectionRefused)
{
    CheckResult result;
    result.url = url;
    result.outcome = Outcome::Failed;
    result.attempts = 1;
    result.fetch.error = kind;
    return result;
}

/// What one URL has changed from \a before to \a after.
std::vector<Change> changesOf(const CheckResult &before, const CheckResult &after,
                              const DifferenceThresholds &thresholds = {})
{
    const RunDifference difference = compareRuns({before}, {after}, thresholds);
    return difference.urls.isEmpty() ? std::vector<Change>() : difference.urls.first().changes;
}

using Changes = std::vector<Change>;

} // namespace

class TestRunDifference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesHaveSlugsAndTitlesOfTheirOwn();
    void equalRunsDoNotDiffer();
    void outcomesAreCompared_data();
    void outcomesAreCompared();
    void aWarningPasses();
    void whatIsNotKnownIsNoChange();
    void urlsComeAndGo();
    void aUrlThatIsThereTwiceIsComparedInOrder();
    void everyFactIsCompared_data();
    void everyFactIsCompared();
    void anUnknownFactIsNoChange();
    void aSizeCountsBeyondItsThreshold();
    void aDelayCountsBeyondBothThresholds();
    void factsOfFailuresAreNotCompared();
    void aUrlMayHaveSeveralChanges();
    void ignoredChangesAreNotThere();
    void matteringIsBreakingOrChanging();
};

void TestRunDifference::changesHaveSlugsAndTitlesOfTheirOwn()
{
    QSet<QByteArray> slugs;
    QSet<QByteArray> titles;
    for (std::size_t i = 0; i < changeCount; ++i) {
        slugs.insert(slug(Change(i)));
        titles.insert(title(Change(i)));
        QCOMPARE(changeFromSlug(slug(Change(i))), Change(i));
    }
    QCOMPARE(slugs.size(), qsizetype(changeCount));
    QCOMPARE(titles.size(), qsizetype(changeCount));
    QVERIFY(!changeFromSlug("none"));
    QVERIFY(!changeFromSlug(""));
}

void TestRunDifference::equalRunsDoNotDiffer()
{
    const QList<CheckResult> run = {passed("http://a/"), passed("http://b/")};
    RunDifference expected;
    expected.unchanged = 2;
    QCOMPARE(compareRuns(run, run), expected);
    QCOMPARE(compareRuns({}, {}), RunDifference());
    QVERIFY(!expected.matters());
}

void TestRunDifference::outcomesAreCompared_data()
{
    QTest::addColumn<CheckResult>("before");
    QTest::addColumn<CheckResult>("after");
    QTest::addColumn<Changes>("changes");
    QTest::newRow("newly broken") << passed("http://a/") << failed("http://a/")
                                  << Changes{Change::NewlyBroken};
    QTest::newRow("repaired") << failed("http://a/") << passed("http://a/") << Changes{Change::Repaired};
    QTest::newRow("still broken") << failed("http://a/") << failed("http://a/", ErrorKind::Timeout)
                                  << Changes{Change::StillBroken};
}

void TestRunDifference::outcomesAreCompared()
{
    QFETCH(CheckResult, before);
    QFETCH(CheckResult, after);
    QFETCH(Changes, changes);
    const RunDifference difference = compareRuns({before}, {after});
    QCOMPARE(difference.urls.size(), 1);
    QCOMPARE(difference.urls.first().url, QByteArray("http://a/"));
    QCOMPARE(difference.urls.first().changes, changes);
    QCOMPARE(difference.urls.first().before, before);
    QCOMPARE(difference.urls.first().after, after);
    QCOMPARE(difference.count(changes.front()), 1);
    QCOMPARE(difference.unchanged, 0);
}

void TestRunDifference::aWarningPasses()
{
    CheckResult warning = passed("http://a/");
    warning.outcome = Outcome::Warning;
    QCOMPARE(changesOf(passed("http://a/"), warning), Changes());
    QCOMPARE(changesOf(failed("http://a/"), warning), Changes{Change::Repaired});
}

void TestRunDifference::whatIsNotKnownIsNoChange()
{
    const CheckResult offline = failed("http://a/", ErrorKind::LocalNetwork);
    const CheckResult cancelled = CheckResult::neverStarted("http://a/");
    for (const CheckResult &unknown : {offline, cancelled}) {
        for (const RunDifference &difference :
             {compareRuns({passed("http://a/")}, {unknown}), compareRuns({unknown}, {failed("http://a/")})}) {
            RunDifference expected;
            expected.unknown = 1;
            QCOMPARE(difference, expected);
        }
    }
}

void TestRunDifference::urlsComeAndGo()
{
    const RunDifference difference =
        compareRuns({passed("http://gone/1"), passed("http://a/"), failed("http://gone/2")},
                    {failed("http://new/"), passed("http://a/")});
    QCOMPARE(difference.urls.size(), 3);
    QCOMPARE(difference.urls[0].url, QByteArray("http://new/"));
    QCOMPARE(difference.urls[0].changes, Changes{Change::Added});
    QVERIFY(!difference.urls[0].before);
    QCOMPARE(difference.urls[1].url, QByteArray("http://gone/1"));
    QCOMPARE(difference.urls[1].changes, Changes{Change::Removed});
    QVERIFY(!difference.urls[1].after);
    QCOMPARE(difference.urls[2].url, QByteArray("http://gone/2"));
    QCOMPARE(difference.unchanged, 1);
    QVERIFY(!difference.matters());
}

void TestRunDifference::aUrlThatIsThereTwiceIsComparedInOrder()
{
    const RunDifference difference =
        compareRuns({passed("http://a/"), failed("http://a/")},
                    {passed("http://a/"), passed("http://a/"), passed("http://a/")});
    QCOMPARE(difference.unchanged, 1);
    QCOMPARE(difference.count(Change::Repaired), 1);
    QCOMPARE(difference.count(Change::Added), 1);
    QCOMPARE(
        compareRuns({passed("http://a/"), failed("http://a/")}, {failed("http://a/")}).count(Change::Removed),
        1);
}

void TestRunDifference::everyFactIsCompared_data()
{
    QTest::addColumn<CheckResult>("after");
    QTest::addColumn<Changes>("changes");
    const auto row = [](const char *name, Change change, auto set) {
        CheckResult after = passed("http://a/");
        set(after.fetch);
        QTest::newRow(name) << after << Changes{change};
    };
    row("a larger body", Change::Size, [](FetchResult &f) { f.bodyBytes = 1101; });
    row("a smaller body", Change::Size, [](FetchResult &f) { f.bodyBytes = 0; });
    row("another target", Change::Target, [](FetchResult &f) { f.finalUrl = "http://b/"; });
    row("another title", Change::Title, [](FetchResult &f) { f.pageTitle = QStringLiteral("Another"); });
    row("another issuer", Change::Certificate,
        [](FetchResult &f) { f.certificateIssuer = QStringLiteral("Another"); });
    row("a renewed certificate", Change::Certificate,
        [](FetchResult &f) { f.certificateExpires = f.certificateExpires->addDays(90); });
    row("another content", Change::Content, [](FetchResult &f) { f.bodySha256 = "b"; });
    row("a longer time", Change::Slower, [](FetchResult &f) { f.times.total = 1001ms; });
}

void TestRunDifference::everyFactIsCompared()
{
    QFETCH(CheckResult, after);
    QFETCH(Changes, changes);
    QCOMPARE(changesOf(passed("http://a/"), after), changes);
    QVERIFY(compareRuns({passed("http://a/")}, {after}).matters());
}

void TestRunDifference::anUnknownFactIsNoChange()
{
    CheckResult bare = passed("http://a/");
    bare.fetch = FetchResult();
    bare.fetch.status = 200;
    bare.fetch.bodyBytes = 1000;
    QCOMPARE(changesOf(bare, passed("http://a/")), Changes());
    QCOMPARE(changesOf(passed("http://a/"), bare), Changes());
}

void TestRunDifference::aSizeCountsBeyondItsThreshold()
{
    CheckResult after = passed("http://a/");
    after.fetch.bodyBytes = 1100;
    QCOMPARE(changesOf(passed("http://a/"), after), Changes());
    DifferenceThresholds exact;
    exact.sizePercent = 0;
    QCOMPARE(changesOf(passed("http://a/"), after, exact), Changes{Change::Size});
    QCOMPARE(changesOf(after, after, exact), Changes());
    CheckResult empty = passed("http://a/");
    empty.fetch.bodyBytes = 0;
    QCOMPARE(changesOf(empty, after), Changes{Change::Size});
    QCOMPARE(changesOf(empty, empty), Changes());
}

void TestRunDifference::aDelayCountsBeyondBothThresholds()
{
    CheckResult quick = passed("http://a/");
    quick.fetch.times.total = 10ms;
    CheckResult after = passed("http://a/");
    after.fetch.times.total = 209ms;
    QCOMPARE(changesOf(quick, after), Changes());
    after.fetch.times.total = 210ms;
    QCOMPARE(changesOf(quick, after), Changes{Change::Slower});
    DifferenceThresholds thresholds;
    thresholds.slowerPercent = 2000;
    QCOMPARE(changesOf(quick, after, thresholds), Changes());
    thresholds.slowerPercent = 0;
    thresholds.slowerAtLeast = 0ms;
    QCOMPARE(changesOf(quick, after, thresholds), Changes{Change::Slower});
    QCOMPARE(changesOf(after, quick, thresholds), Changes());
    QCOMPARE(changesOf(quick, quick, thresholds), Changes());
}

void TestRunDifference::factsOfFailuresAreNotCompared()
{
    CheckResult error = passed("http://a/");
    error.outcome = Outcome::Failed;
    error.fetch.error = ErrorKind::HttpServerError;
    error.fetch.status = 500;
    error.fetch.bodySha256 = "e";
    error.fetch.bodyBytes = 5;
    QCOMPARE(changesOf(passed("http://a/"), error), Changes{Change::NewlyBroken});
    QCOMPARE(changesOf(error, passed("http://a/")), Changes{Change::Repaired});
}

void TestRunDifference::aUrlMayHaveSeveralChanges()
{
    CheckResult after = passed("http://a/");
    after.fetch.bodyBytes = 5000;
    after.fetch.bodySha256 = "b";
    after.fetch.pageTitle = QStringLiteral("Another");
    const RunDifference difference = compareRuns({passed("http://a/")}, {after});
    QCOMPARE(difference.urls.first().changes, (Changes{Change::Size, Change::Title, Change::Content}));
    QCOMPARE(difference.count(Change::Size), 1);
    QCOMPARE(difference.count(Change::Title), 1);
    QCOMPARE(difference.count(Change::Content), 1);
}

void TestRunDifference::ignoredChangesAreNotThere()
{
    CheckResult after = passed("http://a/");
    after.fetch.bodyBytes = 5000;
    after.fetch.bodySha256 = "b";
    DifferenceThresholds thresholds;
    thresholds.ignored = {Change::Content};
    QCOMPARE(changesOf(passed("http://a/"), after, thresholds), Changes{Change::Size});
    thresholds.ignored = {Change::Content, Change::Size, Change::NewlyBroken, Change::Removed};
    const RunDifference difference =
        compareRuns({passed("http://a/"), passed("http://b/"), passed("http://c/")},
                    {after, failed("http://b/")}, thresholds);
    QVERIFY(difference.urls.isEmpty());
    QCOMPARE(difference.unchanged, 3);
}

void TestRunDifference::matteringIsBreakingOrChanging()
{
    for (const Change change : {Change::StillBroken, Change::Repaired, Change::Added, Change::Removed})
        QVERIFY2(!matters(change), slug(change));
    for (const Change change : {Change::NewlyBroken, Change::Size, Change::Target, Change::Title,
                                Change::Certificate, Change::Content, Change::Slower})
        QVERIFY2(matters(change), slug(change));
}

QTEST_APPLESS_MAIN(TestRunDifference)
#include "tst_rundifference.moc"
