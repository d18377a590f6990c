// SPDX-License-Identifier: MIT
#include "tests/history/storetools.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class tst_StoredAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void comesBackAfterARestart();
    void isThatOfTheLastResult();
    void goesWithItsEntry();
    void comesBackWithItsEntry();
    void isNotThatOfAnotherUrl();
    void comesBackWithTheUrlItBelongsTo();
    void isNoPartOfWhatIsLoadedAtTheStart();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("store.sqlite")); }
    static CheckResult resultWith(const StoredAnswer &answer)
    {
        CheckResult result = fullResult("http://a/");
        result.fetch.responseHeaders = answer.responseHeaders;
        result.fetch.certificates = answer.certificates;
        return result;
    }
    static StoredAnswer fullAnswer()
    {
        CertificateFacts own;
        own.subject = QStringLiteral("Beispiel \u00e4");
        own.issuer = QStringLiteral("Authority");
        own.names = {QStringLiteral("a"), QStringLiteral("*.a")};
        own.validFrom = QDateTime::fromMSecsSinceEpoch(-1000, Qt::UTC);
        own.expires = QDateTime::fromMSecsSinceEpoch(1'900'000'000'000, Qt::UTC);
        StoredAnswer answer;
        answer.responseHeaders = {
            {"Set-Cookie", "a=\"b\"; c"}, {"Set-Cookie", ""}, {"X-Odd", "\xff\x01\xe4"}};
        answer.certificates = {own, CertificateFacts()};
        return answer;
    }
    static StoredAnswer answerOf(WatchedStore &watched, qint64 id)
    {
        QSignalSpy loaded(&watched.store, &Store::answerLoaded);
        watched.store.loadAnswer(id);
        if (!loaded.wait() || loaded.constFirst().at(0).toLongLong() != id)
            return {};
        return loaded.constFirst().at(1).value<StoredAnswer>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StoredAnswer::comesBackAfterARestart()
{
    {
        WatchedStore watched(path());
        watched.load();
        watched.store.addEntries({StoredEntry(7, UrlEntry("http://a/"))});
        watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    }
    WatchedStore watched(path());
    watched.load();
    QVERIFY(answerOf(watched, 7) == fullAnswer());
    QVERIFY(answerOf(watched, 8).isEmpty());
    QVERIFY(!watched.failure());
}

void tst_StoredAnswer::isThatOfTheLastResult()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(7, UrlEntry("http://a/"))});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    watched.store.saveResults({StoredResult(7, resultWith(StoredAnswer()))});
    QVERIFY(answerOf(watched, 7).isEmpty());
}

void tst_StoredAnswer::goesWithItsEntry()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(7, UrlEntry("http://a/"))});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    watched.store.removeEntries({7});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))}); // of a check that was under way
    QVERIFY(answerOf(watched, 7).isEmpty());
    QVERIFY(watched.flush());
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM last_answers")).toInt(), 0);
}

void tst_StoredAnswer::comesBackWithItsEntry()
{
    WatchedStore watched(path());
    watched.load();
    StoredEntry entry(7, UrlEntry("http://a/"));
    watched.store.addEntries({entry, StoredEntry(8, UrlEntry("http://b/"))});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    watched.store.removeEntries({7, 8});
    entry.lastResult =
        std::make_shared<const CheckResult>(resultWith(StoredAnswer())); // as a window keeps it
    watched.store.addEntries({entry, StoredEntry(8, UrlEntry("http://b/"))});
    QVERIFY(answerOf(watched, 7) == fullAnswer());
    QVERIFY(answerOf(watched, 8).isEmpty());
    QVERIFY(!watched.failure());
}

void tst_StoredAnswer::comesBackWithTheUrlItBelongsTo()
{
    WatchedStore watched(path());
    watched.load();
    StoredEntry before(7, UrlEntry("http://a/"));
    watched.store.addEntries({before});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    before.lastResult = std::make_shared<const CheckResult>(resultWith(StoredAnswer()));
    StoredEntry after(7, UrlEntry("http://b/"));
    watched.store.replaceEntries({after});
    CheckResult other = resultWith(fullAnswer());
    other.fetch.responseHeaders = {{"Server", "b"}};
    other.startedAt = other.startedAt->addSecs(1);
    watched.store.saveResults({StoredResult(7, other)});

    watched.store.replaceEntries({before});
    QVERIFY(answerOf(watched, 7) == fullAnswer());
    watched.store.replaceEntries({after});
    QVERIFY(answerOf(watched, 7).isEmpty());
    after.lastResult = std::make_shared<const CheckResult>(other);
    watched.store.replaceEntries({after});
    QCOMPARE(answerOf(watched, 7).responseHeaders, other.fetch.responseHeaders);
    QVERIFY(!watched.failure());
}

void tst_StoredAnswer::isNotThatOfAnotherUrl()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(7, UrlEntry("http://a/"))});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    watched.store.changeDetails({StoredEntry(7, UrlEntry("http://a/"))});
    QVERIFY(answerOf(watched, 7) == fullAnswer());
    watched.store.replaceEntries({StoredEntry(7, UrlEntry("http://b/"))});
    QVERIFY(answerOf(watched, 7).isEmpty());
}

void tst_StoredAnswer::isNoPartOfWhatIsLoadedAtTheStart()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(7, UrlEntry("http://a/"))});
    watched.store.saveResults({StoredResult(7, resultWith(fullAnswer()))});
    const QList<StoredEntry> entries = watched.load();
    QCOMPARE(entries.size(), 1);
    QVERIFY(*entries.constFirst().lastResult == resultWith(StoredAnswer()));
}

QTEST_GUILESS_MAIN(tst_StoredAnswer)
#include "tst_storedanswer.moc"
