// SPDX-License-Identifier: MIT
// Tables of old and new URLs, and other lists that say where a URL shall lead.
#include "core/url/entryjson.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

EntryDetails leadingTo(const QByteArray &url, int status = 0)
{
    EntryDetails details;
    details.target = RedirectTarget(url, status);
    return details;
}

} // namespace

class TestRedirectMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOldAndNewUrls_data();
    void readsOldAndNewUrls();
    void otherTablesAreNoRedirectMaps_data();
    void otherTablesAreNoRedirectMaps();
    void theStatusIsTheRedirectsOrTheLastAnswers();
    void newUrlsAreReadAsWritten();
    void whatCannotBeExpectedIsRejected();
    void anOldUrlWithTwoTargetsIsTwoEntries();
    void theColumnsCanBeChosen();
    void jsonLinesSayIt();
};

void TestRedirectMaps::readsOldAndNewUrls_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header :
         {"old,new", "Old URL,New URL", "from,to", "source,target", "Source URL,Destination URL",
          "source,destination", "Redirect from,Redirect to", "url,expected url", "Address,new_url",
          "Alt,Expected URL"})
        QTest::newRow(header) << QByteArray(header);
}

void TestRedirectMaps::readsOldAndNewUrls()
{
    QFETCH(QByteArray, header);
    const ImportResult result = readBytes(header + ",note\nhttp://h.com/1,http://h.com/a,x\n"
                                                   "http://h.com/2,http://h.com/b,y\n");
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.formatName, u"table"_s);
    QCOMPARE(result.list.entries, (UrlList{UrlEntry("http://h.com/1", leadingTo("http://h.com/a")),
                                           UrlEntry("http://h.com/2", leadingTo("http://h.com/b"))}));
    QCOMPARE(result.list.table->columns.target, 1);
}

void TestRedirectMaps::otherTablesAreNoRedirectMaps_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"url,final_url,status", "url,target,status", "Address,Redirect URL,status",
                               "Source,Destination,Anchor", "url,to,status", "name,target,status"})
        QTest::newRow(header) << QByteArray(header);
}

void TestRedirectMaps::otherTablesAreNoRedirectMaps()
{
    QFETCH(QByteArray, header);
    const ImportResult result =
        readBytes(header + "\nhttp://h.com/1,http://h.com/a,404\nhttp://h.com/2,http://h.com/b,404\n");
    QCOMPARE(result.list.entries.size(), 2);
    for (const UrlEntry &entry : result.list.entries) {
        QCOMPARE(entry.details().target, std::nullopt);
        QCOMPARE(entry.details().statuses, StatusRanges());
    }
}

void TestRedirectMaps::theStatusIsTheRedirectsOrTheLastAnswers()
{
    const ImportResult result =
        readBytes("old,new,status\nhttp://h.com/1,http://h.com/a,301\n"
                  "http://h.com/2,http://h.com/b,308 Permanent Redirect\n"
                  "http://h.com/3,http://h.com/c,401\nhttp://h.com/4,http://h.com/d,200\n"
                  "http://h.com/5,,410\nhttp://h.com/6,http://h.com/f,\n");
    QCOMPARE(result.list.rejectedCount, 0);
    const UrlList &list = result.list.entries;
    QCOMPARE(list.value(0).details(), leadingTo("http://h.com/a", 301));
    QCOMPARE(list.value(1).details(), leadingTo("http://h.com/b", 308));
    QCOMPARE(list.value(2).details().target, RedirectTarget("http://h.com/c"));
    QCOMPARE(statusText(list.value(2).details().statuses), u"401"_s);
    QCOMPARE(list.value(3).details().target, RedirectTarget("http://h.com/d"));
    QCOMPARE(statusText(list.value(3).details().statuses), u"200"_s);
    QCOMPARE(list.value(4).details().target, std::nullopt);
    QCOMPARE(statusText(list.value(4).details().statuses), u"410"_s);
    QCOMPARE(list.value(5).details(), leadingTo("http://h.com/f"));
}

void TestRedirectMaps::newUrlsAreReadAsWritten()
{
    const ImportResult result =
        readBytes("old,new\nhttp://h.com/a/1,/b/../c?d\nh.com/2,HTTP://M\xc3\xbcller.example:80\n"
                  "http://h.com/3, www.h.com/x \n");
    QCOMPARE(result.list.rejectedCount, 0);
    QCOMPARE(result.list.entries.value(0).details(), leadingTo("http://h.com/c?d"));
    QCOMPARE(result.list.entries.value(1).details(), leadingTo("http://xn--mller-kva.example/"));
    QCOMPARE(result.list.entries.value(2).details(), leadingTo("https://www.h.com/x"));
}

void TestRedirectMaps::whatCannotBeExpectedIsRejected()
{
    const ImportResult result = readBytes("old,new,status\nhttp://h.com/1,http://h.com:99999/,301\n"
                                          "http://h.com/2,foo bar,301\nhttp://h.com/3,mailto:me@h.com,301\n"
                                          "http://h.com/4,http://h.com/a,moved\nhttp://h.com/5,,302\n"
                                          "http://h.com/6,http://h.com/a,302\n");
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{2, u"http://h.com:99999/"_s, UrlProblem::BadPort},
                                                        {3, u"foo bar"_s, UrlProblem::NotAUrl},
                                                        {4, u"mailto:me@h.com"_s, UrlProblem::NotHttp},
                                                        {5, u"http://h.com/4"_s, UrlProblem::NotARedirect},
                                                        {6, u"http://h.com/5"_s, UrlProblem::Empty}}));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/6"});
}

void TestRedirectMaps::anOldUrlWithTwoTargetsIsTwoEntries()
{
    const ImportResult result = readBytes(
        "old,new\nhttp://h.com/1,http://h.com/a\nhttp://h.com/1,http://h.com/b\nhttp://h.com/1,/a\n");
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/1"}));
    QCOMPARE(result.list.duplicateLines, (QList<DuplicateLine>{{4, u"http://h.com/1"_s, 2}}));
}

void TestRedirectMaps::theColumnsCanBeChosen()
{
    QByteArray bytes = "http://h.com/a,1,http://h.com/1\nhttp://h.com/b,2,http://h.com/2\n";
    ImportChoices choices;
    choices.formatName = u"table"_s;
    choices.urlColumn = 2;
    choices.targetColumn = 0;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QCOMPARE(readList(buffer, u"a file"_s, choices).list.entries,
             (UrlList{UrlEntry("http://h.com/1", leadingTo("http://h.com/a")),
                      UrlEntry("http://h.com/2", leadingTo("http://h.com/b"))}));
    choices.targetColumn = -1;
    bytes = "old,new\nhttp://h.com/a,http://h.com/1\n";
    buffer.close();
    buffer.open(QIODevice::ReadOnly);
    choices.urlColumn = 0;
    QCOMPARE(readList(buffer, u"a file"_s, choices).list.entries, UrlList{UrlEntry("http://h.com/a")});
}

void TestRedirectMaps::jsonLinesSayIt()
{
    const UrlEntry entry("http://h.com/1", leadingTo("http://h.com/a", 301));
    QCOMPARE(detailsInJson(ValueTree(entryToJson(entry)).root()), entry.details());
    const ImportResult result =
        readBytes("{\"url\":\"http://h.com/1\",\"expected_url\":\"/a\",\"redirect_status\":301}\n"
                  "{\"url\":\"http://h.com/2\",\"expected_url\":\"foo bar\"}\n");
    if (result.list.formatName != u"JSON lines"_s)
        QSKIP("built without RapidJSON, which reads JSON lines");
    QCOMPARE(result.list.entries, UrlList{entry});
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{2, u"foo bar"_s, UrlProblem::NotAUrl}}));
}

QTEST_APPLESS_MAIN(TestRedirectMaps)
#include "tst_redirectmaps.moc"
