// SPDX-License-Identifier: MIT
#include "core/check/expectation.h"

#include "core/net/fetchresult.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

FetchResult answer(const QByteArray &body, const QByteArray &contentType = {})
{
    FetchResult result;
    result.status = 200;
    result.bodyPrefix = body;
    result.bodyBytes = body.size();
    result.contentType = contentType;
    return result;
}

/// What is wrong, "" if nothing is.
QString missing(const Expectation::OrProblem &expectation, const FetchResult &result)
{
    const auto reason = std::get<Expectation>(expectation).missingFrom(result);
    return reason ? reason->detail : QString();
}

QString refused(const Expectation::OrProblem &expectation)
{
    const auto *problem = std::get_if<Expectation::Problem>(&expectation);
    return problem ? problem->sentence : QString();
}

} // namespace

class TestExpectation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextIsFoundOrMissed();
    void textIsDecodedAsTheAnswerSays_data();
    void textIsDecodedAsTheAnswerSays();
    void aBodyThatIsLongerThanWhatWasKeptIsSaidToBe();
    void aPatternMatchesSomewhere();
    void aPatternThatIsWrongIsRefused();
    void jsonValuesAreFound_data();
    void jsonValuesAreFound();
    void aJsonPathThatIsWrongIsRefused_data();
    void aJsonPathThatIsWrongIsRefused();
    void jsonThatCannotBeSeenWholeIsNotJudgedByItsBeginning();
    void aHeaderIsFoundOrMissed();
    void whatCannotBeExpectedIsRefused();
    void expectationsAreEqualWhenTheyAreWrittenAlike();
};

void TestExpectation::aTextIsFoundOrMissed()
{
    const auto hello = Expectation::text(u"Hello"_s);
    QVERIFY(missing(hello, answer("oh, Hello!")).isEmpty());
    QCOMPARE(missing(hello, answer("hello")), u"no text \"Hello\""_s);
    QCOMPARE(missing(hello, answer("")), u"no text \"Hello\""_s);
    QCOMPARE(std::get<Expectation>(hello).missingFrom(answer(""))->kind, ErrorKind::UnexpectedContent);
}

void TestExpectation::textIsDecodedAsTheAnswerSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("UTF-8, unsaid") << QByteArray("Z\xc3\xbcrich") << QByteArray();
    QTest::newRow("UTF-8, cut within a letter") << QByteArray("Z\xc3\xbcrich \xc3") << QByteArray();
    QTest::newRow("Latin-1, unsaid") << QByteArray("Z\xfcrich") << QByteArray("text/html");
    QTest::newRow("Latin-1") << QByteArray("Z\xfcrich") << QByteArray("text/html; Charset=\"ISO-8859-1\"");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeZ\0\xfc\0r\0i\0c\0h\0", 14) << QByteArray("text/html");
    QTest::newRow("an unknown charset")
        << QByteArray("Z\xc3\xbcrich") << QByteArray("text/html; charset=x-none");
}

void TestExpectation::textIsDecodedAsTheAnswerSays()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QCOMPARE(missing(Expectation::text(u"Zürich"_s), answer(body, type)), QString());
}

void TestExpectation::aBodyThatIsLongerThanWhatWasKeptIsSaidToBe()
{
    FetchResult result = answer("begin");
    result.bodyBytes = 5000;
    QCOMPARE(missing(Expectation::text(u"end"_s), result),
             u"no text \"end\" in the first 5 of 5000 bytes; the rest was not looked at"_s);
}

void TestExpectation::aPatternMatchesSomewhere()
{
    const auto version = Expectation::pattern(u"^version: \\d+$"_s);
    QVERIFY(missing(version, answer("name: x\nversion: 12\n")).isEmpty());
    QCOMPARE(missing(version, answer("version: none")), u"no match of \"^version: \\d+$\""_s);
}

void TestExpectation::aPatternThatIsWrongIsRefused()
{
    QVERIFY(refused(Expectation::pattern(u"(abc"_s)).contains(u"at character 5"));
    QVERIFY(!refused(Expectation::pattern(QString())).isEmpty());
}

void TestExpectation::jsonValuesAreFound_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *expected, const char *problem) {
        QTest::newRow(expected) << QString::fromLatin1(expected) << QString::fromLatin1(problem);
    };
    row("state=up", "");
    row("$.state=up", "");
    row("state=\"up\"", "");
    row("state", "");
    row("state=down", "the JSON has \"up\" in place of \"state=down\"");
    row("data.items[1].count=3", "");
    row("data.items[1].count=3.0", "");
    row("data.items[1].count=4", "the JSON has 3 in place of \"data.items[1].count=4\"");
    row("data.items[2]", "the JSON has nothing at \"data.items[2]\"");
    row("data.items[1].ready=true", "");
    row("data.items[1].ready=false", "the JSON has true in place of \"data.items[1].ready=false\"");
    row("nothing=null", "");
    row("nothing.at.all", "the JSON has nothing at \"nothing.at.all\"");
    row("[\"a.b\"]=1", "");
    row("[\"a.b\"]=a=b", "the JSON has 1 in place of \"[\"a.b\"]=a=b\"");
    row("state.length", "the JSON has nothing at \"state.length\"");
}

void TestExpectation::jsonValuesAreFound()
{
    QFETCH(const QString, expected);
    QFETCH(const QString, problem);
    const FetchResult result =
        answer(R"({"state":"up","data":{"items":[{},{"count":3,"ready":true}]},"nothing":null,"a.b":1})");
    QCOMPARE(missing(Expectation::json(expected), result), problem);
}

void TestExpectation::aJsonPathThatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("problem");
    QTest::newRow("") << u"a missing name at character 1"_s;
    QTest::newRow("=1") << u"a missing name at character 1"_s;
    QTest::newRow("a..b") << u"a missing name at character 3"_s;
    QTest::newRow("a.") << u"a missing name at character 3"_s;
    QTest::newRow("a[") << u"a bracket that is not closed at character 2"_s;
    QTest::newRow("a[\"b]") << u"a bracket that is not closed at character 2"_s;
    QTest::newRow("a[x]") << u"an index that is no number at character 3"_s;
    QTest::newRow("a[-1]") << u"an index that is no number at character 3"_s;
    QTest::newRow("a[0]b") << u"a character that does not belong there at character 5"_s;
    QTest::newRow("a]") << u"a character that does not belong there at character 2"_s;
}

void TestExpectation::aJsonPathThatIsWrongIsRefused()
{
    QFETCH(const QString, problem);
    QCOMPARE(refused(Expectation::json(QString::fromLatin1(QTest::currentDataTag()))), problem);
}

void TestExpectation::jsonThatCannotBeSeenWholeIsNotJudgedByItsBeginning()
{
    FetchResult result = answer(R"({"state":"up"})");
    const auto up = Expectation::json(u"state=up"_s);
    QCOMPARE(missing(up, answer("<html>")).left(19), u"the body is no JSON"_s);
    result.bodyBytes = examinedBytes + 1;
    QCOMPARE(missing(up, result),
             u"\"state=up\" was not looked for: the body is longer than 1048576 bytes"_s);
}

void TestExpectation::aHeaderIsFoundOrMissed()
{
    FetchResult result;
    result.responseHeaders = {HeaderField("Set-Cookie", "a=1"), HeaderField("set-cookie", "b=2; Secure")};
    QVERIFY(missing(Expectation::header(u"SET-COOKIE: Secure"_s), result).isEmpty());
    QVERIFY(missing(Expectation::header(u"Set-Cookie"_s), result).isEmpty());
    QCOMPARE(missing(Expectation::header(u"Set-Cookie: secure"_s), result),
             u"no header \"Set-Cookie: secure\""_s);
    QCOMPARE(missing(Expectation::header(u"Via"_s), result), u"no header \"Via\""_s);
    QCOMPARE(std::get<Expectation>(Expectation::header(u"Via"_s)).missingFrom(result)->kind,
             ErrorKind::UnexpectedHeader);
}

void TestExpectation::whatCannotBeExpectedIsRefused()
{
    QVERIFY(!refused(Expectation::text(QString())).isEmpty());
    for (const QString &text : {QString(), u": x"_s, u"a b: x"_s, u"a\n"_s})
        QVERIFY(!refused(Expectation::header(text)).isEmpty());
}

void TestExpectation::expectationsAreEqualWhenTheyAreWrittenAlike()
{
    const auto text = std::get<Expectation>(Expectation::text(u"a"_s));
    QCOMPARE(text, std::get<Expectation>(Expectation::text(u"a"_s)));
    QVERIFY(!(text == std::get<Expectation>(Expectation::text(u"b"_s))));
    QVERIFY(!(text == std::get<Expectation>(Expectation::pattern(u"a"_s))));
    QVERIFY(text.needsBody());
    QVERIFY(!std::get<Expectation>(Expectation::header(u"a"_s)).needsBody());
}

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
